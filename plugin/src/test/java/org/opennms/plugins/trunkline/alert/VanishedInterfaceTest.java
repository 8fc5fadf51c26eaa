package org.opennms.plugins.trunkline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.OperStatus;

/** An interface that its device no longer has, as when its module was pulled. */
class VanishedInterfaceTest {
  private final World world = new World();
  private KnownInterface uplink;

  @BeforeEach
  void network() {
    Device edge = world.net.device(1, "edge-1", "Default", "Edge");
    uplink = world.net.port(edge, 1, InterfaceRole.ISP_UPLINK, true);
    world.net.port(edge, 3, InterfaceRole.TRUNK, false);
    world.start();
  }

  @Test
  void is_down_for_the_host_and_says_why() {
    vanish();
    assertThat(world.open()).hasSize(1);
    Alert alert = world.open().get(0);
    assertThat(alert.severity()).isEqualTo(AlertSeverity.CRITICAL);
    assertThat(alert.text()).endsWith("down: its device no longer has it");
    assertThat(alert.reasons()).contains("the device was read whole and does not tell of it");
    assertThat(world.host.open()).hasSize(1);
  }

  @Test
  void stays_down_though_nothing_measures_it_until_it_is_back() {
    vanish();
    world.pass(Duration.ofHours(3));
    assertThat(world.host.open()).hasSize(1);
    back();
    assertThat(world.host.open()).isEmpty();
  }

  @Test
  void that_was_down_before_stays_the_same_alarm() {
    world.see(uplink, OperStatus.DOWN);
    world.pass(60);
    vanish();
    world.pass(Duration.ofHours(2));
    assertThat(world.host.open()).hasSize(1);
    assertThat(world.part.book().history(10)).isEmpty();
  }

  @Test
  void is_told_once_through_a_restart() {
    vanish();
    world.start();
    world.pass(Duration.ofHours(2));
    assertThat(world.host.open()).hasSize(1);
    assertThat(world.host.taken).hasSize(1);
    back();
    assertThat(world.host.open()).isEmpty();
  }

  @Test
  void is_old_news_after_a_day() {
    vanish();
    world.pass(Duration.ofHours(23));
    assertThat(world.host.open()).hasSize(1);
    world.pass(Duration.ofHours(2));
    assertThat(world.host.open()).isEmpty();
    assertThat(world.part.book().history(1))
        .singleElement()
        .satisfies(a -> assertThat(a.toString()).contains("gone from its device for a day"));
  }

  @Test
  void ends_with_its_node() {
    vanish();
    world.net.vanished.clear();
    world.pass(120);
    assertThat(world.host.open()).isEmpty();
  }

  @Test
  void that_was_never_up_is_no_problem() {
    world.net.up.clear();
    vanish();
    assertThat(world.host.taken).isEmpty();
  }

  private void vanish() {
    world.part.book().offer(new Reading.Status(uplink, LinkStatus.absent(world.clock.instant())));
    world.net.interfaces.remove(uplink.key());
    world.net.vanished.add(uplink.key());
    world.pass(5);
  }

  private void back() {
    world.net.interfaces.put(uplink.key(), uplink);
    world.net.vanished.clear();
    world.see(uplink, OperStatus.UP);
    world.pass(5);
  }
}
