package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * What is usual at each hour of the week: a level, what the hour of the day adds, and what the hour
 * of the week adds to that. Each part weighs by how many days or weeks it was seen, not by samples:
 * the twelve samples of an hour say hardly more than one.
 */
final class WeeklyShape {
  private final DetectorSettings settings;
  private final float[] ofHour = new float[WeekCursor.HOURS];
  private final byte[] days = new byte[WeekCursor.HOURS];
  private final float[] ofSlot = new float[WeekCursor.SLOTS];
  private final byte[] weeks = new byte[WeekCursor.SLOTS];
  private double level;

  WeeklyShape(DetectorSettings settings) {
    this.settings = settings;
  }

  double level() {
    return level;
  }

  void level(double value) {
    level = value;
  }

  /** In how many weeks the hour was learned, up to the memory. */
  int weeks(int slot) {
    return weeks[slot];
  }

  /** What is usual now. */
  double expected(WeekCursor at) {
    return level + at.between(offset(at.before()), offset(at.after()));
  }

  /** What would be usual at this hour on another day of the week, 0 is Monday. */
  double expected(WeekCursor at, int day) {
    int from = day * WeekCursor.HOURS;
    return level
        + at.between(
            offset(from + at.before() % WeekCursor.HOURS),
            offset(from + at.after() % WeekCursor.HOURS));
  }

  /** The mean over a whole hour, as interpolation between the centres gives it. */
  double hourMean(int slot) {
    int before = slot == 0 ? WeekCursor.SLOTS - 1 : slot - 1;
    int after = slot == WeekCursor.SLOTS - 1 ? 0 : slot + 1;
    return level + 0.75 * offset(slot) + 0.125 * (offset(before) + offset(after));
  }

  /** Of an hour's centre, without the level. */
  double offset(int slot) {
    return ofHour[slot % WeekCursor.HOURS] + ofSlot[slot];
  }

  /** How much wider the band must be, because the hour's own place is not sure yet. */
  double uncertainty(WeekCursor at) {
    return at.between(uncertainty(at.before()), uncertainty(at.after()));
  }

  /** Variance of a mean of so many weeks beside that of a single one, by a prior of one week. */
  double uncertainty(int slot) {
    return Math.sqrt(1 + 1.0 / (1 + weeks[slot]));
  }

  /** The level follows at once. */
  void follow(double step) {
    level += step;
  }

  /** An hour is over. */
  void learn(int slot, double meanResidual) {
    int hour = slot % WeekCursor.HOURS;
    days[hour] = (byte) Math.min(days[hour] + 1, settings.hourMemory());
    weeks[slot] = (byte) Math.min(weeks[slot] + 1, settings.slotMemory());
    double gain = 1 / (days[hour] + settings.hourPrior());
    ofHour[hour] += (float) (gain * meanResidual);
    ofSlot[slot] += (float) ((1 - gain) * meanResidual / (weeks[slot] + settings.slotPrior()));
  }

  /** Learns the mean of an hour. The level follows it fast at first, slowly later. */
  void learnHourMean(int slot, double mean) {
    double residual = mean - hourMean(slot);
    learn(slot, residual);
    level += residual / Math.max(WeekCursor.HOURS, settings.levelTime() / 3600);
  }

  /** Begins with another's week, given relative to the level; it counts as not seen yet. */
  void adopt(double newLevel, List<Float> offsets) {
    level = newLevel;
    int daysOfWeek = WeekCursor.SLOTS / WeekCursor.HOURS;
    for (int hour = 0; hour < WeekCursor.HOURS; hour++) {
      double sum = 0;
      for (int day = 0; day < daysOfWeek; day++) {
        sum += offsets.get(day * WeekCursor.HOURS + hour);
      }
      ofHour[hour] = (float) (level * sum / daysOfWeek);
    }
    for (int slot = 0; slot < WeekCursor.SLOTS; slot++) {
      ofSlot[slot] = (float) (level * offsets.get(slot)) - ofHour[slot % WeekCursor.HOURS];
    }
  }

  void write(ByteBuffer out) {
    out.putDouble(level).put(days).put(weeks);
    Compact.put(out, ofHour);
    Compact.put(out, ofSlot);
  }

  void read(ByteBuffer in) {
    level = in.getDouble();
    in.get(days).get(weeks);
    Compact.get(in, ofHour);
    Compact.get(in, ofSlot);
  }
}
