package org.opennms.plugins.trunkline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;

class InventoryTest {
  private final World world = new World();
  private final Map<NodeKey, NetworkInterface[]> ports = new HashMap<>();

  @BeforeEach
  void discover() {
    device(Samples.device(7, "core-1"), port(7, "core-1", 3, "ge0"), port(7, "core-1", 4, "Ge1"));
    device(Samples.device(8, "Core-1", "Req", "z"), port(8, "z", 1, "eth0"));
    device(Samples.device(9, "twin", "Req", "b"), port(9, "b", 1, "b0"));
    device(Samples.device(10, "twin", "Req", "a"), port(10, "a", 1, "a0"));
    device(Samples.device(11, "7", "Req", "seven"), port(11, "seven", 1, "x"));
    world.look();
    world.part.load();
  }

  @ParameterizedTest
  @CsvSource({
    "core-1, ge0, Req:core-1/ge0, the label",
    "Core-1, eth0, Req:z/eth0, the label in its own case",
    "CORE-1, ge0, Req:core-1/ge0, the label in any case when no other is meant",
    "Req:z, eth0, Req:z/eth0, requisition and id",
    "10, a0, Req:a/a0, the numeric id",
    "7, x, Req:seven/x, a label wins over an id",
    "twin, a0, Req:a/a0, of two nodes with a label the smaller key",
    "core-1, descr of Ge1, Req:core-1/Ge1, ifDescr",
    "core-1, 3, Req:core-1/ge0, ifIndex",
    "core-1, GE1, Req:core-1/Ge1, the name in any case"
  })
  void an_interface_is_found_by(String node, String name, String key, String how) {
    assertThat(world.part.inventory().get(node, name))
        .as(how)
        .hasValueSatisfying(k -> assertThat(k.key()).hasToString(key));
  }

  @ParameterizedTest
  @CsvSource({"core-2, ge0", "core-1, ge9", "twin, b0", "'', ''", "Req, ge0"})
  void what_is_not_there_is_not_found(String node, String name) {
    assertThat(world.part.inventory().get(node, name)).isEmpty();
  }

  @Test
  void a_name_wins_over_a_number() {
    device(Samples.device(12, "odd"), port(12, "odd", 1, "2"), port(12, "odd", 2, "1"));
    world.look();
    assertThat(world.part.inventory().get("odd", "1").orElseThrow().networkInterface().ifIndex())
        .isEqualTo(2);
  }

  @Test
  void interfaces_are_listed_by_label_then_index_stale_ones_last() {
    device(Samples.device(7, "core-1"), port(7, "core-1", 30, "z"), port(7, "core-1", 4, "Ge1"));
    world.look();
    assertThat(world.known())
        .extracting(k -> k.key().toString())
        .containsExactly(
            "Req:seven/x",
            "Req:z/eth0",
            "Req:core-1/Ge1",
            "Req:core-1/z",
            "Req:core-1/ge0",
            "Req:a/a0",
            "Req:b/b0");
    assertThat(world.part.inventory().nodeLabels())
        .containsExactly("7", "Core-1", "core-1", "twin");
  }

  @Test
  void totals_add_up_and_name_every_role() {
    device(
        Samples.device(20, "edge"),
        Samples.port(Samples.device(20, "edge"), 1, "up", "isp_uplink!"),
        Samples.port(Samples.device(20, "edge"), 2, "down", "trunk"));
    world.look();
    InterfaceDirectory.Summary summary = world.part.inventory().summary();
    assertThat(summary.nodes()).isEqualTo(6);
    assertThat(summary.interfaces()).isEqualTo(8);
    assertThat(summary.byRole()).containsOnlyKeys(InterfaceRole.values());
    assertThat(summary.byRole().values().stream().mapToInt(i -> i).sum()).isEqualTo(8);
    assertThat(summary.critical()).isEqualTo(1);
    assertThat(summary.monitored()).isEqualTo(2);
    assertThat(summary.monitoredCapReached()).isFalse();
    assertThat(summary.stale()).isZero();
  }

  @Test
  void a_decision_is_in_the_next_answer() {
    InterfaceKey key = new InterfaceKey(Samples.device(7, "core-1").key(), "ge0");
    assertThat(get("ge0").classification().role()).isEqualTo(InterfaceRole.OTHER);
    world.part.overrides().set(key, Samples.override(InterfaceRole.ISP_UPLINK));
    assertThat(get("ge0"))
        .matches(k -> k.classification().role() == InterfaceRole.ISP_UPLINK)
        .matches(KnownInterface::monitored)
        .extracting(KnownInterface::override)
        .isEqualTo(Optional.of(Samples.override(InterfaceRole.ISP_UPLINK)));
    world.part.overrides().clear(key);
    assertThat(get("ge0").override()).isEmpty();
  }

  @Test
  void changed_settings_choose_anew_what_is_monitored() {
    assertThat(world.known()).noneMatch(KnownInterface::monitored);
    world.settings.put("monitored.roles", "other");
    world.part.settingsChanged();
    assertThat(world.known()).allMatch(KnownInterface::monitored);
  }

  @Test
  void the_cap_is_said_and_takes_decisions_first_then_critical_ones_then_roles() {
    Device edge = Samples.device(20, "edge");
    device(
        edge,
        Samples.port(edge, 1, "server", "server_link"),
        Samples.port(edge, 2, "uplink", "isp_uplink"),
        Samples.port(edge, 3, "camera", "camera!"),
        Samples.port(edge, 4, "chosen", "other"),
        Samples.port(edge, 5, "refused", "isp_uplink!"));
    world.look();
    decide(edge, "chosen", Samples.monitored(true));
    decide(edge, "refused", Samples.monitored(false));
    for (List<String> expected :
        List.of(
            List.<String>of(),
            List.of("chosen"),
            List.of("camera", "chosen"),
            List.of("uplink", "camera", "chosen"),
            List.of("server", "uplink", "camera", "chosen"))) {
      world.settings.put("monitored.cap", Integer.toString(expected.size()));
      world.part.settingsChanged();
      assertThat(world.known())
          .filteredOn(KnownInterface::monitored)
          .extracting(k -> k.key().name())
          .containsExactlyElementsOf(expected);
      assertThat(world.part.inventory().summary().monitoredCapReached())
          .isEqualTo(expected.size() < 4);
    }
  }

  @Test
  void what_is_stale_is_not_monitored() {
    Device edge = Samples.device(20, "edge");
    device(edge, Samples.port(edge, 1, "up", "isp_uplink"));
    world.look();
    decide(edge, "up", Samples.monitored(true));
    assertThat(world.part.inventory().get("edge", "up")).get().matches(KnownInterface::monitored);
    device(edge);
    world.look();
    assertThat(world.part.inventory().get("edge", "up"))
        .get()
        .matches(k -> k.stale() && !k.monitored());
  }

  private KnownInterface get(String name) {
    return world.part.inventory().get("core-1", name).orElseThrow();
  }

  private void decide(Device device, String name, InterfaceOverride decision) {
    world.part.overrides().set(new InterfaceKey(device.key(), name), decision);
  }

  private void device(Device device, NetworkInterface... interfaces) {
    world.host.add(device);
    ports.put(device.key(), interfaces);
    world.reader.script(device.label(), (d, k) -> Samples.complete(ports.get(d.key())));
  }

  private static NetworkInterface port(int id, String foreignId, int ifIndex, String name) {
    return Samples.port(Samples.device(id, "", "Req", foreignId), ifIndex, name);
  }
}
