package org.opennms.plugins.trunkline.traffic;

import java.time.Duration;

/**
 * How much time passed between two readings, by the device's clock and by ours. The device's
 * sysUpTime tells a reboot, and goes on when our clock is set; it returns to zero by itself after
 * 497 days, which is no reboot. Stateless.
 *
 * @param kind what the clocks tell
 * @param time what passed; zero unless the counters go on
 */
record Elapsed(Kind kind, Duration time) {
  private static final long TICK_MILLIS = 10;
  private static final long TICKS = 1L << 32;
  private static final long TOLERANCE_MILLIS = 10_000;
  private static final int TOLERANCE_SHARE = 20;

  /** What the clocks tell. */
  enum Kind {
    /** The device ran all the time. */
    RUNNING,
    /** It restarted. */
    RESTARTED,
    /** No time passed that can be told: our clock was set back, and the device tells no uptime. */
    UNKNOWN
  }

  static Elapsed between(CounterReading before, CounterReading after) {
    long wall = Duration.between(before.at(), after.at()).toMillis();
    boolean told =
        before.sysUpTime() != CounterReading.UNTOLD && after.sysUpTime() != CounterReading.UNTOLD;
    if (!told) {
      return wall > 0 ? running(wall) : new Elapsed(Kind.UNKNOWN, Duration.ZERO);
    }
    long ticks = Math.floorMod(after.sysUpTime() - before.sysUpTime(), TICKS);
    long uptime = ticks * TICK_MILLIS;
    long tolerance = TOLERANCE_MILLIS + Math.abs(wall) / TOLERANCE_SHARE;
    if (wall > 0 && Math.abs(uptime - wall) <= tolerance) {
      // Both agree, also over the 497 days: ours is the finer clock, unless answers were delayed.
      return running(wall);
    }
    boolean fell = after.sysUpTime() < before.sysUpTime();
    boolean bootedSince = after.sysUpTime() * TICK_MILLIS <= wall + tolerance;
    boolean late = wall > 0 && uptime < wall && bootedSince;
    return fell || late ? new Elapsed(Kind.RESTARTED, Duration.ZERO) : running(uptime);
  }

  private static Elapsed running(long millis) {
    return new Elapsed(Kind.RUNNING, Duration.ofMillis(millis));
  }
}
