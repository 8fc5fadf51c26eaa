package org.opennms.plugins.trunkline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficRates;

/** One root cause is one alarm, in whatever order its signs are seen, and has no aftermath. */
class RootCauseTest {
  private final World world = new World();
  private Device edge;
  private Device other;
  private Device core;
  private KnownInterface uplink;
  private KnownInterface second;
  private KnownInterface elsewhere;
  private KnownInterface trunk;
  private KnownInterface far;

  @BeforeEach
  void network() {
    edge = world.net.device(1, "edge-1", "Default", "Edge");
    core = world.net.device(2, "core-1", "Default", "Core");
    other = world.net.device(3, "branch-7", "Default", "Edge");
    uplink = world.net.port(edge, 1, InterfaceRole.ISP_UPLINK, true);
    second = world.net.port(edge, 2, InterfaceRole.ISP_UPLINK, true);
    elsewhere = world.net.port(other, 1, InterfaceRole.ISP_UPLINK, true);
    trunk = world.net.port(edge, 3, InterfaceRole.TRUNK, false);
    far = world.net.port(core, 3, InterfaceRole.TRUNK, false);
    world.net.link(trunk, far);
    world.start();
  }

  @Test
  void a_spike_at_both_ends_of_a_link_is_one_alert_that_names_both() {
    world.compare(trunk, true, AlertSeverity.CRITICAL);
    world.compare(far, true, AlertSeverity.CRITICAL);
    world.pass(5);
    assertThat(world.open()).hasSize(1);
    assertThat(world.open().get(0).text()).contains("edge-1 Gi0/3").contains("core-1 Gi0/3");
    assertThat(world.open().get(0).members()).hasSize(2);
    world.asUsual(trunk);
    world.pass(5);
    assertThat(world.open()).as("one end is still unusual").hasSize(1);
    world.asUsual(far);
    world.pass(5);
    assertThat(world.host.open()).isEmpty();
  }

  @Test
  void a_full_link_is_one_alert_whichever_end_is_measured_first() {
    fill(far, 4);
    fill(trunk, 4);
    assertThat(world.open()).extracting(Alert::kind).containsExactly(AlertKind.UTILIZATION);
    assertThat(world.host.open()).hasSize(1);
  }

  @Test
  void errors_are_one_ends_own() {
    for (int i = 0; i < 4; i++) {
      world.pass(300);
      errors(trunk);
      errors(far);
    }
    world.pass(5);
    assertThat(world.open()).extracting(Alert::kind).containsOnly(AlertKind.ERRORS).hasSize(2);
  }

  @Test
  void a_link_that_is_full_explains_its_unusual_rise_from_the_first_sample_on() {
    world.pass(300);
    world.load(uplink, 0.95);
    world.compare(uplink, true, AlertSeverity.CRITICAL);
    world.pass(30);
    assertThat(world.open()).isEmpty();
    assertThat(world.part.book().suppressed().get(0).suppressedBy())
        .hasValue("rule utilization, whose time is running");
    fill(uplink, 3);
    assertThat(world.open()).extracting(Alert::kind).containsExactly(AlertKind.UTILIZATION);
    assertThat(world.host.alarms).hasSize(1);
  }

  @Test
  void a_rise_that_was_raised_becomes_part_of_the_full_links_alert() {
    world.compare(uplink, true, AlertSeverity.HIGH);
    world.pass(10);
    assertThat(world.open()).extracting(Alert::kind).containsExactly(AlertKind.ANOMALY);
    fill(uplink, 4);
    assertThat(world.open()).extracting(Alert::kind).containsExactly(AlertKind.UTILIZATION);
    assertThat(world.host.open()).hasSize(1);
    assertThat(world.part.book().history(1).get(0).timeline().toString())
        .contains("is part of alert")
        .contains("is full");
  }

