package org.opennms.plugins.trunkline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.operations.WorkLists;
import org.opennms.plugins.trunkline.operations.WorkLists.Change;
import org.opennms.plugins.trunkline.operations.WorkLists.Kind;

class WorkListDeskTest {
  private final World world = new World();
  private final Device device = Samples.device(7, "core-1");
  private final Map<String, Judgement> judgements = new HashMap<>();
  private final List<NetworkInterface> ports = new ArrayList<>();

  @BeforeEach
  void start() {
    world.rules = (d, f, all) -> all.stream().map(p -> judgements.get(p.key().name())).toList();
    world.host.add(device);
    world.reader.script(
        "core-1", (d, k) -> Samples.complete(ports.toArray(NetworkInterface[]::new)));
    world.part.load();
  }

  @Test
  void nothing_known_is_an_empty_list() {
    for (Kind kind : Kind.values()) {
      assertThat(world.part.work().list(kind)).isEqualTo(new WorkLists.Listing(List.of(), 0));
    }
  }

  @Test
  void unclassified_are_others_below_one_half_described_ones_first() {
    port("bare", "", InterfaceRole.OTHER, 0.3, 0.1);
    port("blank", " ", InterfaceRole.OTHER, 0.49, 0.1);
    port("told", "what is this", InterfaceRole.OTHER, 0.4, 0.1);
    port("sure", "", InterfaceRole.OTHER, 0.5, 0.1);
    port("trunk", "", InterfaceRole.TRUNK, 0.1, 0);
    world.look();
    assertThat(names(Kind.UNCLASSIFIED)).containsExactly("told", "bare", "blank");
  }

  @Test
  void uplinks_are_in_doubt_below_four_fifths_and_come_first_the_least_sure_leading() {
    port("trunk", "", InterfaceRole.TRUNK, 0.2, 0);
    port("uplink79", "", InterfaceRole.ISP_UPLINK, 0.79, 0);
    port("uplink30", "", InterfaceRole.ISP_UPLINK, 0.3, 0);
    port("uplink80", "", InterfaceRole.ISP_UPLINK, 0.8, 0);
    port("access", "", InterfaceRole.ACCESS, 0.5, 0);
    port("other", "", InterfaceRole.OTHER, 0.2, 0);
    world.look();
    assertThat(names(Kind.LOW_CONFIDENCE)).containsExactly("uplink30", "uplink79", "trunk");
  }

  @Test
  void a_conflict_is_a_rival_at_least_half_as_likely_unless_a_rule_has_decided() {
    port("close", "", InterfaceRole.TRUNK, 0.5, 0.49);
    port("half", "", InterfaceRole.TRUNK, 0.6, 0.3);
    port("clear", "", InterfaceRole.TRUNK, 0.6, 0.29);
    port("by rule", "", InterfaceRole.TRUNK, 0.99, 0.9);
    port("unknown", "", InterfaceRole.OTHER, 0.2, 0.2);
    world.look();
    assertThat(names(Kind.CONFLICTS)).containsExactly("close", "half");
  }

  @Test
  void an_override_of_the_role_takes_an_interface_off_and_another_override_does_not() {
    port("decided", "", InterfaceRole.TRUNK, 0.4, 0.4);
    port("watched", "", InterfaceRole.TRUNK, 0.4, 0.4);
    world.look();
    world.part.overrides().set(key("decided"), Samples.override(InterfaceRole.ACCESS));
    world.part.overrides().set(key("watched"), Samples.monitored(true));
    assertThat(names(Kind.LOW_CONFIDENCE)).containsExactly("watched");
    assertThat(names(Kind.CONFLICTS)).containsExactly("watched");
  }

  @Test
  void what_is_stale_is_on_no_list_of_doubts() {
    port("gone", "", InterfaceRole.TRUNK, 0.4, 0.4);
    world.look();
    ports.clear();
    world.look();
    assertThat(names(Kind.LOW_CONFIDENCE)).isEmpty();
    assertThat(names(Kind.CONFLICTS)).isEmpty();
  }

