package org.opennms.plugins.trunkline.snmp;

import java.time.Duration;
import java.util.Objects;

/**
 * How patiently and how greedily an agent is asked.
 *
 * @param timeout of the first attempt; each further one waits a quarter longer, with jitter
 * @param retries attempts after the first, 0..10
 * @param maxRepetitions rows that a GETBULK asks for at most, 1..100; the engine starts at 10 or
 *     below and learns per device
 */
public record RequestOptions(Duration timeout, int retries, int maxRepetitions) {
  /** 3 s, 3 retries, at most 25 rows. */
  public static final RequestOptions DEFAULT = new RequestOptions(Duration.ofSeconds(3), 3, 25);

  /** Rejects values outside the ranges. */
  public RequestOptions {
    Objects.requireNonNull(timeout, "timeout");
    if (timeout.isNegative() || timeout.isZero() || retries < 0 || retries > 10) {
      throw new IllegalArgumentException("timeout " + timeout + ", retries " + retries);
    }
    if (maxRepetitions < 1 || maxRepetitions > 100) {
      throw new IllegalArgumentException("maxRepetitions " + maxRepetitions);
    }
  }
}
