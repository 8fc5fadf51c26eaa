package org.opennms.plugins.trunkline.host;

import java.util.EnumSet;
import java.util.Set;
import org.opennms.integration.api.v1.model.TopologyEdge;
import org.opennms.integration.api.v1.model.TopologyProtocol;
import org.opennms.integration.api.v1.topology.TopologyEdgeConsumer;
import org.opennms.plugins.trunkline.topology.live.HostEdgeSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the host's announcements of edges over. The host calls it while it holds a lock, and what
 * it threw would end the host's own update: it queues, and lets nothing out.
 */
public final class EdgeListener implements TopologyEdgeConsumer {
  private static final Logger LOG = LoggerFactory.getLogger(EdgeListener.class);

  private final HostEdgeSink sink;
  private boolean complained;

  /** Hands edges over. */
  public EdgeListener(HostEdgeSink sink) {
    this.sink = sink;
  }

  @Override
  public void onEdgeAddedOrUpdated(TopologyEdge edge) {
    take(edge, true);
  }

  @Override
  public void onEdgeDeleted(TopologyEdge edge) {
    take(edge, false);
  }

  @Override
  public Set<TopologyProtocol> getProtocols() {
    return EnumSet.copyOf(HostEdges.PROTOCOLS);
  }

  private void take(TopologyEdge edge, boolean added) {
    try {
      HostEdges.of(edge).ifPresent(e -> sink.announce(e, added));
    } catch (RuntimeException e) {
      sink.misunderstood();
      if (!complained) {
        complained = true;
        LOG.warn("The host announced an edge that cannot be understood; all are read anew", e);
      }
    }
  }
}
