package org.opennms.plugins.trunkline.topology.live;

import java.util.Collection;

/** Links that are drawn in the host for people to see. Thread-safe; blocks as the host does. */
public interface DrawnLinks {
  /**
   * Draws these, and removes all others that are ours.
   *
   * @return how many are drawn now
   * @throws org.opennms.plugins.trunkline.inventory.HostAbsentException when the host does not take
   *     them; the next call puts it right
   */
  int show(Collection<Drawing> links);

  /**
   * A link to draw.
   *
   * @param id lasting
   * @param nodeA the host's id of the node at its first end
   * @param portA its port; may be empty
   * @param nodeB the host's id of the node at its second end
   * @param portB its port; may be empty
   */
  record Drawing(String id, int nodeA, String portA, int nodeB, String portB) {}
}
