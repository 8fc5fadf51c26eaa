package org.opennms.plugins.trunkline.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.opennms.plugins.trunkline.model.Alert;

/** The newest alerts that were cleared. Not thread-safe. */
final class AlertHistory {
  /** So many are kept. */
  static final int MOST = 1000;

  private final TreeMap<Long, Alert> cleared = new TreeMap<>();
  private final LongConsumer forgotten;

  /**
   * Empty.
   *
   * @param forgotten is told the id of each that is no longer kept
   */
  AlertHistory(LongConsumer forgotten) {
    this.forgotten = forgotten;
  }

  void add(Alert alert) {
    cleared.put(alert.id(), alert);
    while (cleared.size() > MOST) {
      forgotten.accept(cleared.pollFirstEntry().getKey());
    }
  }

  Optional<Alert> get(long id) {
    return Optional.ofNullable(cleared.get(id));
  }

  List<Alert> all() {
    return List.copyOf(cleared.values());
  }

  List<Alert> newest(int atMost) {
    return cleared.values().stream()
        .sorted(
            Comparator.comparing((Alert a) -> a.clearedAt().orElse(a.openedAt()))
                .thenComparing(Alert::id)
                .reversed())
        .limit(atMost)
        .toList();
  }
}
