package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;

/**
 * The last three deviations, from which a jump is measured: the next one is expected half way
 * between the last and their median, so that a spike is a jump, and coming back from it only half.
 */
final class RecentValues {
  private static final int WANTED = 3;

  private double last;
  private double second;
  private double third;
  private int count;

  /** How far a deviation lies from where the last ones lead; 0 while there are too few. */
  double jump(double deviation) {
    return isReady() ? deviation - (last + median()) / 2 : 0;
  }

  private double median() {
    return Math.max(Math.min(last, second), Math.min(Math.max(last, second), third));
  }

  /** Whether jumps can be measured. */
  boolean isReady() {
    return count == WANTED;
  }

  void add(double deviation) {
    third = second;
    second = last;
    last = deviation;
    count = Math.min(WANTED, count + 1);
  }

  void write(ByteBuffer out) {
    out.putDouble(last).putDouble(second).putDouble(third).putInt(count);
  }

  void read(ByteBuffer in) {
    last = in.getDouble();
    second = in.getDouble();
    third = in.getDouble();
    count = in.getInt();
  }

  /** After a gap. */
  void clear() {
    count = 0;
  }
}
