package org.opennms.plugins.trunkline.topology.live;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.inventory.StateStore;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.topology.DeviceState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what devices told of their neighbours in the host's key-value store. Changes are noted at
 * once and written by {@link #tick}, a bounded number each time; a store that fails is tried again
 * at the next one. Noting is thread-safe and never blocks; the rest is for one thread.
 */
final class TopologyStore {
  private static final Logger LOG = LoggerFactory.getLogger(TopologyStore.class);
  // With a tick a second, 5,000 devices are written within a minute and no burst is felt.
  private static final int WRITES_PER_TICK = 100;

  private final StateStore store;
  private final Function<NodeKey, Optional<DeviceState>> states;
  private final Set<NodeKey> changed = ConcurrentHashMap.newKeySet();
  private boolean failing;

  /**
   * Over the store's context for neighbours.
   *
   * @param states what is known now; a device of which nothing is known is deleted. Called by the
   *     thread that ticks
   */
  TopologyStore(StateStore store, Function<NodeKey, Optional<DeviceState>> states) {
    this.store = store;
    this.states = states;
  }

  /**
   * Everything that was kept; what cannot be read is told and left out.
   *
   * @throws HostAbsentException when the store cannot be read now
   */
  List<DeviceState> load() {
    List<DeviceState> kept = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (Map.Entry<String, String> document : store.all().entrySet()) {
      StateCodec.decode(document.getValue())
          .filter(s -> s.device().key().text().equals(document.getKey()))
          .ifPresentOrElse(kept::add, () -> unreadable.add(document.getKey()));
    }
    if (!unreadable.isEmpty()) {
      LOG.warn(
          "Neighbours of {} devices cannot be read, {} among them; they are walked anew",
          unreadable.size(),
          unreadable.get(0));
    }
    return kept;
  }

  /** What is known of the device must be written. */
  void changed(NodeKey node) {
    changed.add(node);
  }

  /** Devices that are not written yet. */
  int pending() {
    return changed.size();
  }

  /** Writes some of what is pending. */
  void tick() {
    write(WRITES_PER_TICK);
  }

  /** Writes all that is pending, for an orderly stop; gives up at the first failure. */
  void flush() {
    write(Integer.MAX_VALUE);
  }

  private void write(int atMost) {
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
    Optional<DeviceState> state = states.apply(node);
    if (state.isPresent()) {
      store.put(node.text(), StateCodec.encode(state.get()));
    } else {
      store.delete(node.text());
    }
  }

  private void failed(HostAbsentException e) {
    if (!failing) {
      LOG.warn("Neighbours are not kept for now, {} devices wait: {}", pending(), e.getMessage());
    }
    failing = true;
  }
}
