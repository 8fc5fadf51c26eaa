package org.opennms.plugins.trunkline.baseline;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.operations.Anomaly;

/** Episodes under way, and the last ones that are over. Thread-safe. */
final class EpisodeLog {
  private static final int KEPT = 2000;
  private static final Comparator<Anomaly> NEWEST =
      Comparator.comparing(Anomaly::start, Comparator.reverseOrder());

  private final Map<MetricKey, Anomaly> open = new HashMap<>();
  private final Deque<Anomaly> over = new ArrayDeque<>();

  synchronized Optional<Anomaly> open(MetricKey key) {
    return Optional.ofNullable(open.get(key));
  }

  synchronized void put(MetricKey key, Anomaly anomaly) {
    open.put(key, anomaly);
  }

  /** What was learned is gone, and with it whatever was under way, which is returned. */
  synchronized Optional<Anomaly> forget(MetricKey key) {
    return Optional.ofNullable(open.remove(key));
  }

  /** Moves an episode to those that are over; empty when there was none. */
  synchronized Optional<Anomaly> end(MetricKey key, Instant at) {
    Anomaly was = open.remove(key);
    if (was == null) {
      return Optional.empty();
    }
    Anomaly ended = Anomalies.ended(was, at);
    over.addFirst(ended);
    if (over.size() > KEPT) {
      over.removeLast();
    }
    return Optional.of(ended);
  }

  /** Whose episodes are under way. */
  synchronized Set<MetricKey> underWay() {
    return Set.copyOf(open.keySet());
  }

  /** Those that lasted at this time or later, those under way first. */
  synchronized List<Anomaly> since(Instant from) {
    List<Anomaly> found = new ArrayList<>(open.values());
    found.sort(NEWEST);
    over.stream()
        .filter(a -> a.end().map(e -> !e.isBefore(from)).orElse(true))
        .sorted(NEWEST)
        .forEach(found::add);
    return found;
  }
}
