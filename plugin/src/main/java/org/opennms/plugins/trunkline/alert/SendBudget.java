package org.opennms.plugins.trunkline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** At most so many in any minute. Not thread-safe. */
final class SendBudget {
  private static final Duration SPAN = Duration.ofMinutes(1);

  private final Deque<Instant> sent = new ArrayDeque<>();

  int left(int perMinute, Instant now) {
    // After a clock was set back, too, what was sent is forgotten in time.
    sent.removeIf(at -> !at.isAfter(now.minus(SPAN)) || at.isAfter(now));
    return Math.max(0, perMinute - sent.size());
  }

  void take(Instant now) {
    sent.addLast(now);
  }
}
