package org.opennms.plugins.trunkline.snmp;

/**
 * Leaves a silent device alone: after three requests in a row without an answer it opens for 30 s,
 * then lets one request through; each further silence doubles the pause, up to 10 minutes. Used by
 * one thread; {@link #open} may be read by others. Nanoseconds of a monotonic clock.
 */
final class CircuitBreaker {
  private static final int TOLERATED = 3;
  private static final long FIRST_PAUSE = 30_000_000_000L;
  private static final long LONGEST_PAUSE = 600_000_000_000L;

  private int silences;
  private long pause = FIRST_PAUSE;
  private long until;
  private volatile boolean open;

  /** How long requests are refused from now on; 0 when one may be sent. */
  long refusesFor(long now) {
    return open ? Math.max(0, until - now) : 0;
  }

  boolean open() {
    return open;
  }

  void answered() {
    silences = 0;
    pause = FIRST_PAUSE;
    open = false;
  }

  void silent(long now) {
    silences++;
    if (open && now - until >= 0) {
      pause = Math.min(LONGEST_PAUSE, pause * 2);
      until = now + pause;
    } else if (!open && silences >= TOLERATED) {
      open = true;
      until = now + pause;
    }
  }
}
