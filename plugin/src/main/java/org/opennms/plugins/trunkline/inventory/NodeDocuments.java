package org.opennms.plugins.trunkline.inventory;

import java.util.Optional;
import java.util.function.Function;
import org.opennms.plugins.trunkline.model.NodeKey;

/**
 * One document for each node in the host's key-value store. Changes are noted at once and written
 * by {@link #tick}, a bounded number each time; a store that fails is told of once and tried again
 * at the next one. Noting never blocks; thread-safe.
 */
public interface NodeDocuments {
  /**
   * Over one context of the store.
   *
   * @param name what the documents hold, for the log
   * @param documents a node's document as it is now; without one, what the store has is deleted.
   *     Called by the thread that ticks
   */
  static NodeDocuments of(
      String name, StateStore store, Function<NodeKey, Optional<String>> documents) {
    return new PendingDocuments(name, store, documents);
  }

  /** The node's document must be written. */
  void changed(NodeKey node);

  /** Nodes whose documents are not written yet. */
  int pending();

  /** Writes some of what is pending. */
  void tick();

  /** Writes all that is pending, for an orderly stop; gives up at the first failure. */
  void flush();

  /** Tells of a store that fails, unless the last call failed too. */
  void failed(HostAbsentException e);
}
