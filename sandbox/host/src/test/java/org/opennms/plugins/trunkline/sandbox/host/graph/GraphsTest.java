package org.opennms.plugins.trunkline.sandbox.host.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.opennms.integration.api.v1.graph.Edge;
import org.opennms.integration.api.v1.graph.GraphContainer;
import org.opennms.integration.api.v1.graph.GraphContainerInfo;
import org.opennms.integration.api.v1.graph.GraphContainerProvider;
import org.opennms.integration.api.v1.graph.Vertex;
import org.opennms.integration.api.v1.graph.configuration.GraphCacheStrategy;
import org.opennms.integration.api.v1.graph.configuration.GraphConfiguration;
import org.opennms.integration.api.v1.graph.immutables.ImmutableEdge;
import org.opennms.integration.api.v1.graph.immutables.ImmutableGraph;
import org.opennms.integration.api.v1.graph.immutables.ImmutableGraphContainer;
import org.opennms.integration.api.v1.graph.immutables.ImmutableGraphContainerInfo;
import org.opennms.integration.api.v1.graph.immutables.ImmutableGraphInfo;
import org.opennms.integration.api.v1.graph.immutables.ImmutableVertex;
import org.opennms.integration.api.v1.graph.immutables.ImmutableVertexRef;
import org.opennms.integration.api.v1.graph.status.StatusInfo;
import org.opennms.integration.api.v1.graph.status.StatusProvider;
import org.opennms.integration.api.v1.graph.status.immutables.StatusInfoImmutable;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.plugins.trunkline.sandbox.host.MovableClock;

class GraphsTest {

  private final MovableClock clock = new MovableClock();
  private final Graphs graphs = new Graphs(clock);

  @Test
  void a_graph_is_loaded_when_somebody_looks_and_kept_until_it_is_invalidated() {
    Plugin plugin = new Plugin("b");
    graphs.bind(plugin);
    assertThat(plugin.loads).isZero();

    assertThat(graphs.container("links")).isPresent();
    assertThat(graphs.container("links")).isPresent();
    assertThat(plugin.loads).isEqualTo(1);
    graphs.invalidate("links");
    graphs.invalidate("something-else");
    assertThat(graphs.container("links").orElseThrow().getGraphs()).hasSize(1);

    assertThat(plugin.loads).isEqualTo(2);
    assertThat(graphs.loads("links")).isEqualTo(2);
  }

  @Test
  void a_timed_cache_ends_by_itself() {
    Plugin plugin = new Plugin("b");
    graphs.bind(plugin);
    graphs.container("links");

    clock.advance(Duration.ofSeconds(61));
    graphs.container("links");

    assertThat(plugin.loads).isEqualTo(2);
  }

  @Test
  void an_edge_to_a_vertex_that_is_not_there_makes_the_graph_unusable() {
    graphs.bind(new Plugin("nowhere"));

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> graphs.container("links"))
        .withMessageContaining("no vertex nowhere");
  }

  @Test
  void a_graph_goes_with_its_provider() {
    Plugin plugin = new Plugin("b");
    graphs.bind(plugin);
    assertThat(graphs.containers()).containsOnlyKeys("links");

    graphs.unbind(plugin);

    assertThat(graphs.containers()).isEmpty();
    assertThat(graphs.container("links")).isEmpty();
  }

  @Test
  void the_first_provider_that_can_computes_a_status() {
    graphs.bind(new Status("another"));
    graphs.bind(new Status("links.graph"));
    Plugin plugin = new Plugin("b");
    graphs.bind(plugin);
    Vertex vertex = graphs.container("links").orElseThrow().getGraphs().get(0).getVertex("a");

    assertThat(graphs.status("links.graph", p -> p.calculateStatus(vertex)))
        .get()
        .returns(Severity.MAJOR, StatusInfo::getSeverity);
    assertThat(graphs.status("unknown", p -> p.calculateStatus(vertex))).isEmpty();
  }

  private record Status(String namespace) implements StatusProvider {

    @Override
    public boolean canCalculate(String asked) {
      return namespace.equals(asked);
    }

    @Override
    public StatusInfo calculateStatus(Vertex vertex) {
      return StatusInfoImmutable.newBuilder(Severity.MAJOR).count(1).build();
    }

    @Override
    public StatusInfo calculateStatus(Edge edge) {
      return StatusInfoImmutable.newBuilder(Severity.MINOR).count(1).build();
    }
  }

  private static final class Plugin implements GraphContainerProvider {

    private static final String NAMESPACE = "links.graph";

    private final String target;
    private int loads;

    Plugin(String target) {
      this.target = target;
    }

    @Override
    public GraphContainer loadGraphContainer() {
      loads++;
      ImmutableGraph.Builder graph =
          ImmutableGraph.newBuilder(getGraphContainerInfo().getGraphInfo(NAMESPACE));
      for (String id : new String[] {"a", "b"}) {
        graph.addVertex(ImmutableVertex.newBuilder(NAMESPACE, id).label(id).build());
      }
      graph.addEdge(
          ImmutableEdge.newBuilder(
                  NAMESPACE,
                  "1",
                  ImmutableVertexRef.newBuilder(NAMESPACE, "a").build(),
                  ImmutableVertexRef.newBuilder(NAMESPACE, target).build())
              .build());
      return ImmutableGraphContainer.newBuilder(getGraphContainerInfo())
          .addGraph(graph.build())
          .build();
    }

    @Override
    public GraphContainerInfo getGraphContainerInfo() {
      return ImmutableGraphContainerInfo.newBuilder("links", "Links", "of a test")
          .addGraphInfo(ImmutableGraphInfo.newBuilder(NAMESPACE, "Links", "of a test").build())
          .build();
    }

    @Override
    public GraphConfiguration getGraphConfiguration() {
      return new GraphConfiguration() {
        @Override
        public GraphCacheStrategy getGraphCacheStrategy() {
          return GraphCacheStrategy.TIMED(1, TimeUnit.MINUTES);
        }
      };
    }
  }
}
