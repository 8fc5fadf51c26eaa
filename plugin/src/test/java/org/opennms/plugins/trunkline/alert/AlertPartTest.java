package org.opennms.plugins.trunkline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficRates;

class AlertPartTest {
  private final World world = new World();
  private Device edge;
  private Device core;
  private KnownInterface uplink;
  private KnownInterface second;
  private KnownInterface trunk;
  private KnownInterface far;

  @BeforeEach
  void network() {
    edge = world.net.device(1, "edge-1", "Default", "Edge");
    core = world.net.device(2, "core-1", "Default", "Core");
    uplink = world.net.port(edge, 1, InterfaceRole.ISP_UPLINK, true);
    second = world.net.port(edge, 2, InterfaceRole.ISP_UPLINK, true);
    trunk = world.net.port(edge, 3, InterfaceRole.TRUNK, false);
    far = world.net.port(core, 3, InterfaceRole.TRUNK, false);
    world.net.link(trunk, far);
    world.start();
  }

  @Test
  void a_critical_interface_that_goes_down_is_one_critical_alarm_that_clears_by_itself() {
    world.see(uplink, OperStatus.DOWN);
    world.pass(2);
    assertThat(world.open()).hasSize(1);
    Alert alert = world.open().get(0);
    assertThat(alert.severity()).isEqualTo(AlertSeverity.CRITICAL);
    assertThat(alert.text())
        .isEqualTo("edge-1 Gi0/1 (to somewhere 1), isp uplink of Example Telecom: down");
    assertThat(world.host.open()).hasSize(1);

    world.see(uplink, OperStatus.DOWN);
    world.pass(60);
    assertThat(world.host.taken).hasSize(1);

    world.see(uplink, OperStatus.UP);
    world.pass(5);
    assertThat(world.open()).isEmpty();
    assertThat(world.host.open()).isEmpty();
    assertThat(world.host.taken).hasSize(2);
    assertThat(world.part.book().history(10)).extracting(Alert::id).containsExactly(alert.id());
  }

  @Test
  void what_was_never_up_or_is_shut_on_purpose_raises_nothing() {
    world.net.up.clear();
    world.see(uplink, OperStatus.DOWN);
    world.see(second, OperStatus.UP);
    world.see(second, AdminStatus.DOWN, OperStatus.DOWN);
    world.pass(60);
    assertThat(world.host.taken).isEmpty();
  }

  @Test
  void a_role_that_is_off_raises_nothing() {
    KnownInterface phone = world.net.port(edge, 9, InterfaceRole.VOICE, false);
    world.see(phone, OperStatus.DOWN);
    world.pass(10);
    assertThat(world.host.taken).isEmpty();
  }

  @Test
  void both_ends_of_a_link_are_one_alert_that_names_both_and_lasts_until_both_are_up() {
    world.see(trunk, OperStatus.DOWN);
    world.pass(2);
    world.see(far, OperStatus.DOWN);
    world.pass(5);
    assertThat(world.open()).hasSize(1);
    assertThat(world.open().get(0).text()).contains("edge-1 Gi0/3").contains("core-1 Gi0/3");
    assertThat(world.open().get(0).severity()).isEqualTo(AlertSeverity.HIGH);
    world.see(trunk, OperStatus.UP);
    world.pass(5);
    assertThat(world.open()).hasSize(1);
    world.see(far, OperStatus.UP);
    world.pass(5);
    assertThat(world.host.open()).isEmpty();
  }

  @Test
  void members_of_an_aggregate_are_its_one_alert() {
    KnownInterface bundle = world.net.port(core, 100, InterfaceRole.TRUNK, false);
    KnownInterface one = world.net.port(core, 11, InterfaceRole.TRUNK, false, 100);
    KnownInterface two = world.net.port(core, 12, InterfaceRole.TRUNK, false, 100);
    world.see(one, OperStatus.DOWN);
    world.pass(2);
    world.see(two, OperStatus.DOWN);
    world.see(bundle, OperStatus.LOWER_LAYER_DOWN);
    world.pass(10);
    assertThat(world.open()).hasSize(1);
    assertThat(world.open().get(0).place().ifName()).isEqualTo("Gi0/100");
    assertThat(world.open().get(0).text()).contains("members down: Gi0/11, Gi0/12");
    List.of(one, two, bundle).forEach(i -> world.see(i, OperStatus.UP));
    world.pass(5);
    assertThat(world.host.open()).isEmpty();
  }

  @Test
  void utilization_must_last_and_stays_open_between_its_two_levels() {
    for (int i = 0; i < 2; i++) {
      world.pass(300);
      world.load(uplink, 0.95);
    }
    world.pass(2);
    assertThat(world.open()).isEmpty();
    world.pass(300);
    world.load(uplink, 0.95);
    world.pass(2);
    assertThat(world.open()).extracting(Alert::kind).containsExactly(AlertKind.UTILIZATION);
    assertThat(world.open().get(0).text()).contains("95 % of the capacity is used (in)");
    world.load(uplink, 0.78);
    world.pass(60);
    assertThat(world.open()).hasSize(1);
    world.load(uplink, 0.74);
    world.pass(5);
    assertThat(world.host.open()).isEmpty();
  }

