package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;

/** When samples came, and how far apart they usually are. */
final class SampleTimes {
  private static final double LONGEST = 3600;
  private static final long DAY = 86_400;
  private static final double RATE = 0.05;
  // What is longer than this many usual steps is a gap.
  private static final double GAP = 3;

  private long last = Long.MIN_VALUE;
  private double step;
  private double learned;

  boolean isFirst() {
    return last == Long.MIN_VALUE;
  }

  /** Whether time has gone on, or a clock that was a day ahead was set right. */
  boolean isLater(long time) {
    return time > last || time < last - DAY;
  }

  /** Whether a sample follows the last one without a gap. */
  boolean isContinuous(long time) {
    return !isFirst() && time > last && (step == 0 || time - last <= GAP * step);
  }

  /** For how long a sample stands, in seconds. */
  double seconds(long time) {
    if (isFirst()) {
      return 0;
    }
    double since = since(time);
    return Math.min(LONGEST, step == 0 ? since : Math.min(since, 2 * step));
  }

  /** How long since the last sample. */
  double since(long time) {
    return isFirst() ? 0 : Math.max(0, time - last);
  }

  /** Takes a sample's time; one that is not learned counts for the step only. */
  void add(long time, boolean learns) {
    double seconds = seconds(time);
    learned += learns ? seconds : 0;
    if (step == 0) {
      step = seconds;
    } else {
      step += RATE * (Math.max(seconds, step / 2) - step);
    }
    last = time;
  }

  /** Takes the time of an hour's mean; the step is that of single samples. */
  void addConsolidated(long time) {
    learned += LONGEST;
    last = time;
  }

  /** Seconds of learned samples. */
  double learned() {
    return learned;
  }

  /** Time of the last sample. */
  long last() {
    return last;
  }

  /** The usual distance of samples in seconds; 0 while unknown. */
  double step() {
    return step;
  }

  void write(ByteBuffer out) {
    out.putLong(last).putDouble(step).putDouble(learned);
  }

  void read(ByteBuffer in) {
    last = in.getLong();
    step = in.getDouble();
    learned = in.getDouble();
  }
}
