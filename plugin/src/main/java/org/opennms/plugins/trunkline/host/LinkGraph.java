package org.opennms.plugins.trunkline.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.opennms.integration.api.v1.graph.Edge;
import org.opennms.integration.api.v1.graph.GraphContainer;
import org.opennms.integration.api.v1.graph.GraphContainerInfo;
import org.opennms.integration.api.v1.graph.GraphContainerProvider;
import org.opennms.integration.api.v1.graph.GraphInfo;
import org.opennms.integration.api.v1.graph.Vertex;
import org.opennms.integration.api.v1.graph.configuration.GraphCacheStrategy;
import org.opennms.integration.api.v1.graph.configuration.GraphConfiguration;
import org.opennms.integration.api.v1.graph.configuration.TopologyConfiguration;
import org.opennms.integration.api.v1.graph.immutables.ImmutableEdge;
import org.opennms.integration.api.v1.graph.immutables.ImmutableGraph;
import org.opennms.integration.api.v1.graph.immutables.ImmutableGraphContainer;
import org.opennms.integration.api.v1.graph.immutables.ImmutableGraphContainerInfo;
import org.opennms.integration.api.v1.graph.immutables.ImmutableGraphInfo;
import org.opennms.integration.api.v1.graph.immutables.ImmutableVertex;
import org.opennms.integration.api.v1.graph.immutables.ImmutableVertexRef;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.operations.InterfaceLoad;
import org.opennms.plugins.trunkline.operations.TopologyDirectory;
import org.opennms.plugins.trunkline.operations.TopologyDirectory.NodeView;

/**
 * The links between nodes as a graph of the host's map. The host loads it when somebody looks and
 * keeps it for some minutes; {@link MapCache} ends that at once when the links changed.
 * Thread-safe; answers from memory.
 */
public final class LinkGraph implements GraphContainerProvider {
  /** The container's id. */
  public static final String CONTAINER = "trunkline";

  /** The graph's namespace. */
  public static final String NAMESPACE = "trunkline.links";

  private static final String LABEL = "Trunkline links";
  private static final String DESCRIPTION =
      "Links between nodes, as their neighbours announce them, with role, speed and confidence";
  // Utilization and roles change without the links.
  private static final int KEPT_MINUTES = 5;

  private final TopologyDirectory directory;
  private final InterfaceLoad load;
  private final BooleanSupplier inferred;

  /**
   * Over the topology.
   *
   * @param load how busy ports are
   * @param inferred whether inferred links are shown
   */
  public LinkGraph(TopologyDirectory directory, InterfaceLoad load, BooleanSupplier inferred) {
    this.directory = directory;
    this.load = load;
    this.inferred = inferred;
  }

  @Override
  public GraphContainerInfo getGraphContainerInfo() {
    return ImmutableGraphContainerInfo.newBuilder(CONTAINER, LABEL, DESCRIPTION)
        .addGraphInfo(info())
        .build();
  }

  @Override
  public GraphContainer loadGraphContainer() {
    TopologyDirectory.Topology topology = directory.topology();
    ImmutableGraph.Builder graph = ImmutableGraph.newBuilder(info());
    Map<String, Vertex> vertices = new HashMap<>();
    topology.nodes().stream()
        .map(LinkGraph::vertex)
        .forEach(
            v -> {
              vertices.put(v.getId(), v);
              graph.addVertex(v);
            });
    topology.edges().stream()
        .filter(e -> isShown(e.link()))
        .filter(e -> vertices.containsKey(id(e.link().a())))
        .filter(e -> vertices.containsKey(id(e.link().b())))
        .map(this::edge)
        .forEach(graph::addEdge);
    return ImmutableGraphContainer.newBuilder(getGraphContainerInfo())
        .addGraph(graph.build())
        .build();
  }

  @Override
  public TopologyConfiguration getTopologyConfiguration() {
    return TopologyConfiguration.DEFAULT;
  }

  @Override
  public GraphConfiguration getGraphConfiguration() {
    return new GraphConfiguration() {
      @Override
      public GraphStatusStrategy getGraphStatusStrategy() {
        return GraphStatusStrategy.Custom;
      }

      @Override
      public GraphCacheStrategy getGraphCacheStrategy() {
        return GraphCacheStrategy.TIMED(KEPT_MINUTES, TimeUnit.MINUTES);
      }
    };
  }

  private static GraphInfo info() {
    return ImmutableGraphInfo.newBuilder(NAMESPACE, LABEL, DESCRIPTION).build();
  }

  private boolean isShown(Link link) {
    return link.isBetweenNodes() && (link.state() != LinkState.INFERRED || inferred.getAsBoolean());
  }

  private static Vertex vertex(NodeView node) {
    Device device = node.device();
    ImmutableVertex.Builder vertex =
        ImmutableVertex.newBuilder(NAMESPACE, device.key().text())
            .label(device.label())
            .property("nodeID", Integer.toString(device.nodeId()))
            .property("nodeCriteria", device.key().text())
            .property("deviceType", node.facts().type().spelling())
            .property("links", Integer.toString(node.links()));
    device.address().ifPresent(address -> vertex.property("ipAddress", address.getHostAddress()));
    String[] requisitioned = device.key().text().split(":", 2);
    if (!device.foreignSource().isEmpty() && requisitioned.length == 2) {
      vertex.nodeRef(requisitioned[0], requisitioned[1]);
    }
    return vertex.build();
  }

  private Edge edge(TopologyDirectory.Edge edge) {
    Link link = edge.link();
    ImmutableEdge.Builder built =
        ImmutableEdge.newBuilder(
                NAMESPACE,
                link.key().id(),
                ImmutableVertexRef.newBuilder(NAMESPACE, id(link.a())).build(),
                ImmutableVertexRef.newBuilder(NAMESPACE, id(link.b())).build())
            .label(words(link.a()) + " - " + words(link.b()))
            .property("sourceInterface", link.a().port())
            .property("targetInterface", link.b().port())
            .property("state", link.state().spelling())
            .property("confidence", Double.toString(Math.round(link.confidence() * 100) / 100.0));
    facts(edge).forEach(built::property);
    return built.build();
  }

  private Map<String, String> facts(TopologyDirectory.Edge edge) {
    Map<String, String> facts = new HashMap<>();
    List<KnownInterface> ports = Stream.of(edge.a(), edge.b()).flatMap(Optional::stream).toList();
    ports.stream()
        .findFirst()
        .ifPresent(p -> facts.put("role", p.classification().role().spelling()));
    ports.stream()
        .flatMap(p -> p.classification().provider().stream())
        .findFirst()
        .ifPresent(provider -> facts.put("provider", provider));
    // A link is as fast as its slower end.
    ports.stream()
        .mapToLong(p -> p.networkInterface().speed())
        .filter(speed -> speed > 0)
        .min()
        .ifPresent(speed -> facts.put("speed", Long.toString(speed)));
    ports.stream()
        .map(p -> load.utilization(p.key()))
        .flatMapToDouble(OptionalDouble::stream)
        .max()
        .ifPresent(u -> facts.put("utilization", Double.toString(Math.round(u * 10) / 10.0)));
    return facts;
  }

  private static String words(LinkEnd end) {
    return end.port().isEmpty() ? end.device() : end.device() + " " + end.port();
  }

  private static String id(LinkEnd end) {
    return end.node().orElseThrow().text();
  }
}
