package org.opennms.plugins.trunkline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;

/** What becomes of devices and interfaces from run to run. */
class InventoryRunsTest {
  private final World world = new World();
  private final Device router = Samples.device(1, "router");

  @Test
  void a_renumbered_interface_keeps_its_history_and_its_override() {
    has(Samples.port(router, 1, "ge0", "trunk"));
    Instant first = world.clock.instant();
    world.part.load();
    world.look();
    InterfaceKey key = new InterfaceKey(router.key(), "ge0");
    world.part.overrides().set(key, Samples.override(InterfaceRole.VOICE));
    world.clock.pass(Duration.ofDays(2));
    has(Samples.port(router, 1, "lo0"), Samples.port(router, 517, "ge0", "trunk"));
    world.look();
    KnownInterface known = world.part.inventory().get("router", "ge0").orElseThrow();
    assertThat(known.networkInterface().ifIndex()).isEqualTo(517);
    assertThat(known.firstSeen()).isEqualTo(first);
    assertThat(known.lastSeen()).isEqualTo(world.clock.instant());
    assertThat(known.classification().role()).isEqualTo(InterfaceRole.VOICE);
  }

  @Test
  void a_vanished_interface_is_stale_then_gone_and_comes_back_as_new_after_that() {
    has(Samples.port(router, 1, "a"), Samples.port(router, 2, "b"));
    world.look();
    world.clock.pass(Duration.ofDays(2));
    has(Samples.port(router, 1, "a"));
    world.look();
    assertThat(world.names()).containsExactly("Req:router/a", "Req:router/b stale");
    world.clock.pass(Duration.ofDays(5));
    assertThat(world.part.cleanUp()).startsWith("0 stale interfaces");
    world.clock.pass(Duration.ofSeconds(1));
    assertThat(world.part.cleanUp()).isEqualTo("1 stale interfaces and 0 overrides removed");
    assertThat(world.names()).containsExactly("Req:router/a");
    has(Samples.port(router, 1, "a"), Samples.port(router, 2, "b"));
    world.look();
    assertThat(world.part.inventory().get("router", "b").orElseThrow().firstSeen())
        .isEqualTo(world.clock.instant());
  }

  @Test
  void an_interface_that_comes_back_in_time_keeps_its_history() {
    has(Samples.port(router, 1, "a"));
    Instant first = world.clock.instant();
    world.look();
    has();
    world.clock.pass(Duration.ofDays(2));
    world.look();
    assertThat(world.names()).containsExactly("Req:router/a stale");
    has(Samples.port(router, 1, "a"));
    world.clock.pass(Duration.ofDays(2));
    world.look();
    assertThat(world.known())
        .singleElement()
        .matches(k -> !k.stale() && k.firstSeen().equals(first));
  }

  @Test
  void a_device_that_cannot_be_read_keeps_its_interfaces() {
    has(Samples.port(router, 1, "a"));
    world.look();
    world.reader.script("router", (d, k) -> Samples.failed(FailureReason.NO_ANSWER));
    world.clock.pass(Duration.ofDays(30));
    world.look();
    world.part.cleanUp();
    assertThat(world.names()).containsExactly("Req:router/a");
  }

  @Test
  void a_device_that_says_it_is_unchanged_is_read_wholly_once_a_day() {
    has(Samples.port(router, 1, "a"));
    world.look();
    world.reader.script("router", (d, k) -> k.isPresent() ? unchanged(300) : Samples.one(d));
    world.clock.pass(Duration.ofHours(23));
    assertThat(world.look().unchanged()).isEqualTo(1);
    assertThat(world.known().get(0).lastSeen()).isEqualTo(world.clock.instant());
    world.clock.pass(Duration.ofHours(1));
    assertThat(world.look().complete()).isEqualTo(1);
  }

  @Test
  void a_full_reading_in_the_future_of_a_clock_that_was_set_back_does_not_count() {
    has(Samples.port(router, 1, "a"));
    world.look();
    world.clock.pass(Duration.ofDays(-100));
    world.look();
    assertThat(world.reader.asks).allMatch(ScriptedReader.Ask::thorough);
  }

