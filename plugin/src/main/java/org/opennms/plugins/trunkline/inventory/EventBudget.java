package org.opennms.plugins.trunkline.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongConsumer;

/**
 * Lets at most 100 events through in any minute: one edit of the rules may change thousands of
 * interfaces. The rest is counted and told once a minute. Thread-safe.
 */
final class EventBudget {
  static final int MOST = 100;
  static final Duration SPAN = Duration.ofMinutes(1);

  private final LongConsumer summary;
  private final Deque<Instant> sent = new ArrayDeque<>();
  private Instant firstWithheld = Instant.EPOCH;
  private long untold;
  private long withheld;

  /**
   * Nothing sent yet.
   *
   * @param summary is told how many were withheld, once a minute while there are any
   */
  EventBudget(LongConsumer summary) {
    this.summary = summary;
  }

  /** Whether an event may be sent now; if not, it is counted. */
  synchronized boolean take(Instant now) {
    // After a clock was set back, too, what was sent is forgotten in time.
    sent.removeIf(at -> !at.isAfter(now.minus(SPAN)) || at.isAfter(now));
    if (sent.size() < MOST) {
      sent.addLast(now);
      return true;
    }
    firstWithheld = untold == 0 ? now : firstWithheld;
    untold++;
    withheld++;
    return false;
  }

  /** Tells what was withheld, when a minute is over. */
  void tick(Instant now) {
    long told;
    synchronized (this) {
      boolean due = untold > 0 && !now.isBefore(firstWithheld.plus(SPAN));
      told = due ? untold : 0;
      untold -= told;
    }
    if (told > 0) {
      summary.accept(told);
    }
  }

  /** How many were withheld since the start. */
  synchronized long withheld() {
    return withheld;
  }
}
