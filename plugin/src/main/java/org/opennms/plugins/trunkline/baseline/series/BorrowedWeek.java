package org.opennms.plugins.trunkline.baseline.series;

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

  /** The first day is over. */
  void settle(WeeklyShape shape) {
    if (values > 0 && shares > 0) {
      shape.adopt(values / shares, offsets);
    }
  }
}