  @Test
  void a_deleted_node_is_stale_at_the_hosts_word_and_gone_after_the_retention() {
    has(Samples.port(router, 1, "a"));
    world.look();
    world.host.nodes.clear();
    world.part.changes().announce(1);
    world.clock.pass(Duration.ofSeconds(31));
    world.part.tick();
    world.worker.run();
    assertThat(world.names()).containsExactly("Req:router/a stale");
    world.clock.pass(Duration.ofDays(8));
    world.part.cleanUp();
    assertThat(world.names()).isEmpty();
    world.part.write();
    assertThat(world.devices.documents).isEmpty();
  }

  @Test
  void a_deleted_node_without_interfaces_leaves_nothing_behind() {
    has();
    world.look();
    world.part.write();
    assertThat(world.devices.documents).containsOnlyKeys("Req:router");
    world.host.nodes.clear();
    world.look();
    world.part.write();
    assertThat(world.devices.documents).isEmpty();
  }

  @Test
  void a_deletion_that_was_missed_is_found_by_the_next_look() {
    has(Samples.port(router, 1, "a"));
    world.look();
    world.host.nodes.clear();
    world.look();
    assertThat(world.names()).containsExactly("Req:router/a stale");
  }

  @Test
  void a_node_that_is_imported_anew_keeps_everything_under_its_new_id() {
    has(Samples.port(router, 1, "a"));
    Instant first = world.clock.instant();
    world.look();
    world.host.nodes.clear();
    world.host.add(Samples.device(77, "router"));
    world.clock.pass(Duration.ofHours(1));
    world.look();
    assertThat(world.known())
        .singleElement()
        .matches(k -> k.device().nodeId() == 77 && !k.stale() && k.firstSeen().equals(first));
    assertThat(world.part.inventory().get("77", "a")).isPresent();
    assertThat(world.part.inventory().get("1", "a")).isEmpty();
  }

  @Test
  void a_node_that_is_imported_anew_and_does_not_answer_is_not_taken_for_lost() {
    has(Samples.port(router, 1, "a"));
    world.look();
    world.host.nodes.clear();
    world.host.add(Samples.device(77, "router"));
    world.reader.script("router", (d, k) -> Samples.failed(FailureReason.NO_ANSWER));
    world.look();
    assertThat(world.names()).containsExactly("Req:router/a");
    assertThat(world.known().get(0).device().nodeId()).isEqualTo(77);
  }

  @Test
  void a_lost_node_that_comes_back_is_read_wholly_even_if_it_calls_itself_unchanged() {
    has(Samples.port(router, 1, "a"));
    world.look();
    world.host.nodes.clear();
    world.look();
    world.host.add(router);
    world.reader.script("router", (d, k) -> k.isPresent() ? unchanged(300) : Samples.one(d));
    world.look();
    assertThat(world.names()).containsExactly("Req:router/a stale", "Req:router/eth0");
  }

  @Test
  void a_node_that_is_imported_during_a_spread_run_is_not_lost_at_its_end() {
    has(Samples.port(router, 1, "a"));
    world.discovery().look("schedule", Duration.ofMinutes(50));
    world.worker.run();
    world.host.add(Samples.device(2, "switch"));
    world.host.add(Samples.device(3, "switch3"));
    world.discovery().read("event", List.of(2));
    world.worker.run();
    world.clock.pass(Duration.ofHours(1));
    world.discovery().tick();
    world.worker.run();
    assertThat(world.discovery().runs()).allMatch(r -> r.state() == DiscoveryRun.State.DONE);
    assertThat(world.names()).containsExactly("Req:router/a", "Req:switch/eth0");
  }

  @Test
  void a_node_that_is_no_longer_selected_becomes_stale_and_is_no_longer_monitored() {
    has(Samples.port(router, 1, "a", "trunk"));
    world.look();
    assertThat(world.known()).allMatch(KnownInterface::monitored);
    world.settings.put("discovery.nodes.categories", "Elsewhere");
    world.look();
    assertThat(world.names()).containsExactly("Req:router/a stale");
    assertThat(world.known()).noneMatch(KnownInterface::monitored);
  }

