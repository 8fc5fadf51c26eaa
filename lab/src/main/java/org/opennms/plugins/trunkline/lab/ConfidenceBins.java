package org.opennms.plugins.trunkline.lab;

/**
 * What confidence said and what came, in ten bins of confidence. Their expected calibration error
 * is the mean distance of the two, weighted by hours (Naeini et al., 2015).
 */
final class ConfidenceBins {
  private static final int BINS = 10;

  private final double[] told = new double[BINS];
  private final double[] came = new double[BINS];
  private final int[] hours = new int[BINS];

  /** An hour. */
  void add(double confidence, boolean inside) {
    int bin = Math.max(0, Math.min(BINS - 1, (int) (confidence * BINS)));
    told[bin] += confidence;
    came[bin] += inside ? 1 : 0;
    hours[bin]++;
  }

  /** Those of another series. */
  void addAll(ConfidenceBins other) {
    for (int i = 0; i < BINS; i++) {
      told[i] += other.told[i];
      came[i] += other.came[i];
      hours[i] += other.hours[i];
    }
  }

  int hours() {
    return (int) sum(hours);
  }

  /** What confidence said on average; NaN of no hours. */
  double told() {
    return sum(told) / hours();
  }

  /** How often it came true; NaN of no hours. */
  double came() {
    return sum(came) / hours();
  }

  /** 0..1; NaN of no hours. */
  double error() {
    double off = 0;
    for (int i = 0; i < BINS; i++) {
      off += Math.abs(told[i] - came[i]);
    }
    return off / hours();
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static double sum(int[] values) {
    double sum = 0;
    for (int value : values) {
      sum += value;
    }
    return sum;
  }
}