  @Test
  void a_dip_between_the_levels_begins_the_duration_anew() {
    for (double load : new double[] {0.9, 0.9, 0.77, 0.9, 0.9}) {
      world.pass(300);
      world.load(uplink, load);
    }
    world.pass(2);
    assertThat(world.open()).isEmpty();
  }

  @Test
  void errors_of_a_handful_of_packets_are_none() {
    for (int i = 0; i < 6; i++) {
      world.pass(300);
      world.measure(uplink, new TrafficRates(1000, 1, 0.5, 0, 0.01));
    }
    world.pass(2);
    assertThat(world.open()).isEmpty();
    for (int i = 0; i < 3; i++) {
      world.pass(300);
      world.measure(uplink, new TrafficRates(1000, 100, 0.01, 0, 0.01));
    }
    world.pass(2);
    assertThat(world.open()).extracting(Alert::kind).containsExactly(AlertKind.ERRORS);
  }

  @Test
  void a_spike_is_never_worse_than_high_and_a_drop_may_be_critical() {
    world.compare(uplink, true, AlertSeverity.CRITICAL);
    world.pass(2);
    assertThat(world.open()).extracting(Alert::severity).containsExactly(AlertSeverity.HIGH);
    world.asUsual(uplink);
    world.pass(5);
    world.pass(Duration.ofMinutes(30));
    world.compare(uplink, false, AlertSeverity.CRITICAL);
    world.pass(2);
    assertThat(world.open()).extracting(Alert::severity).containsExactly(AlertSeverity.CRITICAL);
  }

  @Test
  void in_the_first_days_anomalies_are_counted_until_an_operator_ends_that() {
    world.counting = Duration.ofDays(7);
    world.start();
    world.compare(uplink, false, AlertSeverity.CRITICAL);
    world.pass(10);
    assertThat(world.host.taken).isEmpty();
    assertThat(world.part.book().suppressed().get(0).suppressedBy().orElseThrow())
        .startsWith("only counted until 2026-03-09");
    world.part.book().enableLearned();
    world.pass(10);
    assertThat(world.host.open()).hasSize(1);
    world.start();
    world.pass(10);
    assertThat(world.part.book().overview().countedUntil()).isEmpty();
  }

  @Test
  void an_uplink_whose_traffic_moved_to_its_sister_is_one_alert_of_a_failover() {
    world.compare(uplink, false, AlertSeverity.CRITICAL);
    world.pass(2);
    world.compare(second, true, AlertSeverity.CRITICAL);
    world.pass(5);
    assertThat(world.open()).hasSize(1);
    assertThat(world.open().get(0).text()).contains("failover, the traffic moved to edge-1 Gi0/2");
    assertThat(world.part.book().suppressed().get(0).suppressedBy().orElseThrow())
        .contains("failover from edge-1 Gi0/1");
  }

  @Test
  void an_interface_that_is_down_explains_its_traffic_and_its_neighbour() {
    world.see(trunk, OperStatus.DOWN);
    world.pass(2);
    world.compare(trunk, false, AlertSeverity.CRITICAL);
    world.neighbour(far, false);
    world.pass(300);
    assertThat(world.open()).extracting(Alert::kind).containsExactly(AlertKind.INTERFACE_DOWN);
    assertThat(world.part.book().suppressed())
        .extracting(a -> a.suppressedBy().orElseThrow())
        .allSatisfy(by -> assertThat(by).contains("is down"))
        .hasSize(2);
  }

  @Test
  void nothing_is_raised_about_a_node_that_the_host_holds_for_down_until_it_is_up() {
    world.part.book().offer(new Reading.HostNode(edge, world.clock.instant(), true));
    world.see(uplink, OperStatus.DOWN);
    world.pass(20);
    assertThat(world.host.taken).isEmpty();
    assertThat(world.part.book().suppressed().get(0).suppressedBy())
        .hasValue("the host holds node edge-1 for down");
    world.part.book().offer(new Reading.HostNode(edge, world.clock.instant(), false));
    world.pass(20);
    assertThat(world.host.open()).as("before the device was asked again").isEmpty();
    world.see(uplink, OperStatus.DOWN);
    world.pass(10);
    assertThat(world.host.open()).hasSize(1);
  }

  @Test
  void many_silent_devices_of_a_location_are_one_alarm() {
    List<KnownInterface> branches = branches(25);
    branches.forEach(world::silence);
    world.pass(60);
    branches.forEach(world::silence);
    world.pass(Duration.ofMinutes(6));
    assertThat(world.open()).extracting(Alert::kind).containsExactly(AlertKind.DEVICES_SILENT);
    assertThat(world.open().get(0).text()).contains("25 devices of location Branches");
    assertThat(world.part.book().suppressed()).hasSize(25);
    branches.forEach(b -> world.see(b, OperStatus.UP));
    world.pass(20);
    assertThat(world.host.open()).isEmpty();
  }

