package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;

/**
 * How often a size at least as large as this one occurs: a histogram that forgets, four bins to an
 * octave, and beyond what was seen often enough a Pareto tail (Hill, 1975) whose index leans on one
 * that suits traffic.
 */
final class Tail {
  static final int BINS = 40;

  private static final int LOWEST_EXPONENT = -3;
  private static final int FIRST_BIN = (1023 + LOWEST_EXPONENT) << 2;
  // The tail begins where one sample of fifty lies beyond, and three do at least.
  private static final double TAIL = 0.02;
  private static final double LEAST = 3;
  // Prior of the tail index: as heavy as a t distribution of five degrees of freedom.
  private static final double INDEX = 0.2;
  private static final double INDEX_WEIGHT = 100;
  private static final double LN_10 = Math.log(10);
  private static final double[] EDGE = new double[BINS + 1];
  private static final double[] LOG_MIDDLE = new double[BINS];

  static {
    for (int i = 0; i <= BINS; i++) {
      EDGE[i] = i == 0 ? 0 : Math.scalb(1 + (i & 3) / 4.0, LOWEST_EXPONENT + (i >> 2));
    }
    for (int i = 0; i < BINS; i++) {
      LOG_MIDDLE[i] = i == 0 ? 0 : Math.log((EDGE[i] + EDGE[i + 1]) / 2);
    }
  }

  private final float[] bins = new float[BINS];
  private double total;

  private static int bin(double size) {
    int bin = (int) (Double.doubleToRawLongBits(size) >>> 50) - FIRST_BIN;
    return Math.max(0, Math.min(BINS - 1, bin));
  }

  /**
   * Learns a size, at least 0.
   *
   * @param weight 0..1, of a sample that stands for less time than usual
   */
  void learn(double size, double weight) {
    bins[bin(size)] += (float) weight;
    total += weight;
  }

  /** Forgets. */
  void forget(double share) {
    for (int i = 0; i < BINS; i++) {
      bins[i] *= (float) share;
    }
    total *= share;
  }

  /** How surprising a size is: minus the decimal logarithm of how often it is reached. */
  double surprise(double size) {
    if (total < LEAST) {
      return 0;
    }
    double wanted = Math.max(TAIL * total, LEAST);
    double beyond = 0;
    int tail = BINS - 1;
    while (tail > 0 && beyond + bins[tail] < wanted) {
      beyond += bins[tail--];
    }
    int bin = bin(size);
    return bin > tail ? inTail(size, tail, beyond) : inBody(size, bin, tail, beyond);
  }

  private double inBody(double size, int bin, int tail, double beyond) {
    double above = beyond;
    for (int i = tail; i > bin; i--) {
      above += bins[i];
    }
    double share = (EDGE[bin + 1] - size) / (EDGE[bin + 1] - EDGE[bin]);
    above += bins[bin] * Math.max(0, Math.min(1, share));
    return -Math.log10((above + 1) / (total + 2));
  }

  private double inTail(double size, int tail, double beyond) {
    double logEdge = Math.log(EDGE[tail + 1]);
    double logs = 0;
    for (int i = tail + 1; i < BINS; i++) {
      logs += bins[i] * (LOG_MIDDLE[i] - logEdge);
    }
    double index = (logs + INDEX_WEIGHT * INDEX) / (beyond + INDEX_WEIGHT);
    double decades = (Math.log(size) - logEdge) / (index * LN_10);
    return -Math.log10((beyond + 1) / (total + 2)) + decades;
  }

  void write(ByteBuffer out) {
    Compact.put(out, bins);
  }

  void read(ByteBuffer in) {
    Compact.get(in, bins);
    total = 0;
    for (float bin : bins) {
      total += bin;
    }
  }
}
