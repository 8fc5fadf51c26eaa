package org.opennms.plugins.trunkline.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the inventory in the host's key-value store. Changes are noted at once and written by
 * {@link #tick}, a bounded number each time; a store that fails is tried again at the next one.
 * Noting is thread-safe and never blocks; the rest is for one thread.
 */
public final class InventoryStore {
  private static final Logger LOG = LoggerFactory.getLogger(InventoryStore.class);
  // With a tick a second: 5,000 devices in under a minute, and no burst that a database would feel.
  private static final int WRITES_PER_TICK = 100;

  private final Inventory inventory;
  private final StateStore store;
  private final DeviceCodec codec;
  private final Set<NodeKey> changed = ConcurrentHashMap.newKeySet();
  private boolean loaded;
  private boolean failing;

  /** Over the store's context for devices. */
  public InventoryStore(Inventory inventory, StateStore store, InterfaceClassifier classifier) {
    this.inventory = inventory;
    this.store = store;
    this.codec = new DeviceCodec(classifier);
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
        failed(e);
      }
    }
    return loaded;
  }

  /** Notes that a device's state must be written. */
  void changed(NodeKey node) {
    changed.add(node);
  }

  /** Devices whose state is not written yet. */
  public int pending() {
    return changed.size();
  }

  /** Writes some of what is pending. */
  public void tick() {
    write(WRITES_PER_TICK);
  }

  /** Writes all that is pending, for an orderly stop; gives up at the first failure. */
  public void flush() {
    write(Integer.MAX_VALUE);
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

  private synchronized void write(int atMost) {
    Iterator<NodeKey> nodes = changed.iterator();
    for (int i = 0; i < atMost && nodes.hasNext(); i++) {
      NodeKey node = nodes.next();
      // Taken out first: a change during the write is noted again.
      nodes.remove();
      try {
        writeOne(node);
        failing = false;
      } catch (HostAbsentException e) {
        changed.add(node);
        failed(e);
        return;
      }
    }
  }

  private void writeOne(NodeKey node) {
    Optional<DeviceState> state = inventory.state(node);
    if (state.isPresent()) {
      store.put(node.text(), codec.encode(state.get()));
    } else {
      store.delete(node.text());
    }
  }

  private void failed(HostAbsentException e) {
    if (!failing) {
      LOG.warn("The inventory is not kept for now, {} devices wait: {}", pending(), e.getMessage());
    }
    failing = true;
  }
}
