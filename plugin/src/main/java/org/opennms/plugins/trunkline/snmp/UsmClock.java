package org.opennms.plugins.trunkline.snmp;

/**
 * What is known of a remote engine's boots and time (RFC 3414 section 2.2). Nanoseconds of a
 * monotonic clock. Used by one thread.
 */
final class UsmClock {
  private static final int WINDOW_SECONDS = 150;
  private static final long NANOS = 1_000_000_000L;

  private int boots;
  private long time;
  private long setAt;
  private boolean authentic;

  /** Takes over what an unauthenticated message said; the first authentic one corrects it. */
  void guess(int newBoots, int newTime, long now) {
    set(newBoots, newTime, now);
    authentic = false;
  }

  int boots() {
    return boots;
  }

  /** The remote snmpEngineTime now, in seconds. */
  int time(long now) {
    return (int) Math.min(Integer.MAX_VALUE, time + Math.max(0, now - setAt) / NANOS);
  }

  /**
   * Learns from an authentic message and says whether it lies in the time window (RFC 3414 section
   * 3.2, step 7b).
   */
  boolean accept(int messageBoots, int messageTime, long now) {
    boolean newer = messageBoots > boots || (messageBoots == boots && messageTime > time(now));
    if (!authentic || newer) {
      set(messageBoots, messageTime, now);
      authentic = true;
    }
    return messageBoots != Integer.MAX_VALUE
        && messageBoots >= boots
        && messageTime >= time(now) - WINDOW_SECONDS;
  }

  private void set(int newBoots, int newTime, long now) {
    boots = newBoots;
    time = newTime;
    setAt = now;
  }
}
