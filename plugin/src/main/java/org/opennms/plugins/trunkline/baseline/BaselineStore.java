package org.opennms.plugins.trunkline.baseline;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.inventory.StateStore;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.Anomaly.Direction;
import org.opennms.plugins.trunkline.operations.Anomaly.Metric;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the baselines in the host's key-value store: written after each hour, a bounded number at a
 * time, and at the stop. A killed process loses the hour under way at most, and those that waited.
 */
final class BaselineStore {
  private static final Logger LOG = LoggerFactory.getLogger(BaselineStore.class);
  // 20,000 interfaces of four metrics in the 3,600 seconds of an hour, with a little to spare.
  private static final int WRITES_PER_TICK = 25;

  private final BaselineBook book;
  private final Exclusions exclusions;
  private final StateStore store;
  private boolean loaded;
  private boolean failing;
  private int damaged;

  BaselineStore(BaselineBook book, Exclusions exclusions, StateStore store) {
    this.book = book;
    this.exclusions = exclusions;
    this.store = store;
  }

  /** Reads what was known before the last stop; false while the store cannot be read. */
  synchronized boolean load() {
    if (loaded) {
      return true;
    }
    try {
      store.all().forEach(this::restore);
      loaded = true;
      if (damaged > 0) {
        LOG.warn("{} stored baselines cannot be read and are learned anew", damaged);
      }
    } catch (HostAbsentException e) {
      failed(e);
    }
    return loaded;
  }

  private void restore(String text, String document) {
    if (Exclusions.owns(text)) {
      damaged += exclusions.restore(text, document) ? 0 : 1;
      return;
    }
    Optional<MetricKey> key = key(text);
    Optional<MetricBaseline> baseline = BaselineCodec.decode(document, book::empty);
    if (key.isPresent() && baseline.isPresent()) {
      book.all().putIfAbsent(key.get(), baseline.get());
    } else {
      damaged++;
    }
  }

  /** How many stored baselines were not readable. */
  synchronized int damaged() {
    return damaged;
  }

  /** The reverse of {@link MetricKey#text}; names of interfaces may hold any character. */
  static Optional<MetricKey> key(String text) {
    int metric = text.lastIndexOf('|');
    int direction = text.lastIndexOf('|', metric - 1);
    int name = text.indexOf('|');
    if (name < 0 || direction < name) {
      return Optional.empty();
    }
    try {
      NodeKey node = new NodeKey(text.substring(0, name));
      InterfaceKey of = new InterfaceKey(node, text.substring(name + 1, direction));
      Direction way = Direction.valueOf(text.substring(direction + 1, metric));
      return Optional.of(new MetricKey(of, way, Metric.valueOf(text.substring(metric + 1))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Writes some of what has changed. */
  void tick() {
    write(WRITES_PER_TICK);
  }

  /** Writes all, for an orderly stop; gives up at the first failure. */
  void flush() {
    Map<MetricKey, MetricBaseline> all = new HashMap<>(book.all());
    book.changed().addAll(all.keySet());
    write(Integer.MAX_VALUE);
  }

  private synchronized void write(int atMost) {
    if (!loaded) {
      return;
    }
    try {
      exclusions.write(store);
    } catch (HostAbsentException e) {
      failed(e);
      return;
    }
    Iterator<MetricKey> keys = book.changed().iterator();
    for (int i = 0; i < atMost && keys.hasNext(); i++) {
      MetricKey key = keys.next();
      // Taken out first: a change during the write is noted again.
      keys.remove();
      try {
        writeOne(key);
        failing = false;
      } catch (HostAbsentException e) {
        book.changed().add(key);
        failed(e);
        return;
      }
    }
  }

  private void writeOne(MetricKey key) {
    MetricBaseline baseline = book.all().get(key);
    if (baseline == null) {
      store.delete(key.text());
    } else {
      store.put(key.text(), BaselineCodec.encode(baseline));
    }
  }

  private void failed(HostAbsentException e) {
    if (!failing) {
      LOG.warn("Baselines are not kept for now: {}", e.getMessage());
    }
    failing = true;
  }
}
