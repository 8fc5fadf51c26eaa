package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Whether today goes like another day of the week, as a holiday goes like a Sunday: compares the
 * hours that are over with the shape of each day.
 */
final class DayLikeness {
  private static final int DAYS = 7;
  private static final int SUNDAY = 6;
  private static final int LEAST_HOURS = 6;
  // The own day must be far off, and the other one clearly better.
  private static final double FAR = 3;
  private static final double BETTER = 0.5;

  private final float[] off = new float[DAYS];
  private int hours;
  private int alike = -1;
  private boolean announced;

  /** The day that today goes like, 0 is Monday; -1 for itself. */
  int alike(int slot) {
    boolean sunday = slot / WeekCursor.HOURS == SUNDAY;
    return alike < 0 && announced && !sunday ? SUNDAY : alike;
  }

  /** The calendar says whether today is a holiday; what is measured says more. */
  void announce(boolean holiday) {
    announced = holiday;
  }

  /** A new day begins. */
  void begin() {
    Arrays.fill(off, 0);
    hours = 0;
    alike = -1;
  }

  /**
   * An hour is over.
   *
   * @param slot of the week
   * @param mean as measured
   * @param spread of this hour
   */
  void next(WeeklyShape shape, int slot, double mean, double spread) {
    int today = slot / WeekCursor.HOURS;
    int hour = slot % WeekCursor.HOURS;
    hours++;
    for (int day = 0; day < DAYS; day++) {
      double usual = shape.hourMean(day * WeekCursor.HOURS + hour);
      off[day] += (float) Math.min(4, Math.abs(mean - usual) / spread);
    }
    if (hours >= LEAST_HOURS) {
      decide(today);
    }
  }

  /** All but what the calendar says, which is told anew. */
  void write(ByteBuffer out) {
    for (float each : off) {
      out.putFloat(each);
    }
    out.putInt(hours).putInt(alike);
  }

  void read(ByteBuffer in) {
    for (int day = 0; day < DAYS; day++) {
      off[day] = in.getFloat();
    }
    hours = in.getInt();
    alike = in.getInt();
  }

  private void decide(int today) {
    int best = today;
    for (int day = 0; day < DAYS; day++) {
      if (off[day] < off[best]) {
        best = day;
      }
    }
    boolean switches = off[today] > FAR * hours && off[best] < BETTER * off[today];
    alike = switches ? best : alike >= 0 && off[alike] < off[today] ? alike : -1;
  }
}
