package org.opennms.plugins.trunkline.telemetry.delivery;

import java.time.Duration;
import java.time.Instant;

/** Spreads sends evenly: at most so many a second, and no burst of more than a tenth of that. */
final class Pace {
  private static final int BURST_PART = 10;

  private final long nanosEach;
  private final Duration burst;
  private Instant free = Instant.MIN;

  /** At most so many a second; 0 for no limit. */
  Pace(int perSecond) {
    nanosEach = perSecond == 0 ? 0 : Duration.ofSeconds(1).toNanos() / perSecond;
    burst = Duration.ofNanos(nanosEach * Math.max(1, perSecond / BURST_PART));
  }

  /** Takes a place, if there is one now. */
  boolean take(Instant now) {
    if (nanosEach == 0) {
      return true;
    }
    Instant earliest = now.minus(burst);
    Instant from = free.isBefore(earliest) ? earliest : free;
    if (from.isAfter(now.minusNanos(nanosEach))) {
      return false;
    }
    free = from.plusNanos(nanosEach);
    return true;
  }
}
