package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;

/**
 * How far values usually are from what is expected, for each hour of the week; an hour leans on the
 * hour of the day until it was seen in some weeks, and never falls far below the whole.
 */
final class SlotSpread {
  private static final int PRIOR_WEEKS = 4;

  private final float[] ofSlot = new float[WeekCursor.SLOTS];
  private final byte[] weeks = new byte[WeekCursor.SLOTS];

  /** Of an hour's centre, for a shape that is sure. */
  double of(int slot, HourScale hours, double floor) {
    double own = (double) weeks[slot] / (weeks[slot] + PRIOR_WEEKS);
    double value = own * ofSlot[slot] + (1 - own) * hours.of(slot, 0, floor);
    return Math.max(value, floor * hours.overall());
  }

  /** Now. */
  double at(WeekCursor at, HourScale hours, double floor) {
    return at.between(of(at.before(), hours, floor), of(at.after(), hours, floor));
  }

  /** An hour is over. */
  void learn(int slot, double meanSize, int memory) {
    weeks[slot] = (byte) Math.min(weeks[slot] + 1, memory);
    ofSlot[slot] += (float) ((meanSize * HourScale.SIGMAS - ofSlot[slot]) / weeks[slot]);
  }

  void write(ByteBuffer out) {
    out.put(weeks);
    Compact.put(out, ofSlot);
  }

  void read(ByteBuffer in) {
    in.get(weeks);
    Compact.get(in, ofSlot);
  }
}
