package org.opennms.plugins.trunkline.baseline;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.model.InterfaceKey;

/**
 * Which interfaces' baselines differ from what is stored, in the order in which they began to; what
 * is urgent goes before. Thread-safe.
 */
final class WriteQueue {
  private final Map<InterfaceKey, Instant> waiting = new LinkedHashMap<>();
  private final Set<InterfaceKey> urgent = new LinkedHashSet<>();

  /** Something was learned, at this time. */
  synchronized void changed(InterfaceKey of, Instant at) {
    waiting.putIfAbsent(of, at);
  }

  /** Something happened that is worth a place at the front. */
  synchronized void urgent(InterfaceKey of) {
    urgent.add(of);
  }

  /**
   * Takes the next one out; a change while it is written is noted again.
   *
   * @param now times after this are of a clock that was set back since, and wait no longer
   * @param before only those that have waited since this or longer, or are urgent
   */
  synchronized Optional<InterfaceKey> next(Instant now, Instant before) {
    Iterator<InterfaceKey> first = urgent.iterator();
    if (first.hasNext()) {
      InterfaceKey key = first.next();
      first.remove();
      waiting.remove(key);
      return Optional.of(key);
    }
    Iterator<Map.Entry<InterfaceKey, Instant>> oldest = waiting.entrySet().iterator();
    if (!oldest.hasNext()) {
      return Optional.empty();
    }
    Map.Entry<InterfaceKey, Instant> entry = oldest.next();
    if (entry.getValue().isAfter(before) && !entry.getValue().isAfter(now)) {
      return Optional.empty();
    }
    InterfaceKey key = entry.getKey();
    oldest.remove();
    return Optional.of(key);
  }

  /** How many there are. */
  synchronized int size() {
    return waiting.size() + (int) urgent.stream().filter(k -> !waiting.containsKey(k)).count();
  }
}
