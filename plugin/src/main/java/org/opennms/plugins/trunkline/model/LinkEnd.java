package org.opennms.plugins.trunkline.model;

import java.util.Objects;
import java.util.Optional;

/**
 * One end of a link: a port of a node, or of a neighbour that is no node.
 *
 * @param node empty for an orphan
 * @param device the node's label; of an orphan its name as announced, else its chassis id or
 *     address
 * @param interfaceKey the port; empty where the node is known but not which of its ports, and for
 *     an orphan
 * @param ifIndex of the port; 0 where unknown
 * @param port what the port is called: the interface's name, else the port id as announced; may be
 *     empty
 * @param aggregate the LAG whose member the port is; empty where it is none
 * @param orphan {@link Orphan#id()}; empty for a node
 */
public record LinkEnd(
    Optional<NodeKey> node,
    String device,
    Optional<InterfaceKey> interfaceKey,
    int ifIndex,
    String port,
    Optional<InterfaceKey> aggregate,
    String orphan) {
  /** Rejects missing parts, and an end that is neither a node nor an orphan. */
  public LinkEnd {
    Objects.requireNonNull(node, "node");
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(interfaceKey, "interfaceKey");
    Objects.requireNonNull(port, "port");
    Objects.requireNonNull(aggregate, "aggregate");
    Objects.requireNonNull(orphan, "orphan");
    if (node.isPresent() != orphan.isEmpty()) {
      throw new IllegalArgumentException("an end is either a node or an orphan: " + device);
    }
  }

  /** Whether it is a node. */
  public boolean isNode() {
    return node.isPresent();
  }
}