  @Test
  void new_rules_that_change_a_role_are_noted_with_before_and_after() {
    port("a", "", InterfaceRole.TRUNK, 0.9, 0);
    port("b", "", InterfaceRole.TRUNK, 0.9, 0);
    world.look();
    assertThat(names(Kind.CHANGED)).as("first sight is no change").isEmpty();
    judge("a", InterfaceRole.ISP_UPLINK, Optional.of("Example Telecom"), 0.9, 0);
    reclassify();
    assertThat(names(Kind.CHANGED)).containsExactly("a");
    assertThat(world.part.work().list(Kind.CHANGED).items().get(0).change())
        .contains(
            new Change(
                world.clock.instant(),
                InterfaceRole.TRUNK,
                InterfaceRole.ISP_UPLINK,
                Optional.empty(),
                Optional.of("Example Telecom")));
  }

  @Test
  void a_reading_that_changes_the_provider_alone_is_noted() {
    port("a", "", InterfaceRole.ISP_UPLINK, 0.9, 0);
    world.look();
    judge("a", InterfaceRole.ISP_UPLINK, Optional.of("Example Carrier"), 0.9, 0);
    world.look();
    world.look();
    assertThat(names(Kind.CHANGED)).containsExactly("a");
  }

  @Test
  void another_confidence_or_a_change_under_an_override_is_not_noted() {
    port("a", "", InterfaceRole.TRUNK, 0.9, 0);
    port("b", "", InterfaceRole.TRUNK, 0.9, 0);
    world.look();
    world.part.overrides().set(key("b"), Samples.override(InterfaceRole.ACCESS));
    judge("a", InterfaceRole.TRUNK, Optional.empty(), 0.2, 0.2);
    judge("b", InterfaceRole.VOICE, Optional.empty(), 0.9, 0);
    reclassify();
    assertThat(names(Kind.CHANGED)).isEmpty();
  }

  @Test
  void a_restart_under_other_rules_is_no_change_and_the_record_begins_anew() {
    port("a", "", InterfaceRole.TRUNK, 0.9, 0);
    world.look();
    judge("a", InterfaceRole.ACCESS, Optional.empty(), 0.9, 0);
    reclassify();
    assertThat(names(Kind.CHANGED)).hasSize(1);
    world.part.write();
    judge("a", InterfaceRole.VOICE, Optional.empty(), 0.9, 0);
    world.start().load();
    world.look();
    assertThat(world.known()).hasSize(1);
    assertThat(names(Kind.CHANGED)).isEmpty();
  }

  @Test
  void changes_of_the_day_before_are_not_listed() {
    port("a", "", InterfaceRole.TRUNK, 0.9, 0);
    world.look();
    judge("a", InterfaceRole.ACCESS, Optional.empty(), 0.9, 0);
    reclassify();
    world.clock.pass(Duration.ofHours(25));
    assertThat(names(Kind.CHANGED)).isEmpty();
  }

  private void reclassify() {
    world.part.reclassify();
    world.worker.run();
  }

  private List<String> names(Kind kind) {
    return world.part.work().list(kind).items().stream().map(i -> i.known().key().name()).toList();
  }

  private InterfaceKey key(String name) {
    return new InterfaceKey(device.key(), name);
  }

  private void port(
      String name, String alias, InterfaceRole role, double confidence, double rivalScore) {
    ports.add(Samples.port(device, ports.size() + 1, name, alias));
    judge(name, role, Optional.empty(), confidence, rivalScore);
  }

  private void judge(
      String name,
      InterfaceRole role,
      Optional<String> provider,
      double confidence,
      double rivalScore) {
    Classification as = Samples.classified(Samples.port(device, 1, name, role.spelling()));
    Classification judged =
        new Classification(
            role,
            provider,
            false,
            as.boundary(),
            as.circuitId(),
            as.remotePort(),
            as.contractBandwidth(),
            confidence,
            as.reasons());
    judgements.put(
        name,
        new Judgement(judged, confidence, InterfaceRole.CAMERA, rivalScore, Optional.empty()));
  }
}
