package org.opennms.plugins.trunkline.snmp;

/**
 * A device's round-trip time, smoothed as in RFC 6298. Nanoseconds. Written by one thread, readable
 * by others.
 */
final class RoundTrip {
  private static final long FLOOR = 50_000_000L;

  private volatile long smoothed;
  private long variation;

  void sample(long nanos) {
    if (smoothed == 0) {
      smoothed = Math.max(1, nanos);
      variation = nanos / 2;
    } else {
      variation += (Math.abs(nanos - smoothed) - variation) / 4;
      smoothed = Math.max(1, smoothed + (nanos - smoothed) / 8);
    }
  }

  boolean known() {
    return smoothed != 0;
  }

  long nanos() {
    return smoothed;
  }

  /** After how long an answer is probably lost; never below 50 ms. */
  long overdueAfter() {
    return Math.max(FLOOR, 2 * smoothed + 4 * variation);
  }
}
