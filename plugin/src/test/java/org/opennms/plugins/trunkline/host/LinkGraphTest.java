package org.opennms.plugins.trunkline.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Collection;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.opennms.integration.api.v1.graph.Edge;
import org.opennms.integration.api.v1.graph.Graph;
import org.opennms.integration.api.v1.graph.GraphContainer;
import org.opennms.integration.api.v1.graph.Vertex;
import org.opennms.integration.api.v1.graph.configuration.GraphConfiguration.GraphStatusStrategy;
import org.opennms.integration.api.v1.graph.status.StatusInfo;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.InterfaceLoad;
import org.opennms.plugins.trunkline.operations.OpenAlerts;
import org.opennms.plugins.trunkline.operations.SampleNetwork;
import org.opennms.plugins.trunkline.operations.SampleTopology;

class LinkGraphTest {
  private static final InterfaceLoad LOAD =
      key -> key.name().equals("Gi0/0/1") ? OptionalDouble.of(41.26) : OptionalDouble.empty();

  private boolean inferred;
  private final LinkGraph graph = new LinkGraph(new SampleTopology(), LOAD, () -> inferred);

  private Graph load() {
    GraphContainer container = graph.loadGraphContainer();
    assertThat(container.getId()).isEqualTo(graph.getGraphContainerInfo().getContainerId());
    assertThat(container.getGraphs()).hasSize(1);
    return container.getGraphs().get(0);
  }

  @Test
  void nodes_refer_to_the_hosts_nodes() {
    Vertex edge = load().getVertex("lab:edge1");
    assertThat(edge.getNodeRef())
        .hasValueSatisfying(
            ref -> {
              assertThat(ref.getForeignSource()).isEqualTo("lab");
              assertThat(ref.getForeignId()).isEqualTo("edge1");
            });
    assertThat(edge.getProperties()).containsEntry("nodeID", "1").containsEntry("label", "edge1");
    Vertex discovered = load().getVertex("2");
    assertThat(discovered.getNodeRef()).isEmpty();
    assertThat(discovered.getProperties()).containsEntry("nodeCriteria", "2");
  }

  @Test
  void a_link_bears_role_provider_speed_utilization_and_confidence() {
    Edge link = load().getEdges().get(0);
    assertThat(link.getProperties())
        .containsEntry("role", "isp_uplink")
        .containsEntry("provider", "Example Telecom")
        .containsEntry("speed", "1000000000")
        .containsEntry("utilization", "41.3")
        .containsEntry("confidence", "0.98")
        .containsEntry("state", "confirmed")
        .containsEntry("sourceInterface", "Gi0/0/1");
  }

  @Test
  void inferred_links_are_shown_when_that_is_switched_on_and_orphans_never() {
    assertThat(load().getEdges()).hasSize(1);
    inferred = true;
    assertThat(load().getEdges()).hasSize(2);
    assertThat(load().getVertices()).hasSize(2);
  }

  @Test
  void the_host_is_told_that_the_status_is_ours_and_when_to_load_anew() {
    assertThat(graph.getGraphConfiguration().getGraphStatusStrategy())
        .isEqualTo(GraphStatusStrategy.Custom);
    assertThat(graph.getGraphConfiguration().getGraphCacheStrategy()).isNotNull();
    assertThat(graph.getTopologyConfiguration()).isNotNull();
  }

  @Test
  void the_status_follows_the_open_alerts_of_node_and_ports() {
    LinkStatus status = new LinkStatus(new Alerts());
    Graph loaded = load();
    assertThat(status.canCalculate(LinkGraph.NAMESPACE)).isTrue();
    assertThat(status.canCalculate("another")).isFalse();
    assertThat(status.calculateStatus(loaded.getVertex("lab:edge1")))
        .returns(Severity.MAJOR, StatusInfo::getSeverity)
        .returns(2L, StatusInfo::getCount);
    assertThat(status.calculateStatus(loaded.getEdges().get(0)))
        .returns(Severity.WARNING, StatusInfo::getSeverity);
    LinkStatus quiet = new LinkStatus(OpenAlerts.NONE);
    assertThat(quiet.calculateStatus(loaded.getVertex("2")))
        .returns(Severity.NORMAL, StatusInfo::getSeverity);
    assertThat(quiet.calculateStatus(loaded.getEdges().get(0))).returns(0L, StatusInfo::getCount);
  }

  @Test
  void a_host_without_a_cache_is_borne() {
    assertThatNoException()
        .isThrownBy(
            () ->
                new MapCache(
                        id -> {
                          throw new IllegalStateException("no service");
                        })
                    .invalidate());
  }

  private static final class Alerts implements OpenAlerts {
    @Override
    public Tally of(NodeKey node) {
      return node.equals(SampleNetwork.EDGE.key()) ? new Tally(Level.MAJOR, 2) : Tally.NOTHING;
    }

    @Override
    public Tally of(Collection<InterfaceKey> interfaces) {
      return interfaces.contains(SampleNetwork.UPLINK.key())
          ? new Tally(Level.WARNING, 1)
          : Tally.NOTHING;
    }
  }
}
