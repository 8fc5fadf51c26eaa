package org.opennms.plugins.trunkline.model;

import java.util.Objects;

/**
 * A node's lasting identity: {@code FS:FID} for a requisitioned node, else the host's numeric id.
 * Never the label, which operators change.
 *
 * @param text at least one character, as accepted by the host's node criteria
 */
public record NodeKey(String text) implements Comparable<NodeKey> {
  /** Rejects an empty key. */
  public NodeKey {
    Objects.requireNonNull(text, "text");
    if (text.isBlank()) {
      throw new IllegalArgumentException("a node key must not be blank");
    }
  }

  /** The key of a node as the host describes it; the foreign source and id may both be null. */
  public static NodeKey of(int nodeId, String foreignSource, String foreignId) {
    return foreignSource == null || foreignId == null
        ? new NodeKey(Integer.toString(nodeId))
        : new NodeKey(foreignSource + ":" + foreignId);
  }

  @Override
  public int compareTo(NodeKey other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
