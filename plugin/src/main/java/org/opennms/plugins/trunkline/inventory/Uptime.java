package org.opennms.plugins.trunkline.inventory;

/** Tells a restart from sysUpTime's own wrap after 497 days. Stateless. */
public final class Uptime {
  private static final long WRAP = 1L << 32;
  // Clocks of hosts and devices drift apart: half an hour in 497 days is 40 ppm, and 25 times that
  // with a minute on top leaves no doubt between two looks.
  private static final long MOST_DRIFT = 30 * 60 * 100L;
  private static final long LEAST_DRIFT = 60 * 100L;
  private static final long DRIFT_FRACTION = 1000;

  private Uptime() {}

  /**
   * Whether the device started anew between two looks.
   *
   * @param before the earlier look
   * @param nowCentis sysUpTime now, 1/100 s
   * @param nowEpochMillis when that was read; before the earlier look where a clock was set back
   */
  public static boolean restarted(DeviceFingerprint before, long nowCentis, long nowEpochMillis) {
    long elapsed = Math.max(0, nowEpochMillis - before.readAtEpochMillis()) / 10;
    long expected = before.sysUpTimeCentis() + elapsed;
    long drift = Math.min(MOST_DRIFT, LEAST_DRIFT + elapsed / DRIFT_FRACTION);
    if (nowCentis >= before.sysUpTimeCentis()) {
      // Up for less time than has passed. Not compared with what was expected: a host whose clock
      // jumps ahead would see all its devices restart.
      return expected < WRAP && nowCentis + drift < elapsed;
    }
    boolean wrapDue = expected + MOST_DRIFT >= WRAP;
    long off = Math.floorMod(nowCentis - expected + WRAP / 2, WRAP) - WRAP / 2;
    return !(wrapDue && Math.abs(off) <= MOST_DRIFT);
  }
}
