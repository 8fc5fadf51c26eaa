package org.opennms.plugins.trunkline.telemetry.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures in a row: doubling from half a second to a minute, each between
 * half and the whole of it, so that senders which failed together do not return together.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration MOST = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 7;

  private final RandomGenerator chance;
  private int failures;

  Backoff(RandomGenerator chance) {
    this.chance = chance;
  }

  /** After a failure; never less than what the other end asked for. */
  Duration next(Duration atLeast) {
    long whole = FIRST.toMillis() << Math.min(failures, MOST_DOUBLINGS);
    failures++;
    long bounded = Math.min(whole, MOST.toMillis());
    Duration own = Duration.ofMillis(bounded / 2 + chance.nextLong(bounded / 2 + 1));
    return own.compareTo(atLeast) > 0 ? own : atLeast;
  }

  /** After a success. */
  void reset() {
    failures = 0;
  }
}
