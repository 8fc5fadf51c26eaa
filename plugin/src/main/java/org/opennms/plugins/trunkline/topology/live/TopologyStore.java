package org.opennms.plugins.trunkline.topology.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.inventory.NodeDocuments;
import org.opennms.plugins.trunkline.inventory.StateStore;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.topology.DeviceState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what devices told of their neighbours in the host's key-value store, as {@link
 * NodeDocuments} says.
 */
final class TopologyStore {
  private static final Logger LOG = LoggerFactory.getLogger(TopologyStore.class);

  private final StateStore store;
  private final NodeDocuments documents;

  /**
   * Over the store's context for neighbours.
   *
   * @param states what is known now; a device of which nothing is known is deleted. Called by the
   *     thread that ticks
   */
  TopologyStore(StateStore store, Function<NodeKey, Optional<DeviceState>> states) {
    this.store = store;
    this.documents =
        NodeDocuments.of(
            "Neighbours are", store, node -> states.apply(node).map(StateCodec::encode));
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
    documents.changed(node);
  }

  /** Devices that are not written yet. */
  int pending() {
    return documents.pending();
  }

  /** Writes some of what is pending. */
  void tick() {
    documents.tick();
  }

  /** Writes all that is pending, for an orderly stop; gives up at the first failure. */
  void flush() {
    documents.flush();
  }
}
