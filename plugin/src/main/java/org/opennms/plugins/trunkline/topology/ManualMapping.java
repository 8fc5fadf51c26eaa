package org.opennms.plugins.trunkline.topology;

import java.util.Objects;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;

/** What an operator knows better. Survives every refresh. */
public sealed interface ManualMapping {
  /** The node that the neighbour is. */
  NodeKey node();

  /**
   * On this port there is that node: a link, announced or not. Announcements on the port that fit
   * no other node are that node's.
   *
   * @param local the own port
   * @param node the neighbour
   * @param port its port, by any of its names; empty where unknown
   */
  record OnPort(InterfaceKey local, NodeKey node, String port) implements ManualMapping {
    /** Rejects missing parts. */
    public OnPort {
      Objects.requireNonNull(local, "local");
      Objects.requireNonNull(node, "node");
      Objects.requireNonNull(port, "port");
    }
  }

  /**
   * This orphan is that node, wherever it is seen.
   *
   * @param orphan {@code model.Orphan#id()}
   * @param node the neighbour
   */
  record Identity(String orphan, NodeKey node) implements ManualMapping {
    /** Rejects missing parts. */
    public Identity {
      Objects.requireNonNull(orphan, "orphan");
      Objects.requireNonNull(node, "node");
    }
  }
}
