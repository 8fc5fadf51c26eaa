package org.opennms.plugins.trunkline.snmp;

/**
 * A device's round-trip time and the patience that follows from it, as in RFC 6298: doubled with
 * every packet that seems lost until an answer is certain to belong to its only packet (Karn).
 * Nanoseconds. Written by one thread, readable by others.
 */
final class RoundTrip {
  private static final long FLOOR = 50_000_000L;
  private static final int MOST_DOUBLINGS = 6;
  private static final long USUAL = 20_000_000L;

  private volatile long smoothed;
  private long variation;
  private long least = Long.MAX_VALUE;
  private int doublings;

  /** The time of an answer to a request that was sent once. */
  void sample(long nanos) {
    doublings = 0;
    // What is least creeps up, so that a longer path is believed in the end.
    least = least == Long.MAX_VALUE ? nanos : Math.min(nanos, least + least / 64);
    if (smoothed == 0) {
      smoothed = Math.max(1, nanos);
      variation = nanos / 2;
    } else {
      variation += (Math.abs(nanos - smoothed) - variation) / 4;
      smoothed = Math.max(1, smoothed + (nanos - smoothed) / 8);
    }
  }

  /** A packet seems lost. */
  void overdue() {
    doublings = Math.min(MOST_DOUBLINGS, doublings + 1);
  }

  boolean known() {
    return smoothed != 0;
  }

  long nanos() {
    return smoothed;
  }

  /** Whether answers take more than four times as long as the quickest, and that matters. */
  boolean slowing() {
    return smoothed > 4 * least + USUAL;
  }

  /** After how long an answer is probably lost; never below 50 ms. */
  long overdueAfter() {
    return Math.max(FLOOR, 2 * smoothed + 4 * variation) << doublings;
  }
}