  @Test
  void announcements_wait_while_the_part_is_off() {
    has(Samples.port(router, 1, "a"));
    world.settings.put("discovery.enabled", "false");
    world.part.changes().announce(1);
    world.clock.pass(Duration.ofHours(1));
    world.part.tick();
    world.worker.run();
    assertThat(world.discovery().runs()).isEmpty();
    world.settings.put("discovery.enabled", "true");
    world.part.tick();
    world.worker.run();
    assertThat(world.names()).containsExactly("Req:router/a");
  }

  @Test
  void a_changed_label_is_known_even_if_the_device_is_silent() {
    has(Samples.port(router, 1, "a"));
    world.look();
    world.host.add(Samples.device(1, "renamed", "Req", "router"));
    world.reader.script("renamed", (d, k) -> Samples.failed(FailureReason.NO_ANSWER));
    world.look();
    assertThat(world.part.inventory().nodeLabels()).containsExactly("renamed");
  }

  @Test
  void restarts_and_changed_identities_become_events_once() {
    has(Samples.port(router, 1, "a"));
    world.look();
    world.clock.pass(Duration.ofHours(1));
    world.reader.script("router", (d, k) -> unchanged(6000));
    world.look();
    assertThat(world.events).containsExactly("router restarted, up 60 s");
    DeviceFingerprint other =
        new DeviceFingerprint(
            366_000, world.clock.instant().toEpochMilli(), 0, 1, "v2", "name", "roof");
    world.reader.script("router", (d, k) -> Samples.complete(other, Samples.port(d, 1, "a")));
    world.look();
    assertThat(world.events.subList(1, world.events.size()))
        .containsExactly("router sysDescr: descr -> v2", "router sysLocation: place -> roof");
  }

  @Test
  void an_event_that_was_sent_is_not_sent_again_after_our_own_restart() {
    has(Samples.port(router, 1, "a"));
    world.look();
    world.part.write();
    world.clock.pass(Duration.ofHours(1));
    world.reader.script("router", (d, k) -> unchanged(6000));
    world.look();
    world.part.write();
    world.start().load();
    world.reader.script("router", (d, k) -> unchanged(12_000));
    world.clock.pass(Duration.ofMinutes(1));
    world.look();
    assertThat(world.events).hasSize(1);
  }

  @Test
  void what_was_known_is_known_again_after_a_restart() {
    has(Samples.port(router, 1, "a", "trunk!"), Samples.port(router, 2, "b"));
    world.part.load();
    world.look();
    InterfaceKey key = new InterfaceKey(router.key(), "b");
    world.part.overrides().set(key, Samples.override(InterfaceRole.CAMERA));
    List<KnownInterface> before = world.known();
    assertThat(world.part.unwritten()).isEqualTo(1);
    world.part.close();
    assertThat(world.start().load()).isTrue();
    assertThat(world.known()).isEqualTo(before);
  }

  @Test
  void changed_rules_classify_everything_anew() {
    has(Samples.port(router, 1, "a", "trunk"));
    world.look();
    world.rules =
        (d, f, i) -> Samples.BY_ALIAS.classify(d, f, List.of(Samples.port(d, 1, "a", "voice")));
    assertThat(world.known().get(0).classification().role()).isEqualTo(InterfaceRole.TRUNK);
    world.part.reclassify();
    world.worker.run();
    assertThat(world.known().get(0).classification().role()).isEqualTo(InterfaceRole.VOICE);
  }

  private void has(NetworkInterface... interfaces) {
    world.host.add(router);
    DeviceFingerprint fingerprint = Samples.fingerprint(360_000_000, world.clock.instant());
    world.reader.script("router", (d, k) -> Samples.complete(fingerprint, interfaces));
  }

  private DeviceReading unchanged(long uptimeCentis) {
    return new DeviceReading.Unchanged(Samples.fingerprint(uptimeCentis, world.clock.instant()), 3);
  }
}
