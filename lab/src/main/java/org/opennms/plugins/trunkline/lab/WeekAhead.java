package org.opennms.plugins.trunkline.lab;

import org.opennms.plugins.trunkline.baseline.series.SeriesDetector;
import org.opennms.plugins.trunkline.baseline.series.WeekCursor;

/**
 * Whether confidence is honest: at the end of each hour of the week, the band and the confidence
 * for its next occurrence are noted; a week later the hour's mean lies in that band or not.
 */
final class WeekAhead {
  private static final long LEARNING = 14 * 86_400L;

  private final double[] lower = new double[WeekCursor.SLOTS];
  private final double[] upper = new double[WeekCursor.SLOTS];
  private final double[] told = new double[WeekCursor.SLOTS];
  private long first = Long.MIN_VALUE;
  private int slot = -1;
  private double sum;
  private int count;
  private final ConfidenceBins bins = new ConfidenceBins();

  /** To be called between judging and learning. */
  void take(SeriesDetector detector, WeekCursor at, double value) {
    first = first == Long.MIN_VALUE ? at.time() : first;
    if (at.slot() != slot) {
      close(detector, at.time());
      slot = at.slot();
    }
    sum += value;
    count++;
  }

  private void close(SeriesDetector detector, long time) {
    if (count > 0) {
      if (told[slot] > 0 && time >= first + LEARNING) {
        double mean = sum / count;
        bins.add(told[slot], mean >= lower[slot] && mean <= upper[slot]);
      }
      lower[slot] = detector.lower(slot);
      upper[slot] = detector.upper(slot);
      told[slot] = detector.confidence(slot);
    }
    sum = 0;
    count = 0;
  }

  /** Share of hours after fourteen days whose mean lay in the band of the week before. */
  double inside() {
    return bins.came();
  }

  /** What confidence had said of them, on average. */
  double predicted() {
    return bins.told();
  }

  /** Both by confidence. */
  ConfidenceBins bins() {
    return bins;
  }
}
