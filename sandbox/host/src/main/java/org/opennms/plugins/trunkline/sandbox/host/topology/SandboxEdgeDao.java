package org.opennms.plugins.trunkline.sandbox.host.topology;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.opennms.integration.api.v1.dao.EdgeDao;
import org.opennms.integration.api.v1.model.TopologyEdge;
import org.opennms.integration.api.v1.model.TopologyProtocol;

/**
 * The topology of the moment. One edge with a protocol that the API does not know makes every
 * method throw {@link IllegalArgumentException}, as in Horizon.
 */
public final class SandboxEdgeDao implements EdgeDao {

  private final Enlinkd enlinkd;

  /** Makes a DAO over Enlinkd. */
  public SandboxEdgeDao(Enlinkd enlinkd) {
    this.enlinkd = enlinkd;
  }

  @Override
  public long getEdgeCount() {
    return enlinkd.edges().size();
  }

  @Override
  public long getEdgeCount(TopologyProtocol protocol) {
    return getEdges(protocol).size();
  }

  @Override
  public Set<TopologyEdge> getEdges() {
    return enlinkd.edges();
  }

  @Override
  public Set<TopologyEdge> getEdges(TopologyProtocol protocol) {
    Predicate<TopologyEdge> wanted =
        edge -> protocol == TopologyProtocol.ALL || edge.getProtocol() == protocol;
    return enlinkd.edges().stream().filter(wanted).collect(Collectors.toSet());
  }

  @Override
  public Set<TopologyProtocol> getProtocols() {
    return enlinkd.edges().stream().map(TopologyEdge::getProtocol).collect(Collectors.toSet());
  }
}
