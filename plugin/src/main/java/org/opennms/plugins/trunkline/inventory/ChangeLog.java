package org.opennms.plugins.trunkline.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.operations.WorkLists.Change;

/**
 * The changes of the last 24 hours, at most 1,000; older ones make room and are counted. In memory:
 * it begins empty at each start. Thread-safe.
 */
final class ChangeLog {
  static final int MOST = 1000;
  static final Duration KEPT = Duration.ofHours(24);

  private final Deque<Entry> entries = new ArrayDeque<>();
  private long forgotten;
  private Instant lastForgotten = Instant.EPOCH;

  /** A change and whose it is. */
  record Entry(InterfaceKey key, Change change) {}

  synchronized void add(InterfaceKey key, Change change) {
    expire(change.at());
    if (entries.size() == MOST) {
      lastForgotten = entries.removeFirst().change().at();
      forgotten++;
    }
    entries.addLast(new Entry(key, change));
  }

  /** Newest first. */
  synchronized List<Entry> entries(Instant now) {
    expire(now);
    List<Entry> newestFirst = new ArrayList<>(entries);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  /** How many of the last 24 hours were not kept. */
  synchronized long forgotten(Instant now) {
    expire(now);
    return forgotten;
  }

  private void expire(Instant now) {
    Instant before = now.minus(KEPT);
    while (!entries.isEmpty() && entries.element().change().at().isBefore(before)) {
      entries.remove();
    }
    if (lastForgotten.isBefore(before)) {
      forgotten = 0;
    }
  }
}
