package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;

/**
 * Counts the hours in which a series stays on one side of what is usual, far off. After about a day
 * of them the new level is taken for what it is.
 */
final class LevelShift {
  // Spreads: an hour beyond counts, one within the smaller ends the run.
  private static final double FAR = 2;
  private static final double NEAR = 1;

  private final int wanted;
  private int hours;
  private double sum;

  LevelShift(int wanted) {
    this.wanted = wanted;
  }

  /**
   * An hour is over.
   *
   * @param residual mean distance from the usual, without what the last hours predict
   * @return the step that the level makes, 0 for none
   */
  double next(double residual, double spread) {
    double spreads = residual / spread;
    boolean otherSide = hours > 0 && residual * sum < 0;
    if (otherSide || Math.abs(spreads) < NEAR) {
      hours = 0;
      sum = 0;
      return 0;
    }
    if (hours > 0 || Math.abs(spreads) >= FAR) {
      hours++;
      sum += residual;
    }
    if (hours < wanted || Math.abs(sum / hours) < FAR * spread) {
      return 0;
    }
    double step = sum / hours;
    hours = 0;
    sum = 0;
    return step;
  }

  void write(ByteBuffer out) {
    out.putInt(hours).putDouble(sum);
  }

  void read(ByteBuffer in) {
    hours = in.getInt();
    sum = in.getDouble();
  }
}
