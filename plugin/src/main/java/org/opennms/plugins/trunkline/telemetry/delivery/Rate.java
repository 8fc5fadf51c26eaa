package org.opennms.plugins.trunkline.telemetry.delivery;

import java.time.Instant;

/** Events a second, over the last full minute or what there is of it. One thread. */
final class Rate {
  private static final int SECONDS = 60;

  private final long[] counts = new long[SECONDS];
  private long first = Long.MIN_VALUE;
  private long last;

  void count(Instant now) {
    move(now.getEpochSecond());
    counts[Math.floorMod(last, SECONDS)]++;
  }

  double perSecond(Instant now) {
    move(now.getEpochSecond());
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return (double) sum / Math.min(SECONDS, last - first + 1);
  }

  private void move(long second) {
    if (first == Long.MIN_VALUE) {
      first = second;
      last = second;
    }
    for (long s = Math.max(last + 1, second - SECONDS + 1); s <= second; s++) {
      counts[Math.floorMod(s, SECONDS)] = 0;
    }
    last = Math.max(last, second);
  }
}
