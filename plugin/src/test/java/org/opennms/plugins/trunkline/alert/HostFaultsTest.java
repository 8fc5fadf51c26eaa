package org.opennms.plugins.trunkline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.OperStatus;

class HostFaultsTest {
  private final World world = new World();
  private Device edge;
  private KnownInterface uplink;
  private KnownInterface second;

  @BeforeEach
  void network() {
    edge = world.net.device(1, "edge-1", "Default");
    uplink = world.net.port(edge, 1, InterfaceRole.ISP_UPLINK, true);
    second = world.net.port(edge, 2, InterfaceRole.ISP_UPLINK, true);
    world.start();
  }

  @Test
  void an_event_that_the_host_lost_is_sent_again_once_its_list_shows_that() {
    world.host.loses = () -> world.host.taken.size() == 1;
    world.see(uplink, OperStatus.DOWN);
    world.pass(100);
    assertThat(world.host.open()).isEmpty();
    world.pass(30);
    assertThat(world.host.open()).hasSize(1);
    assertThat(world.host.taken).hasSize(2);
    assertThat(world.part.book().overview().repeated()).isEqualTo(1);
  }

  @Test
  void a_clear_that_the_host_lost_is_sent_again() {
    world.see(uplink, OperStatus.DOWN);
    world.pass(10);
    world.host.loses = () -> world.host.taken.size() == 2;
    world.see(uplink, OperStatus.UP);
    world.pass(5);
    assertThat(world.host.open()).hasSize(1);
    world.pass(300);
    assertThat(world.host.open()).isEmpty();
  }

  @Test
  void a_forwarder_that_throws_delays_and_loses_nothing() {
    world.host.throwsAway = true;
    world.see(uplink, OperStatus.DOWN);
    world.pass(600);
    assertThat(world.part.book().overview().waiting()).isEqualTo(1);
    world.host.throwsAway = false;
    world.pass(2);
    assertThat(world.host.open()).hasSize(1);
  }

  @Test
  void a_store_that_is_down_for_ten_minutes_loses_nothing() {
    world.see(uplink, OperStatus.DOWN);
    world.pass(5);
    world.alerts.away = true;
    world.rest.away = true;
    world.see(second, OperStatus.DOWN);
    world.see(uplink, OperStatus.UP);
    world.pass(600);
    assertThat(world.host.open()).hasSize(1);
    assertThat(world.part.book().overview().unwritten()).isPositive();
    world.alerts.away = false;
    world.rest.away = false;
    world.pass(5);
    assertThat(world.part.book().overview().unwritten()).isZero();

    world.start();
    world.pass(5);
    assertThat(world.open()).extracting(a -> a.place().ifName()).containsExactly("Gi0/2");
  }

  @Test
  void nothing_is_judged_before_what_was_kept_could_be_read() {
    world.see(uplink, OperStatus.DOWN);
    world.pass(5);
    world.alerts.away = true;
    world.start();
    world.see(uplink, OperStatus.DOWN);
    world.pass(600);
    assertThat(world.host.taken).hasSize(1);
    world.alerts.away = false;
    world.pass(5);
    assertThat(world.open()).hasSize(1);
    assertThat(world.host.taken).hasSize(1);
  }

  @Test
  void an_open_alert_survives_a_restart_without_a_second_alarm() {
    world.see(uplink, OperStatus.DOWN);
    world.pass(10);
    long id = world.open().get(0).id();
    world.net.up.clear();
    world.start();
    world.pass(30);
    world.see(uplink, OperStatus.DOWN);
    world.pass(300);
    assertThat(world.open()).extracting(Alert::id).containsExactly(id);
    assertThat(world.host.taken).hasSize(1);
    world.see(uplink, OperStatus.UP);
    world.pass(5);
    assertThat(world.host.open()).isEmpty();
  }

  @Test
  void a_clear_that_happened_while_we_were_down_is_sent() {
    world.see(uplink, OperStatus.DOWN);
    world.pass(10);
    world.start();
    world.see(uplink, OperStatus.UP);
    world.pass(10);
    assertThat(world.host.open()).isEmpty();
  }

  @Test
  void a_clear_that_was_not_sent_before_the_stop_is_sent_after_it() {
    world.see(uplink, OperStatus.DOWN);
    world.pass(10);
    world.host.throwsAway = true;
    world.see(uplink, OperStatus.UP);
    world.pass(10);
    world.host.throwsAway = false;
    world.start();
    world.pass(300);
    assertThat(world.host.open()).isEmpty();
  }

  @Test
  void an_alarm_of_ours_that_nothing_backs_is_cleared_after_a_while() {
    world.see(uplink, OperStatus.DOWN);
    world.pass(10);
    world.alerts.documents.clear();
    world.start();
    world.pass(Duration.ofMinutes(5));
    assertThat(world.host.open()).hasSize(1);
    world.pass(Duration.ofMinutes(10));
    assertThat(world.host.open()).isEmpty();
  }

  @Test
  void damaged_documents_do_not_stop_the_others() {
    world.see(uplink, OperStatus.DOWN);
    world.see(second, OperStatus.DOWN);
    world.pass(10);
    List<String> keys = new ArrayList<>(world.alerts.documents.keySet());
    String whole = world.alerts.documents.get(keys.get(0));
    world.alerts.documents.put(keys.get(0), whole.substring(0, whole.length() / 2));
    world.start();
    world.pass(5);
    assertThat(world.open()).hasSize(1);
  }

