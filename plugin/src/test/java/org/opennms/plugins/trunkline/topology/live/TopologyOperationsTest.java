package org.opennms.plugins.trunkline.topology.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.inventory.MemoryStore;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.TopologyControl.Decision;
import org.opennms.plugins.trunkline.operations.TopologyControl.Mapping;
import org.opennms.plugins.trunkline.topology.TopologySnapshot;

/** What operators start and decide, by the names that they use. */
class TopologyOperationsTest {
  private final MemoryDevices devices = new MemoryDevices();
  private final MutableClock clock = new MutableClock();
  private final MappingStore mappings = new MappingStore(new MemoryStore());
  private final NeighbourRuns runs =
      new NeighbourRuns(devices, new ScriptedReader(), () -> 2, clock, arrival -> {});
  private int changes;
  private final TopologyOperations operations =
      new TopologyOperations(
          devices, runs, mappings, () -> TopologySnapshot.EMPTY, () -> changes++, clock);

  @BeforeEach
  void add() {
    mappings.load();
    devices.add(1);
    devices.add(2);
  }

  private Mapping map(String node, String port, String neighbour) {
    return operations.mapPort(node, port, new Decision(neighbour, "e1", "admin", "no LLDP"));
  }

  /** A second node that is called host2. */
  private void addNamesake() {
    Known third = devices.add(3);
    Device d = third.device();
    devices.put(
        new Known(
            new Device(
                d.key(),
                d.nodeId(),
                "host2",
                d.location(),
                d.foreignSource(),
                d.address(),
                true,
                d.categories(),
                d.metadata()),
            third.facts(),
            third.interfaces()));
  }

  @Test
  void a_node_and_a_port_are_known_by_each_of_their_names() {
    for (String node : List.of("host1", "lab:1", "1", "HOST1")) {
      for (String port : List.of("p1", "port 1", "1")) {
        assertThat(map(node, port, "host2").subject()).isEqualTo("lab:1/p1");
      }
    }
    assertThat(operations.mappings()).hasSize(1);
    assertThat(changes).isEqualTo(12);
  }

  @Test
  void a_name_that_two_nodes_bear_decides_nothing() {
    addNamesake();

    assertThatThrownBy(() -> map("host1", "p1", "host2"))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("lab:2")
        .hasMessageContaining("lab:3");
    assertThat(operations.mappings()).isEmpty();
    assertThat(map("host1", "p1", "lab:3").node()).isEqualTo(new NodeKey("lab:3"));
  }

  @Test
  void what_does_not_exist_is_refused_with_a_remedy() {
    assertThatThrownBy(() -> map("host9", "p1", "host2")).hasMessageContaining("host9");
    assertThatThrownBy(() -> map("host1", "p9", "host2")).hasMessageContaining("p9");
    assertThatThrownBy(() -> map("host1", "p1", "")).isInstanceOf(OperationException.class);
    assertThatThrownBy(() -> operations.mapOrphan("nobody", new Decision("host1", "", "admin", "")))
        .hasMessageContaining("nobody");
    assertThat(changes).isZero();
  }

  @Test
  void a_decision_is_taken_back_by_its_subject() {
    map("host1", "p1", "host2");

    assertThat(operations.unmap("lab:1/p1")).isTrue();
    assertThat(operations.unmap("lab:1/p1")).isFalse();
    assertThat(operations.mappings()).isEmpty();
    assertThat(changes).isEqualTo(2);
  }

  @Test
  void a_run_over_one_node_is_not_the_run_over_all() {
    String one = operations.refresh("host1").orElseThrow().id();
    String all = operations.refresh().id();

    assertThat(operations.refresh().id()).isEqualTo(all).isNotEqualTo(one);
    assertThat(operations.run(one)).isPresent();
    assertThat(operations.refresh("nobody")).isEqualTo(Optional.empty());
  }
}
