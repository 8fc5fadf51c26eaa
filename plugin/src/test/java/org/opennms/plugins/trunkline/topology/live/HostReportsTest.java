package org.opennms.plugins.trunkline.topology.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.topology.DeviceReport;
import org.opennms.plugins.trunkline.topology.Observation;
import org.opennms.plugins.trunkline.topology.TopologyDevice;
import org.opennms.plugins.trunkline.topology.live.HostEdge.Port;
import org.opennms.plugins.trunkline.topology.live.HostEdge.Segment;
import org.opennms.plugins.trunkline.topology.live.HostEdge.Whole;

class HostReportsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Segment SEGMENT = new Segment("s1");

  private final MemoryDevices devices = new MemoryDevices();

  @BeforeEach
  void add() {
    devices.add(1);
    devices.add(2);
    devices.add(3);
  }

  private List<String> said(int node, boolean bridges, HostEdge... edges) {
    return report(node, bridges, edges).orElseThrow().observations().stream()
        .map(HostReportsTest::words)
        .toList();
  }

  private Optional<DeviceReport> report(int node, boolean bridges, HostEdge... edges) {
    return new HostReports(devices.devices(), Arrays.asList(edges))
        .of(node, HostReportsTest::bare, bridges, NOW);
  }

  private static String words(Observation o) {
    return o.source()
        + " "
        + o.local().name()
        + " > "
        + o.told().map(NodeKey::text).orElse("?")
        + " "
        + o.announced().port().value();
  }

  private static TopologyDevice bare(Known known) {
    return new TopologyDevice(
        known.device().key(), known.device().label(), "", Set.of(), "", Set.of(), List.of());
  }

  @Test
  void an_edge_between_ports_is_told_by_either_end() {
    HostEdge edge = new HostEdge("LLDP", new Port(1, 1, ""), new Port(2, 3, "other name"));
    assertThat(said(1, false, edge)).containsExactly("HOST p1 > lab:2 p3");
    assertThat(said(2, false, edge)).containsExactly("HOST p3 > lab:1 p1");
    assertThat(said(3, false, edge)).isEmpty();
  }

  @Test
  void a_node_without_a_port_is_told_by_the_end_that_has_one() {
    HostEdge edge = new HostEdge("CDP", new Port(1, 2, "p2"), new Whole(2));
    assertThat(said(1, false, edge)).containsExactly("HOST p2 > lab:2 ");
    assertThat(said(2, false, edge)).isEmpty();
    assertThat(said(1, false, new HostEdge("CDP", new Whole(1), new Whole(2)))).isEmpty();
  }

  @Test
  void a_segment_of_two_ports_is_inferred_and_one_of_more_says_nothing() {
    HostEdge one = new HostEdge("BRIDGE", new Port(1, 1, "p1"), SEGMENT);
    HostEdge two = new HostEdge("BRIDGE", new Port(2, 1, "p1"), SEGMENT);
    HostEdge three = new HostEdge("BRIDGE", new Port(3, 1, "p1"), SEGMENT);
    assertThat(said(1, true, one, two)).containsExactly("FORWARDING p1 > lab:2 p1");
    assertThat(said(1, true, one, two, three)).isEmpty();
    assertThat(said(1, true, one)).isEmpty();
    assertThat(said(1, false, one, two)).isEmpty();
  }

  @Test
  void what_is_covered_depends_on_whether_bridges_count() {
    assertThat(report(1, false).orElseThrow().covered()).containsExactly(LinkSource.HOST);
    assertThat(report(1, true).orElseThrow().covered())
        .containsExactlyInAnyOrder(LinkSource.HOST, LinkSource.FORWARDING);
  }

  @Test
  void nodes_that_we_do_not_know_and_loops_are_passed_over() {
    assertThat(report(9, false)).isEmpty();
    assertThat(said(1, false, new HostEdge("LLDP", new Port(1, 1, ""), new Port(9, 1, ""))))
        .isEmpty();
    assertThat(said(1, false, new HostEdge("LLDP", new Port(1, 1, ""), new Port(1, 2, ""))))
        .isEmpty();
  }

  @Test
  void a_port_that_was_renumbered_keeps_the_hosts_words() {
    HostEdge edge = new HostEdge("LLDP", new Port(1, 99, "Gi9"), new Port(2, 98, ""));
    assertThat(said(1, false, edge)).containsExactly("HOST Gi9 > lab:2 ");
    assertThat(said(2, false, edge)).containsExactly("HOST ifIndex 98 > lab:1 Gi9");
  }
}
