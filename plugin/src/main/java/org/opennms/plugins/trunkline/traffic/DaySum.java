package org.opennms.plugins.trunkline.traffic;

import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.operations.TrafficTotals;

/** Adds samples up. For one thread. */
final class DaySum implements SampleRing.Visitor {
  private final Direction in = new Direction(0);
  private final Direction out = new Direction(SampleRing.VALUES / 2);
  private long measured;

  @Override
  public void visit(long seconds, TrafficQuality quality, float[] all, int at) {
    boolean inKnown = in.add(seconds, quality, all, at);
    boolean outKnown = out.add(seconds, quality, all, at);
    measured += inKnown || outKnown ? seconds : 0;
  }

  TrafficTotals in() {
    return in.totals();
  }

  TrafficTotals out() {
    return out.totals();
  }

  /** The share of a time that was measured. */
  double coverage(long seconds) {
    return Math.min(1, (double) measured / seconds);
  }

  /** One direction; a mean over a gap counts for sums, but is no maximum. */
  private static final class Direction {
    private final int offset;
    private double seconds;
    private double bits;
    private double maximumBits = Double.NaN;
    private double packets;
    private double errors;
    private double maximumErrors = Double.NaN;
    private double utilizationSeconds;
    private double utilization;
    private double maximumUtilization = Double.NaN;

    private Direction(int offset) {
      this.offset = offset;
    }

    private boolean add(long length, TrafficQuality quality, float[] all, int start) {
      int at = start + offset;
      if (Float.isNaN(all[at])) {
        return false;
      }
      seconds += length;
      bits += (double) all[at] * length;
      boolean errorsKnown = all[at + 1] > 0 && !Float.isNaN(all[at + 2]);
      packets += errorsKnown ? all[at + 1] * (double) length : 0;
      errors += errorsKnown ? all[at + 1] * (double) length * all[at + 2] : 0;
      if (!Float.isNaN(all[at + 4])) {
        utilizationSeconds += length;
        utilization += (double) all[at + 4] * length;
      }
      if (quality.isTrusted()) {
        maximumBits = larger(maximumBits, all[at]);
        maximumErrors = larger(maximumErrors, all[at + 2]);
        maximumUtilization = larger(maximumUtilization, all[at + 4]);
      }
      return true;
    }

    private TrafficTotals totals() {
      return new TrafficTotals(
          bits / seconds / 1e6,
          maximumBits / 1e6,
          seconds > 0 ? bits / 8e9 : Double.NaN,
          packets > 0 ? errors / packets : maximumErrors,
          maximumErrors,
          utilization / utilizationSeconds,
          maximumUtilization);
    }

    private static double larger(double known, float value) {
      return Double.isNaN(known) || value > known ? value : known;
    }
  }
}
