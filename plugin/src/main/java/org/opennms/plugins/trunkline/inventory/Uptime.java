package org.opennms.plugins.trunkline.inventory;

/** Tells a restart from sysUpTime's own wrap after 497 days. Stateless. */
public final class Uptime {
  private static final long WRAP = 1L << 32;
  // Clocks of hosts and devices drift apart; half an hour in 497 days is 40 ppm.
  private static final long TOLERANCE = 30 * 60 * 100L;

  private Uptime() {}

  /**
   * Whether the device started anew between two looks.
   *
   * @param before the earlier look
   * @param nowCentis sysUpTime now, 1/100 s
   * @param nowEpochMillis when that was read
   */
  public static boolean restarted(DeviceFingerprint before, long nowCentis, long nowEpochMillis) {
    long elapsed = Math.max(0, nowEpochMillis - before.readAtEpochMillis()) / 10;
    long expected = before.sysUpTimeCentis() + elapsed;
    if (nowCentis >= before.sysUpTimeCentis()) {
      return expected < WRAP && nowCentis + TOLERANCE < elapsed;
    }
    boolean wrapDue = expected + TOLERANCE >= WRAP;
    long off = Math.floorMod(nowCentis - expected + WRAP / 2, WRAP) - WRAP / 2;
    return !(wrapDue && Math.abs(off) <= TOLERANCE);
  }
}
