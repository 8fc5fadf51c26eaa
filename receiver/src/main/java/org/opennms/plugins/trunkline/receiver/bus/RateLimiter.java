package org.opennms.plugins.trunkline.receiver.bus;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A token bucket for each sender: so many envelopes a second, one second's worth at once. Remembers
 * a bounded number of senders. Safe for use by many threads.
 */
final class RateLimiter {
  private static final int MOST_SENDERS = 10_000;
  private static final double NANOS = 1e9;

  private final double perSecond;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_SENDERS;
        }
      };

  private record Bucket(double tokens, long atNs) {}

  /**
   * @param perSecond 0 for no limit
   */
  RateLimiter(double perSecond) {
    this.perSecond = perSecond;
  }

  /**
   * Takes a token.
   *
   * @param nowNs of a clock that never steps
   * @return whether there was one
   */
  synchronized boolean tryTake(String sender, long nowNs) {
    if (perSecond == 0) {
      return true;
    }
    Bucket last = buckets.getOrDefault(sender, new Bucket(atOnce(), nowNs));
    double refilled = Math.min(atOnce(), last.tokens() + perSecond * (nowNs - last.atNs()) / NANOS);
    boolean taken = refilled >= 1;
    buckets.put(sender, new Bucket(taken ? refilled - 1 : refilled, nowNs));
    return taken;
  }

  /** A second's worth, and at least one. */
  private double atOnce() {
    return Math.max(perSecond, 1);
  }
}
