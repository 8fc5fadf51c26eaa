package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The week of similar series, relative to their level, until the own level is known: after the
 * first day the shape begins with it.
 */
final class BorrowedWeek {
  private final List<Float> offsets;
  private double values;
  private double shares;

  BorrowedWeek(List<Float> offsets) {
    this.offsets = List.copyOf(offsets);
  }

  /** Takes a sample of the first day. */
  void add(int slot, double value, double seconds) {
    values += value * seconds;
    shares += (1 + offsets.get(slot)) * seconds;
  }

  void write(ByteBuffer out) {
    offsets.forEach(out::putFloat);
    out.putDouble(values).putDouble(shares);
  }

  static BorrowedWeek read(ByteBuffer in) {
    List<Float> offsets = new ArrayList<>(WeekCursor.SLOTS);
    for (int slot = 0; slot < WeekCursor.SLOTS; slot++) {
      offsets.add(in.getFloat());
    }
    BorrowedWeek week = new BorrowedWeek(offsets);
    week.values = in.getDouble();
    week.shares = in.getDouble();
    return week;
  }

  /** The first day is over. */
  void settle(WeeklyShape shape) {
    if (values > 0 && shares > 0) {
      shape.adopt(values / shares, offsets);
    }
  }
}
