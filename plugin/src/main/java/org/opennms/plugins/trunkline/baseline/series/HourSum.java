package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;

/** Gathers what an hour teaches until it is over. */
final class HourSum {
  private long hourNumber = Long.MIN_VALUE;
  private int slot;
  private double values;
  private double residuals;
  private double clipped;
  private double sizes;
  private double seconds;
  private double taught;

  boolean isOver(WeekCursor at) {
    return seconds > 0 && at.hourNumber() != hourNumber;
  }

  /** Adds a sample; the first one says which hour it is. */
  void add(WeekCursor at, double value, double residual, double duration) {
    hourNumber = at.hourNumber();
    slot = at.slot();
    values += value * duration;
    residuals += residual * duration;
    seconds += duration;
  }

  /** Adds what that sample teaches; left out in an episode. */
  void teach(double residual, double size, double duration) {
    clipped += residual * duration;
    sizes += size * duration;
    taught += duration;
  }

  /** Whether anything of the hour is to be learned. */
  boolean teaches() {
    return taught > 0;
  }

  void write(ByteBuffer out) {
    out.putLong(hourNumber).putInt(slot).putDouble(values).putDouble(residuals);
    out.putDouble(clipped).putDouble(sizes).putDouble(seconds).putDouble(taught);
  }

  void read(ByteBuffer in) {
    hourNumber = in.getLong();
    slot = in.getInt();
    values = in.getDouble();
    residuals = in.getDouble();
    clipped = in.getDouble();
    sizes = in.getDouble();
    seconds = in.getDouble();
    taught = in.getDouble();
  }

  void clear() {
    values = 0;
    residuals = 0;
    clipped = 0;
    sizes = 0;
    seconds = 0;
    taught = 0;
  }

  long day() {
    return Math.floorDiv(hourNumber, (long) WeekCursor.HOURS);
  }

  int slot() {
    return slot;
  }

  double meanValue() {
    return values / seconds;
  }

  /** How far the hour was from the usual, at the times at which there were samples. */
  double meanResidual() {
    return residuals / seconds;
  }

  /** What the shape learns: samples far off count less. */
  double meanTaught() {
    return clipped / taught;
  }

  double meanSize() {
    return sizes / taught;
  }
}