  @Test
  void a_device_that_answers_but_no_longer_has_an_interface_is_not_silent() {
    KnownInterface gone = world.net.port(edge, 7, InterfaceRole.ISP_UPLINK, true);
    for (int i = 0; i < 10; i++) {
      world.part.book().offer(new Reading.Status(gone, LinkStatus.untold(world.clock.instant())));
      world.pass(60);
    }
    assertThat(world.host.taken).isEmpty();
    assertThat(world.part.book().overview().pending()).isZero();
  }

  @Test
  void a_few_silent_devices_are_alarms_of_their_own() {
    branches(3).forEach(world::silence);
    world.pass(Duration.ofMinutes(6));
    assertThat(world.open()).hasSize(3);
  }

  @Test
  void many_silent_devices_behind_one_neighbour_are_named_by_it() {
    List<KnownInterface> branches = branches(21);
    for (int i = 0; i < branches.size(); i++) {
      world.net.link(branches.get(i), world.net.port(core, 200 + i, InterfaceRole.TRUNK, false));
    }
    branches.forEach(world::silence);
    world.pass(Duration.ofMinutes(6));
    assertThat(world.open()).hasSize(1);
    assertThat(world.open().get(0).text()).contains("21 devices behind core-1");
  }

  private List<KnownInterface> branches(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> world.net.device(100 + i, "branch-" + i, "Branches"))
        .map(d -> world.net.port(d, 1, InterfaceRole.BRANCH_LINK, false))
        .collect(Collectors.toList());
  }

  @Test
  void flapping_is_told_once_and_is_over_when_it_has_been_calm() {
    for (int i = 0; i < 60; i++) {
      world.see(uplink, OperStatus.DOWN);
      world.pass(10);
      world.see(uplink, OperStatus.UP);
      world.pass(10);
    }
    assertThat(world.open()).hasSize(1);
    assertThat(world.open().get(0).flapping()).isTrue();
    assertThat(world.open().get(0).text()).endsWith("it comes and goes");
    assertThat(world.host.taken).hasSizeLessThan(16);
    int sent = world.host.taken.size();
    world.pass(Duration.ofMinutes(20));
    assertThat(world.host.taken).hasSize(sent);
    world.pass(Duration.ofMinutes(15));
    assertThat(world.host.open()).isEmpty();
  }

  @Test
  void the_hosts_own_link_alarm_stands_for_ours_unless_the_interface_is_critical() {
    world.part.book().alarm(linkDown(77, trunk));
    world.part.book().alarm(linkDown(78, uplink));
    world.see(trunk, OperStatus.DOWN);
    world.see(uplink, OperStatus.DOWN);
    world.pass(5);
    assertThat(world.open()).hasSize(1);
    assertThat(world.open().get(0).text()).endsWith("the host has alarm 78");
    assertThat(world.part.book().suppressed().get(0).suppressedBy().orElseThrow())
        .contains("own alarm 77");
  }

  private static HostAlarm linkDown(int id, KnownInterface of) {
    return new HostAlarm(
        id,
        "uei.opennms.org/generic/traps/SNMP_Link_Down",
        "",
        "",
        HostAlarm.State.OPEN,
        AlertSeverity.MEDIUM,
        of.device().nodeId(),
        of.networkInterface().ifIndex());
  }

  @Test
  void a_hint_of_the_host_leads_to_a_question_and_an_alarm_within_ten_seconds() {
    world.confirmed = new LinkStatus(world.clock.instant(), true, AdminStatus.UP, OperStatus.DOWN);
    for (int i = 0; i < 50; i++) {
      world.part.link(new LinkHint(1, 1, "SNMP_Link_Down"));
    }
    world.pass(5);
    assertThat(world.host.open()).hasSize(1);
    assertThat(world.host.taken).hasSize(1);
  }

  @Test
  void an_interface_that_is_no_longer_monitored_has_no_alarm() {
    world.see(uplink, OperStatus.DOWN);
    world.pass(5);
    world.net.interfaces.remove(uplink.key());
    world.pass(70);
    assertThat(world.host.open()).isEmpty();
    assertThat(world.part.book().history(1).get(0).timeline().toString())
        .contains("no longer monitored");
  }

  @Test
  void a_threshold_without_samples_for_an_hour_is_over() {
    for (int i = 0; i < 4; i++) {
      world.pass(300);
      world.load(uplink, 0.95);
    }
    world.pass(5);
    assertThat(world.open()).hasSize(1);
    world.pass(Duration.ofMinutes(61));
    assertThat(world.open()).isEmpty();
  }

  @Test
  void an_operators_test_is_marked_and_clears_by_itself() {
    world.part.book().test();
    world.pass(3);
    assertThat(world.host.taken.get(0).text()).startsWith("TEST");
    assertThat(world.host.open()).hasSize(1);
    world.pass(60);
    assertThat(world.host.open()).isEmpty();
  }
}
