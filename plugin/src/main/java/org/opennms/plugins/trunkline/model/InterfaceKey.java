package org.opennms.plugins.trunkline.model;

import java.util.Comparator;
import java.util.Objects;

/**
 * An interface's lasting identity: its node and its name. ifIndex is no part of it, because devices
 * renumber (RFC 2863 section 3.1.5 allows it at every restart).
 *
 * @param node the node that owns the interface
 * @param name ifName, else ifDescr, else {@code if<ifIndex>}; where a device uses a name twice, a
 *     suffix makes it unique on the node (see {@code inventory.InterfaceNames})
 */
public record InterfaceKey(NodeKey node, String name) implements Comparable<InterfaceKey> {
  private static final Comparator<InterfaceKey> ORDER =
      Comparator.comparing(InterfaceKey::node).thenComparing(InterfaceKey::name);

  /** Rejects missing parts. */
  public InterfaceKey {
    Objects.requireNonNull(node, "node");
    Objects.requireNonNull(name, "name");
  }

  @Override
  public int compareTo(InterfaceKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return node + "/" + name;
  }
}
