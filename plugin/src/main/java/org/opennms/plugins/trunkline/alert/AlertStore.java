package org.opennms.plugins.trunkline.alert;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.inventory.StateStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps alerts in the host's key-value store. Noting takes no time; {@link #write} blocks as the
 * host's database does, and what could not be written is written later: only the newest of each.
 * Thread-safe.
 */
final class AlertStore {
  private static final Logger LOG = LoggerFactory.getLogger(AlertStore.class);
  private static final int WRITES = 200;

  private final StateStore store;
  private final Map<String, Optional<String>> pending = new LinkedHashMap<>();
  private final Set<String> stored = new HashSet<>();
  private boolean failing;

  AlertStore(StateStore store) {
    this.store = store;
  }

  /**
   * What was kept; damaged documents are left out and logged.
   *
   * @throws HostAbsentException when the store cannot be read now
   */
  List<AlertRecord> load() {
    Map<String, String> documents = store.all();
    synchronized (this) {
      stored.addAll(documents.keySet());
    }
    List<AlertRecord> records =
        documents.values().stream().map(AlertCodec::decode).flatMap(Optional::stream).toList();
    int damaged = documents.size() - records.size();
    if (damaged > 0) {
      LOG.warn(
          "{} stored alerts cannot be read; their alarms are cleared if nothing backs them",
          damaged);
    }
    return records;
  }

  synchronized void put(AlertRecord record) {
    note(key(record.alert().id()), Optional.of(AlertCodec.encode(record)));
  }

  synchronized void delete(long id) {
    String key = key(id);
    if (stored.contains(key)) {
      note(key, Optional.empty());
    } else {
      // While the store is down, what came and went meanwhile leaves nothing behind.
      pending.remove(key);
    }
  }

  synchronized int pending() {
    return pending.size();
  }

  // In the order of the last change.
  private void note(String key, Optional<String> document) {
    pending.remove(key);
    pending.put(key, document);
  }

  /**
   * Writes some of what is pending.
   *
   * @return whether the store took it all
   */
  boolean write() {
    for (int i = 0; i < WRITES; i++) {
      Map.Entry<String, Optional<String>> next = take();
      if (next == null) {
        return true;
      }
      if (!write(next)) {
        return false;
      }
    }
    return true;
  }

  private boolean write(Map.Entry<String, Optional<String>> next) {
    try {
      if (next.getValue().isPresent()) {
        store.put(next.getKey(), next.getValue().get());
      } else {
        store.delete(next.getKey());
      }
      failing = false;
      return true;
    } catch (HostAbsentException e) {
      giveBack(next);
      if (!failing) {
        LOG.warn("Alerts are not kept for now, {} wait: {}", pending(), e.getMessage());
      }
      failing = true;
      return false;
    }
  }

  private synchronized Map.Entry<String, Optional<String>> take() {
    Iterator<Map.Entry<String, Optional<String>>> entries = pending.entrySet().iterator();
    if (!entries.hasNext()) {
      return null;
    }
    Map.Entry<String, Optional<String>> next = entries.next();
    Map.Entry<String, Optional<String>> first = Map.entry(next.getKey(), next.getValue());
    entries.remove();
    // From now on it may be there, whatever the store says.
    if (first.getValue().isPresent()) {
      stored.add(first.getKey());
    } else {
      stored.remove(first.getKey());
    }
    return first;
  }

  // Unless it changed meanwhile.
  private synchronized void giveBack(Map.Entry<String, Optional<String>> entry) {
    stored.add(entry.getKey());
    pending.putIfAbsent(entry.getKey(), entry.getValue());
  }

  private static String key(long id) {
    return Long.toString(id);
  }
}
