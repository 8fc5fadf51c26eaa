package org.opennms.plugins.trunkline.topology.live;

import java.util.Set;

/** The edges that the host has computed. Thread-safe; blocks as the host does. */
public interface HostEdgeSource {
  /**
   * All of them now; none before the host's own topology has run.
   *
   * @throws org.opennms.plugins.trunkline.inventory.HostAbsentException when the host cannot tell
   */
  Set<HostEdge> edges();
}