  @Test
  void a_rise_is_raised_where_the_link_was_full_for_a_moment_only_and_it_lasts() {
    world.pass(300);
    world.load(uplink, 0.95);
    world.compare(uplink, true, AlertSeverity.CRITICAL);
    world.pass(300);
    world.load(uplink, 0.6);
    world.pass(Duration.ofMinutes(20));
    assertThat(world.open()).isEmpty();
    for (int i = 0; i < 4; i++) {
      world.pass(300);
      world.load(uplink, 0.6);
    }
    assertThat(world.open()).extracting(Alert::kind).containsExactly(AlertKind.ANOMALY);
  }

  @Test
  void a_failover_is_one_alert_also_when_the_rise_is_seen_first() {
    world.compare(second, true, AlertSeverity.CRITICAL);
    world.pass(10);
    assertThat(world.open()).hasSize(1);
    world.compare(uplink, false, AlertSeverity.CRITICAL);
    world.pass(10);
    assertThat(world.open()).hasSize(1);
    assertThat(world.open().get(0).place().ifName()).isEqualTo("Gi0/1");
    assertThat(world.open().get(0).text()).contains("failover, the traffic moved to edge-1 Gi0/2");
    assertThat(world.host.open()).hasSize(1);
  }

  @Test
  void uplinks_of_places_that_have_nothing_to_do_with_each_other_are_no_failover() {
    world.compare(uplink, false, AlertSeverity.CRITICAL);
    world.compare(elsewhere, true, AlertSeverity.CRITICAL);
    world.pass(10);
    assertThat(world.open()).hasSize(2);
  }

  @Test
  void uplinks_behind_one_switch_are_sisters() {
    KnownInterface down = world.net.port(other, 3, InterfaceRole.TRUNK, false);
    KnownInterface up = world.net.port(core, 4, InterfaceRole.TRUNK, false);
    world.net.link(down, up);
    world.compare(uplink, false, AlertSeverity.CRITICAL);
    world.compare(elsewhere, true, AlertSeverity.CRITICAL);
    world.pass(10);
    assertThat(world.open()).hasSize(1);
  }

  @Test
  void a_drop_that_was_seen_before_the_link_was_known_to_be_down_becomes_part_of_that() {
    world.compare(uplink, false, AlertSeverity.CRITICAL);
    world.pass(5);
    world.see(uplink, OperStatus.DOWN);
    world.pass(10);
    assertThat(world.open()).extracting(Alert::kind).containsExactly(AlertKind.INTERFACE_DOWN);
    assertThat(world.host.open()).hasSize(1);
  }

  @Test
  void traffic_that_comes_back_after_a_cut_raises_nothing() {
    world.see(uplink, OperStatus.DOWN);
    world.compare(uplink, false, AlertSeverity.CRITICAL);
    world.pass(600);
    world.see(uplink, OperStatus.UP);
    // The baseline needs half an hour of calm until it says that this is over.
    for (int minute = 0; minute < 30; minute++) {
      world.see(uplink, OperStatus.UP);
      world.pass(60);
      assertThat(world.open()).as("minute " + minute).isEmpty();
    }
    world.asUsual(uplink);
    world.pass(Duration.ofMinutes(20));
    assertThat(world.host.taken).extracting(Alert::kind).containsOnly(AlertKind.INTERFACE_DOWN);
  }

  @Test
  void traffic_that_does_not_come_back_after_a_cut_is_raised_in_the_end() {
    world.see(uplink, OperStatus.DOWN);
    world.compare(uplink, false, AlertSeverity.CRITICAL);
    world.pass(600);
    world.see(uplink, OperStatus.UP);
    world.pass(Duration.ofMinutes(36));
    assertThat(world.open()).extracting(Alert::kind).containsExactly(AlertKind.ANOMALY);
  }

