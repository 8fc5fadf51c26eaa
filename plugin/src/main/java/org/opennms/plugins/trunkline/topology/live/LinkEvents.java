package org.opennms.plugins.trunkline.topology.live;

import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkMismatch;

/** Tells the host what changed between devices. Thread-safe; never blocks and never throws. */
public interface LinkEvents {
  /**
   * A port sees somebody else than before.
   *
   * @param device the node that has the port
   * @param port the port
   * @param before who it was
   * @param now who it is
   */
  void neighborChanged(Device device, LinkEnd port, String before, String now);

  /**
   * A link between two nodes is gone.
   *
   * @param device the node at its first end
   */
  void linkLost(Device device, Link link);

  /** A link that was told to be lost is there again, or another one has taken its place. */
  void linkRestored(Device device, Link link);

  /** Something is set differently at the two ends of a link. */
  void linkMismatch(Device device, Link link, LinkMismatch mismatch);

  /** What was told to differ no longer does. */
  void linkMatches(Device device, Link link, LinkMismatch.Kind kind);
}
