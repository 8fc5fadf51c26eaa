package org.opennms.plugins.trunkline.host;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opennms.integration.api.v1.dao.EdgeDao;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.integration.api.v1.model.TopologyEdge;
import org.opennms.integration.api.v1.model.TopologyPort;
import org.opennms.integration.api.v1.model.TopologyProtocol;
import org.opennms.integration.api.v1.model.TopologySegment;
import org.opennms.plugins.trunkline.topology.live.HostEdge;
import org.opennms.plugins.trunkline.topology.live.HostEdgeSource;

/**
 * The host's edges through its {@code EdgeDao}. Only protocols that tell of cables are taken:
 * routing adjacencies, areas and networks are none, and what a user drew may be our own drawing.
 * Thread-safe; blocks as the host does.
 */
public final class HostEdges implements HostEdgeSource {
  static final List<TopologyProtocol> PROTOCOLS =
      List.of(TopologyProtocol.LLDP, TopologyProtocol.CDP, TopologyProtocol.BRIDGE);

  private static final String SERVICE = "The host's edge DAO";

  private final EdgeDao dao;

  /** Over the host's DAO. */
  public HostEdges(EdgeDao dao) {
    this.dao = dao;
  }

  @Override
  public Set<HostEdge> edges() {
    return HostCalls.call(
        SERVICE,
        () -> {
          Set<HostEdge> edges = new LinkedHashSet<>();
          for (TopologyProtocol protocol : PROTOCOLS) {
            dao.getEdges(protocol).forEach(e -> of(e).ifPresent(edges::add));
          }
          return edges;
        });
  }

  /** The edge in our words; empty where it is of another kind, or lacks an end. */
  static Optional<HostEdge> of(TopologyEdge edge) {
    if (!PROTOCOLS.contains(edge.getProtocol())) {
      return Optional.empty();
    }
    Ends ends = new Ends();
    edge.visitEndpoints(ends);
    return ends.source == null || ends.target == null
        ? Optional.empty()
        : Optional.of(new HostEdge(edge.getProtocol().name(), ends.source, ends.target));
  }

  private static final class Ends implements TopologyEdge.EndpointVisitor {
    private HostEdge.End source;
    private HostEdge.End target;

    @Override
    public void visitSource(Node node) {
      source = new HostEdge.Whole(node.getId());
    }

    @Override
    public void visitTarget(Node node) {
      target = new HostEdge.Whole(node.getId());
    }

    @Override
    public void visitSource(TopologyPort port) {
      source = end(port);
    }

    @Override
    public void visitTarget(TopologyPort port) {
      target = end(port);
    }

    @Override
    public void visitSource(TopologySegment segment) {
      source = new HostEdge.Segment(text(segment.getId()));
    }

    @Override
    public void visitTarget(TopologySegment segment) {
      target = new HostEdge.Segment(text(segment.getId()));
    }

    private static HostEdge.End end(TopologyPort port) {
      int node = port.getNodeCriteria().getId();
      return port.getIfIndex() == null || port.getIfIndex() <= 0
          ? new HostEdge.Whole(node)
          : new HostEdge.Port(node, port.getIfIndex(), text(port.getIfName()));
    }

    private static String text(String value) {
      return value == null ? "" : value;
    }
  }
}