  @Test
  void traffic_that_was_missing_in_a_short_cut_is_told_only_after_it_and_raises_nothing() {
    world.see(uplink, OperStatus.DOWN);
    world.pass(120);
    world.see(uplink, OperStatus.UP);
    world.pass(180);
    world.compare(uplink, false, AlertSeverity.HIGH);
    world.pass(300);
    world.compare(uplink, false, AlertSeverity.CRITICAL);
    world.pass(Duration.ofMinutes(25));
    world.asUsual(uplink);
    world.pass(Duration.ofMinutes(10));
    assertThat(world.host.taken).extracting(Alert::kind).containsOnly(AlertKind.INTERFACE_DOWN);
  }

  @Test
  void a_drop_a_while_after_a_cut_is_raised_at_once() {
    world.see(uplink, OperStatus.DOWN);
    world.pass(120);
    world.see(uplink, OperStatus.UP);
    world.pass(PastCauses.WAKE.plusSeconds(10));
    world.compare(uplink, false, AlertSeverity.CRITICAL);
    world.pass(10);
    assertThat(world.open()).extracting(Alert::kind).containsExactly(AlertKind.ANOMALY);
  }

  @Test
  void a_rise_that_was_a_full_links_is_not_raised_when_that_ends_after_a_restart() {
    fill(uplink, 4);
    Instant since = world.clock.instant();
    world.compare(uplink, true, AlertSeverity.CRITICAL);
    world.pass(60);
    world.start();
    world.pass(60);
    world.load(uplink, 0.3);
    world.pass(60);
    assertThat(world.open()).isEmpty();
    world.deviates(uplink, true, AlertSeverity.CRITICAL, since);
    world.pass(Duration.ofMinutes(30));
    assertThat(world.open()).isEmpty();
  }

  @Test
  void a_drop_as_soon_as_a_link_is_no_longer_full_is_raised() {
    fill(uplink, 4);
    world.load(uplink, 0);
    world.compare(uplink, false, AlertSeverity.CRITICAL);
    world.pass(10);
    assertThat(world.open()).extracting(Alert::kind).containsExactly(AlertKind.ANOMALY);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_was_missing_on_a_link_that_was_cut_raises_nothing_through_restarts(boolean later) {
    Instant cut = world.clock.instant();
    world.see(trunk, OperStatus.DOWN);
    world.pass(300);
    world.compare(far, false, AlertSeverity.CRITICAL);
    world.pass(60);
    world.start();
    world.pass(30);
    world.see(trunk, OperStatus.UP);
    world.pass(30);
    assertThat(world.open()).isEmpty();
    if (later) {
      world.start();
      world.pass(30);
    }
    world.deviates(far, false, AlertSeverity.CRITICAL, cut);
    world.pass(Duration.ofMinutes(30));
    assertThat(world.open()).isEmpty();
    assertThat(world.part.book().suppressed().get(0).suppressedBy().orElseThrow())
        .contains("its cause ended at")
        .contains("raised if it outlasts that by");
    world.pass(Duration.ofMinutes(6));
    assertThat(world.open()).as("it outlasts that").hasSize(1);
  }

  @Test
  void what_was_unusual_while_the_host_held_a_node_for_down_raises_nothing_when_it_is_up() {
    world.part.book().offer(new Reading.HostNode(edge, world.clock.instant(), true));
    world.pass(60);
    world.part.book().offer(new Reading.HostNode(edge, world.clock.instant(), false));
    world.pass(60);
    world.compare(uplink, false, AlertSeverity.CRITICAL);
    world.pass(Duration.ofMinutes(30));
    assertThat(world.open()).isEmpty();
  }

  @Test
  void a_neighbour_has_time_to_be_seen_again_after_a_cut() {
    world.see(trunk, OperStatus.DOWN);
    world.neighbour(trunk, false);
    world.pass(300);
    assertThat(world.open()).extracting(Alert::kind).containsExactly(AlertKind.INTERFACE_DOWN);
    world.see(trunk, OperStatus.UP);
    world.pass(Duration.ofMinutes(15));
    assertThat(world.open()).isEmpty();
    world.pass(Duration.ofMinutes(6));
    assertThat(world.open()).extracting(Alert::kind).containsExactly(AlertKind.NEIGHBOUR_LOST);
  }

  @Test
  void the_hosts_node_down_takes_the_place_of_a_silent_device() {
    world.silence(uplink);
    world.pass(310);
    assertThat(world.open()).extracting(Alert::kind).containsExactly(AlertKind.DEVICE_SILENT);
    world.part.book().offer(new Reading.HostNode(edge, world.clock.instant(), true));
    world.pass(10);
    assertThat(world.host.open()).isEmpty();
    assertThat(world.part.book().suppressed().get(0).suppressedBy())
        .hasValue("the host holds node edge-1 for down");
  }

  @Test
  void single_silent_devices_become_part_of_their_locations_alert() {
    List<KnownInterface> all = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      Device device = world.net.device(100 + i, "shop-" + i, "Berne");
      all.add(world.net.port(device, 1, InterfaceRole.BRANCH_LINK, false));
    }
    all.subList(0, 10).forEach(world::silence);
    world.pass(310);
    assertThat(world.open()).hasSize(10);
    all.forEach(world::silence);
    world.pass(15);
    assertThat(world.open()).extracting(Alert::kind).containsExactly(AlertKind.DEVICES_SILENT);
    assertThat(world.host.open()).hasSize(1);
    for (int i = 0; i < 4; i++) {
      all.forEach(d -> world.see(d, OperStatus.UP));
      world.pass(60);
    }
    assertThat(world.host.open()).isEmpty();
  }

