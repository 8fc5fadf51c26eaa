package org.opennms.plugins.trunkline.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the inventory in the host's key-value store, as {@link NodeDocuments} says. */
public final class InventoryStore {
  private static final Logger LOG = LoggerFactory.getLogger(InventoryStore.class);

  private final Inventory inventory;
  private final StateStore store;
  private final DeviceCodec codec;
  private final NodeDocuments documents;
  private boolean loaded;

  /** Over the store's context for devices. */
  public InventoryStore(Inventory inventory, StateStore store, InterfaceClassifier classifier) {
    this.inventory = inventory;
    this.store = store;
    this.codec = new DeviceCodec(classifier);
    this.documents =
        NodeDocuments.of(
            "The inventory is", store, node -> inventory.state(node).map(codec::encode));
  }

  /**
   * Reads what was known before the last stop; devices that have been read since stay as they are.
   *
   * @return whether the store could be read; call again later if not
   */
  public synchronized boolean load() {
    if (!loaded) {
      try {
        restore(store.all());
        loaded = true;
      } catch (HostAbsentException e) {
        documents.failed(e);
      }
    }
    return loaded;
  }

  /** Notes that a device's state must be written. */
  void changed(NodeKey node) {
    documents.changed(node);
  }

  /** Devices whose state is not written yet. */
  public int pending() {
    return documents.pending();
  }

  /** Writes some of what is pending. */
  public void tick() {
    documents.tick();
  }

  /** Writes all that is pending, for an orderly stop; gives up at the first failure. */
  public void flush() {
    documents.flush();
  }

  /**
   * Removes interfaces that have been stale for too long, and devices without any left.
   *
   * @param before interfaces seen last before this time go
   * @return how many interfaces went
   */
  int cleanUp(Instant before) {
    int removed = 0;
    for (DeviceState state : inventory.states()) {
      NodeKey node = state.device().key();
      int gone = inventory.forget(node, before);
      if (gone > 0) {
        changed(node);
      }
      removed += gone;
    }
    return removed;
  }

  private void restore(Map<String, String> documents) {
    List<String> unreadable = new ArrayList<>();
    documents.forEach(
        (key, json) ->
            codec
                .decode(json)
                .filter(s -> s.device().key().text().equals(key))
                .ifPresentOrElse(inventory::putIfAbsent, () -> unreadable.add(key)));
    if (!unreadable.isEmpty()) {
      LOG.warn(
          "{} stored devices cannot be read, {} among them; they will be discovered anew",
          unreadable.size(),
          unreadable.get(0));
    }
  }
}
