package org.opennms.plugins.trunkline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/** A device that no longer tells of an interface that it had. */
class VanishedTest {
  private final World world = new World();
  private final Device device = Samples.device(7, "core-1");

  @BeforeEach
  void start() {
    world.host.add(device);
    world.part.load();
    read(port(1, "eth0"), port(2, "eth1"));
  }

  @Test
  void is_told_once_for_what_was_monitored() {
    read(port(1, "eth0"));
    read(port(1, "eth0"));
    assertThat(world.events).containsExactly("Req:core-1/eth1 vanished");
  }

  @Test
  void is_told_again_when_it_came_back_in_between() {
    read(port(1, "eth0"));
    read(port(1, "eth0"), port(2, "eth1"));
    read(port(1, "eth0"));
    assertThat(world.events).hasSize(2);
  }

  @Test
  void says_nothing_of_what_nobody_monitors() {
    InterfaceKey key = new InterfaceKey(device.key(), "eth1");
    world.part.overrides().set(key, Samples.monitored(false));
    read(port(1, "eth0"));
    assertThat(world.events).isEmpty();
    assertThat(world.names()).contains("Req:core-1/eth1 stale");
  }

  @Test
  void only_calls_it_by_another_name() {
    read(port(1, "eth0"), port(2, "ethernet1/2"));
    assertThat(world.events).isEmpty();
  }

  @Test
  void tells_of_nothing_at_all() {
    read();
    assertThat(world.events).isEmpty();
    assertThat(world.names()).contains("Req:core-1/eth0 stale", "Req:core-1/eth1 stale");
  }

  @Test
  void says_that_it_has_more_than_it_tells_of() {
    readOf(2, port(1, "eth0"));
    assertThat(world.events).isEmpty();
  }

  @Test
  void always_counts_more_than_it_tells_of_and_now_counts_fewer() {
    readOf(12, port(1, "eth0"), port(2, "eth1"));
    readOf(11, port(1, "eth0"));
    assertThat(world.events).containsExactly("Req:core-1/eth1 vanished");
  }

  @Test
  void numbers_it_anew() {
    read(port(11, "eth0"), port(12, "eth1"));
    assertThat(world.events).isEmpty();
  }

  @Test
  void is_itself_no_longer_in_the_host() {
    world.host.nodes.remove(7);
    world.look();
    assertThat(world.events).isEmpty();
  }

  @Test
  void is_looked_at_again_every_five_minutes_for_half_an_hour() {
    read(port(1, "eth0"));
    int before = world.reader.asks.size();
    pass(Duration.ofHours(2));
    assertThat(world.reader.asks).hasSize(before + Recheck.TIMES);
  }

  @Test
  void is_looked_at_for_half_an_hour_more_when_it_loses_another() {
    read(port(1, "eth0"));
    int before = world.reader.asks.size();
    pass(Duration.ofMinutes(20));
    read(port(3, "eth2"));
    pass(Duration.ofHours(2));
    assertThat(world.events).hasSize(2);
    assertThat(world.reader.asks.size() - before).isBetween(3 + 1 + Recheck.TIMES, 11);
  }

  @Test
  void is_not_looked_at_while_discovery_is_off() {
    read(port(1, "eth0"));
    int before = world.reader.asks.size();
    world.settings.put("discovery.enabled", "false");
    pass(Duration.ofHours(1));
    assertThat(world.reader.asks).hasSize(before);
  }

  private NetworkInterface port(int ifIndex, String name) {
    return Samples.port(device, ifIndex, name, "trunk!");
  }

  private void readOf(long ifNumber, NetworkInterface... ports) {
    DeviceFingerprint told =
        new DeviceFingerprint(100, 0, ifNumber, ifNumber, "descr", "name", "place");
    world.reader.script("core-1", (d, k) -> Samples.complete(told, ports));
    world.look();
  }

  private void read(NetworkInterface... ports) {
    world.reader.script("core-1", (d, k) -> Samples.complete(ports));
    world.look();
  }

  private void pass(Duration time) {
    for (long i = 0; i < time.toSeconds(); i += 10) {
      world.clock.pass(Duration.ofSeconds(10));
      world.part.tick();
      world.worker.run();
    }
  }
}
