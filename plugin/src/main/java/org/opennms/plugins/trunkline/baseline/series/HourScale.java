package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;

/**
 * How large a quantity usually is at each hour of the day: its mean size, told as the standard
 * deviation of a normal distribution with that mean. Hours lean on the whole until they were seen
 * on some days.
 */
final class HourScale {
  /** Standard deviation of a normal distribution by its mean absolute value. */
  static final double SIGMAS = Math.sqrt(Math.PI / 2);

  private static final double WEEK = 7 * 24 * 3600.0;
  private static final double FIRST_DAY = 24 * 3600.0;
  private static final int PRIOR_DAYS = 2;

  private final float[] ofHour = new float[WeekCursor.HOURS];
  private final byte[] days = new byte[WeekCursor.HOURS];
  // A size that is clipped always, as by a series that was idle at first, must not stay so.
  private static final double ESCAPE = 0.25;

  private double overall;
  private double raw;
  private double learned;
  private double sum;
  private double time;

  /** Over all hours. */
  double overall() {
    return overall;
  }

  /** Whether there was enough to judge by. */
  boolean isUsable() {
    return learned > FIRST_DAY / 6;
  }

  /** The largest size that teaches. */
  double limit(double clip, double spread) {
    return isUsable() ? Math.max(clip * spread, ESCAPE * raw) : Double.POSITIVE_INFINITY;
  }

  /** Notes a size as it is, before it is clipped. */
  void notice(double size, double seconds) {
    double horizon = Math.max(seconds, Math.min(WEEK, Math.max(learned, FIRST_DAY)));
    raw += horizon == 0 ? 0 : (size - raw) * seconds / horizon;
  }

  /**
   * At a point of time.
   *
   * @param mix 0..1, the share of the whole
   */
  double at(WeekCursor at, double mix, double floor) {
    return at.between(of(at.before(), mix, floor), of(at.after(), mix, floor));
  }

  /** Of an hour of the week. */
  double of(int slot, double mix, double floor) {
    int hour = slot % WeekCursor.HOURS;
    double own = (double) days[hour] / (days[hour] + PRIOR_DAYS);
    double value = own * ofHour[hour] + (1 - own) * overall;
    return Math.max((1 - mix) * value + mix * overall, floor * overall);
  }

  /**
   * Learns a size.
   *
   * @param seconds for which it stands
   */
  void learn(double size, double seconds) {
    if (seconds <= 0) {
      return;
    }
    double sigma = size * SIGMAS;
    learned = Math.min(learned + seconds, WEEK);
    double horizon = learned < FIRST_DAY ? learned : WEEK;
    overall += (sigma - overall) * Math.min(1, seconds / horizon);
    sum += sigma * seconds;
    time += seconds;
  }

  /** An hour of the week is over. */
  void closeHour(int slot, int memory) {
    if (time > 0) {
      int hour = slot % WeekCursor.HOURS;
      days[hour] = (byte) Math.min(days[hour] + 1, memory);
      ofHour[hour] += (float) ((sum / time - ofHour[hour]) / days[hour]);
      sum = 0;
      time = 0;
    }
  }

  /** What the hour under way has gathered. */
  void writeCurrent(ByteBuffer out) {
    out.putDouble(raw).putDouble(sum).putDouble(time);
  }

  void readCurrent(ByteBuffer in) {
    raw = in.getDouble();
    sum = in.getDouble();
    time = in.getDouble();
  }

  void write(ByteBuffer out) {
    out.putDouble(overall).putDouble(learned).put(days);
    Compact.put(out, ofHour);
  }

  void read(ByteBuffer in) {
    overall = in.getDouble();
    learned = in.getDouble();
    in.get(days);
    Compact.get(in, ofHour);
    raw = overall / SIGMAS;
  }
}
