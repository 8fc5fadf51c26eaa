package org.opennms.plugins.trunkline.lab;

import java.util.List;

/**
 * One judged series of the Numenta Anomaly Benchmark, and what a set of detections in it is worth
 * (Lavin and Ahmad, ICMLA 2015). An early detection in a window is worth more than a late one, a
 * false one soon after a window costs less than one far from any; the first 15 % of a series, at
 * most 750 samples, do not count.
 *
 * @param seconds of the samples, rising
 * @param score of the samples
 * @param windows labelled, in order
 */
@SuppressWarnings("ArrayRecordComponent") // Read in place, by one thread.
record NabSeries(long[] seconds, double[] score, List<Window> windows) {
  private static final double PROBATION = 0.15;
  private static final int LONGEST_PROBATION = 5000;

  /** Indexes of the first and the last sample of a labelled window. */
  record Window(int first, int last) {
    private int width() {
      return last - first + 1;
    }
  }

  /**
   * The raw score of what is detected at a threshold.
   *
   * @param repeats seconds for which a detection holds: what is detected again within them is the
   *     same episode; 0 to count every sample
   */
  double raw(double threshold, long repeats, NabProfile profile) {
    int probation = (int) Math.floor(PROBATION * Math.min(score.length, LONGEST_PROBATION));
    boolean[] found = new boolean[windows.size()];
    long last = Long.MIN_VALUE / 2;
    double sum = 0;
    for (int i = 0; i < score.length; i++) {
      if (score[i] >= threshold && seconds[i] - last >= repeats) {
        last = seconds[i];
        sum += i < probation ? 0 : worth(i, found, profile);
      }
    }
    for (boolean each : found) {
      sum -= each ? 0 : profile.missed();
    }
    return sum;
  }

  private double worth(int i, boolean[] found, NabProfile profile) {
    Window before = null;
    for (int w = 0; w < found.length; w++) {
      Window window = windows.get(w);
      if (window.last() < i) {
        before = window;
      } else if (window.first() <= i) {
        double worth = found[w] ? 0 : profile.found() * inside(window, i);
        found[w] = true;
        return worth;
      }
    }
    return profile.falseDetection() * (before == null ? -1 : after(before, i));
  }

  private static double inside(Window window, int i) {
    double position = -(double) (window.last() - i + 1) / window.width();
    return sigmoid(position) / sigmoid(-1);
  }

  private static double after(Window window, int i) {
    return sigmoid((double) (i - window.last()) / Math.max(1, window.width() - 1));
  }

  // Position is in widths of the window, 0 at its end.
  private static double sigmoid(double position) {
    return position > 3 ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
  }
}
