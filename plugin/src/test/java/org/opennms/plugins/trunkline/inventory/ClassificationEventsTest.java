package org.opennms.plugins.trunkline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.operations.WorkLists;

/** When the host is told of another role or provider. */
class ClassificationEventsTest {
  private final World world = new World();
  private final Device device = Samples.device(7, "core-1");

  @BeforeEach
  void start() {
    world.host.add(device);
    world.part.load();
  }

  @Test
  void a_reading_that_makes_an_uplink_of_a_trunk_is_an_event() {
    read("trunk");
    read("isp_uplink!");
    assertThat(world.events).containsExactly("Req:core-1/eth0: trunk -> isp_uplink");
  }

  @Test
  void what_was_critical_and_no_longer_is_is_an_event_too() {
    read("isp_uplink!");
    read("access");
    read("access");
    assertThat(world.events).containsExactly("Req:core-1/eth0: isp_uplink -> access");
  }

  @Test
  void what_never_was_critical_first_sight_and_criticality_alone_are_no_event() {
    read("trunk");
    read("access");
    read("access!");
    assertThat(world.events).isEmpty();
  }

  @Test
  void new_rules_are_an_event_and_what_an_override_decides_is_not() {
    read("isp_uplink!");
    rulesSayTrunk();
    assertThat(world.events).containsExactly("Req:core-1/eth0: isp_uplink -> trunk");
    world
        .part
        .overrides()
        .set(new InterfaceKey(device.key(), "eth0"), Samples.override(InterfaceRole.ISP_UPLINK));
    world.rules = Samples.BY_ALIAS;
    reclassify();
    assertThat(world.events).hasSize(1);
  }

  @Test
  void a_restart_under_other_rules_is_no_event() {
    read("isp_uplink!");
    world.part.write();
    world.rules = (d, f, all) -> all.stream().map(p -> asTrunk(p)).toList();
    world.start().load();
    world.look();
    reclassify();
    assertThat(world.known()).allMatch(k -> k.classification().role() == InterfaceRole.TRUNK);
    assertThat(world.events).isEmpty();
  }

  @Test
  void a_rule_that_changes_five_thousand_interfaces_sends_a_hundred_events() {
    NetworkInterface[] ports = new NetworkInterface[5000];
    for (int i = 0; i < ports.length; i++) {
      ports[i] = Samples.port(device, i + 1, "eth" + i, "isp_uplink!");
    }
    world.reader.script("core-1", (d, k) -> Samples.complete(ports));
    world.look();
    rulesSayTrunk();
    assertThat(world.events).hasSize(EventBudget.MOST);
    assertThat(world.part.withheldEvents()).isEqualTo(5000 - EventBudget.MOST);
    WorkLists.Listing changed = world.part.work().list(WorkLists.Kind.CHANGED);
    assertThat(changed.items()).hasSize(ChangeLog.MOST);
    assertThat(changed.forgotten()).isEqualTo(5000 - ChangeLog.MOST);
  }

  private void rulesSayTrunk() {
    world.rules = (d, f, all) -> all.stream().map(p -> asTrunk(p)).toList();
    reclassify();
  }

  private Judgement asTrunk(NetworkInterface port) {
    return Samples.judged(Samples.port(device, port.ifIndex(), port.ifName(), "trunk"));
  }

  private void reclassify() {
    world.part.reclassify();
    world.worker.run();
  }

  private void read(String alias) {
    NetworkInterface port = Samples.port(device, 1, "eth0", alias);
    world.reader.script("core-1", (d, k) -> Samples.complete(port));
    world.look();
  }
}