  @Test
  void an_aggregate_that_lacks_a_member_is_not_said_to_be_down() {
    KnownInterface bundle = world.net.port(core, 100, InterfaceRole.TRUNK, false);
    KnownInterface one = world.net.port(core, 11, InterfaceRole.TRUNK, false, 100);
    world.see(one, OperStatus.DOWN);
    world.pass(10);
    assertThat(world.open().get(0).text())
        .isEqualTo(
            "core-1 Gi0/100 (to somewhere 100), trunk: not all members are up; members down:"
                + " Gi0/11");
    world.see(bundle, OperStatus.LOWER_LAYER_DOWN);
    world.pass(10);
    assertThat(world.open().get(0).text()).contains("trunk: down; members down: Gi0/11");
  }

  @Test
  void a_members_spike_is_its_aggregates_and_its_figures_stay_its_own() {
    world.net.port(core, 100, InterfaceRole.TRUNK, false);
    KnownInterface one = world.net.port(core, 11, InterfaceRole.TRUNK, false, 100);
    world.compare(one, true, AlertSeverity.CRITICAL);
    world.pass(10);
    assertThat(world.open()).hasSize(1);
    assertThat(world.open().get(0).place().ifName()).isEqualTo("Gi0/100");
    assertThat(world.open().get(0).text()).contains("member Gi0/11 more traffic than usual");
  }

  @Test
  void nothing_is_raised_while_the_hosts_scheduled_outage_lasts_at_either_end() {
    world.net.outages.put(core.key(), "new line card");
    world.see(trunk, OperStatus.DOWN);
    world.see(far, OperStatus.DOWN);
    world.see(uplink, OperStatus.DOWN);
    world.pass(30);
    assertThat(world.open()).extracting(a -> a.place().ifName()).containsExactly("Gi0/1");
    assertThat(world.part.book().suppressed().get(0).suppressedBy())
        .hasValue("the host's scheduled outage new line card of node core-1");
    world.net.outages.clear();
    world.pass(10);
    assertThat(world.open()).hasSize(2);
  }

  private void fill(KnownInterface of, int samples) {
    for (int i = 0; i < samples; i++) {
      world.pass(300);
      world.load(of, 0.95);
    }
    world.pass(10);
  }

  private void errors(KnownInterface of) {
    world.measure(of, new TrafficRates(1e6, 10_000, 0.05, 0, 0.1));
  }
}