  @Test
  void what_an_operator_cleared_by_hand_stays_so_until_the_next_transition() {
    world.see(uplink, OperStatus.DOWN);
    world.pass(130);
    world.host.clearByHand(world.host.open().get(0));
    for (int i = 0; i < 4; i++) {
      world.see(uplink, OperStatus.DOWN);
      world.pass(Duration.ofMinutes(30));
    }
    assertThat(world.host.open()).isEmpty();
    assertThat(world.open().get(0).timeline().toString()).contains("cleared by an operator");
    world.see(uplink, OperStatus.UP);
    world.pass(5);
    world.see(uplink, OperStatus.DOWN);
    world.pass(5);
    assertThat(world.host.open()).hasSize(1);
  }

  @Test
  void what_the_host_deleted_while_it_was_open_is_raised_again() {
    world.see(uplink, OperStatus.DOWN);
    world.pass(200);
    HostAlarm alarm = world.host.open().get(0);
    world.part.book().alarm(world.host.delete(alarm));
    world.pass(5);
    assertThat(world.host.open()).hasSize(1);
    world.host.delete(world.host.open().get(0));
    world.pass(300);
    assertThat(world.host.open()).as("also where only the list tells").hasSize(1);
  }

  @Test
  void what_an_operator_cleared_and_the_host_then_deleted_stays_so_through_a_restart() {
    world.see(uplink, OperStatus.DOWN);
    world.pass(200);
    world.part.book().alarm(world.host.clearByHand(world.host.open().get(0)));
    world.pass(5);
    world.host.cleanUp();
    world.pass(300);
    world.start();
    world.pass(300);
    assertThat(world.host.open()).isEmpty();
  }

  @Test
  void a_node_is_up_again_when_the_hosts_list_says_so_and_its_event_was_lost() {
    world.part.node(1, true);
    world.host.nodeDown(1, true);
    world.pass(30);
    world.host.nodeDown(1, false);
    world.see(uplink, OperStatus.DOWN);
    world.pass(60);
    assertThat(world.open()).as("the list does not tell yet").isEmpty();
    world.pass(60);
    world.see(uplink, OperStatus.DOWN);
    world.pass(10);
    assertThat(world.host.open()).hasSize(1);
  }

  @Test
  void a_node_is_not_up_because_an_operator_cleared_its_alarm() {
    world.host.nodeDown(1, true);
    world.pass(130);
    world.host.nodeDownCleared(1);
    world.pass(300);
    world.see(uplink, OperStatus.DOWN);
    world.pass(10);
    assertThat(world.open()).isEmpty();
  }

  @Test
  void what_an_operator_cleared_is_not_taken_for_the_next_alert_whose_event_was_lost() {
    world.see(uplink, OperStatus.DOWN);
    world.pass(200);
    world.host.clearByHand(world.host.open().get(0));
    world.pass(200);
    world.see(uplink, OperStatus.UP);
    world.pass(200);
    int before = world.host.taken.size();
    world.host.loses = () -> world.host.taken.size() == before + 1;
    world.see(uplink, OperStatus.DOWN);
    world.pass(300);
    assertThat(world.host.open()).hasSize(1);
  }

  @Test
  void what_an_operator_cleared_by_hand_is_raised_again_after_a_day() {
    world.see(uplink, OperStatus.DOWN);
    world.pass(130);
    world.host.clearByHand(world.host.open().get(0));
    world.pass(300);
    world.host.cleanUp();
    for (int i = 0; i < 46; i++) {
      world.see(uplink, OperStatus.DOWN);
      world.pass(Duration.ofMinutes(30));
    }
    assertThat(world.host.open()).isEmpty();
    for (int i = 0; i < 4; i++) {
      world.see(uplink, OperStatus.DOWN);
      world.pass(Duration.ofMinutes(30));
    }
    assertThat(world.host.open()).hasSize(1);
  }

  @Test
  void ten_thousand_interfaces_that_flap_stay_within_the_bounds_and_are_summed_up() {
    List<KnownInterface> many = new ArrayList<>();
    for (int node = 0; node < 100; node++) {
      Device device = world.net.device(1000 + node, "sw-" + node, "Default");
      for (int port = 1; port <= 100; port++) {
        many.add(world.net.port(device, port, InterfaceRole.TRUNK, false));
      }
    }
    world.see(uplink, OperStatus.DOWN);
    for (int round = 0; round < 12; round++) {
      OperStatus status = round % 2 == 0 ? OperStatus.DOWN : OperStatus.UP;
      many.forEach(i -> world.see(i, status));
      world.pass(30);
    }
    assertThat(world.host.taken).hasSizeLessThanOrEqualTo(120 * 7);
    assertThat(world.host.taken.get(0).severity()).isEqualTo(AlertSeverity.CRITICAL);
    assertThat(world.host.summaries).hasSize(1);
    assertThat(world.host.summaries.get(0).waiting()).containsKey("interface-down");
    assertThat(world.part.book().overview().waiting()).isLessThanOrEqualTo(10_001);

    many.forEach(i -> world.see(i, OperStatus.UP));
    world.perMinute = 10_000;
    world.see(uplink, OperStatus.UP);
    world.pass(Duration.ofMinutes(35));
    assertThat(world.host.open()).isEmpty();
    assertThat(world.open()).isEmpty();
  }
}
