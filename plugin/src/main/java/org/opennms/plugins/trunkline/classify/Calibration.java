package org.opennms.plugins.trunkline.classify;

import java.util.Arrays;

/**
 * Turns the score's probability into the share of such judgements that are right: straight lines
 * between points, by the isotonic regression of a labelled sample. Immutable and thread-safe.
 */
public final class Calibration {
  private final double[] score;
  private final double[] right;

  /**
   * From points.
   *
   * @param score strictly ascending, 0..1, at least one
   * @param right not descending, 0..1, as many
   * @throws IllegalArgumentException when they are not so
   */
  public Calibration(double[] score, double[] right) {
    if (score.length == 0 || score.length != right.length) {
      throw new IllegalArgumentException("as many scores as shares are needed, at least one");
    }
    for (int i = 0; i < score.length; i++) {
      boolean inside = score[i] >= 0 && score[i] <= 1 && right[i] >= 0 && right[i] <= 1;
      boolean rising = i == 0 || (score[i] > score[i - 1] && right[i] >= right[i - 1]);
      if (!inside || !rising) {
        throw new IllegalArgumentException("point " + i + " is outside 0..1 or does not rise");
      }
    }
    this.score = score.clone();
    this.right = right.clone();
  }

  /** The calibration that is part of the bundle; docs/classification.md says how it was fitted. */
  public static Calibration shipped() {
    return Shipped.INSTANCE;
  }

  /** Delays reading the resource until it is asked for. */
  private static final class Shipped {
    static final Calibration INSTANCE = CalibrationFile.shipped();
  }

  /** Leaves probabilities as they are. */
  public static Calibration none() {
    return new Calibration(new double[] {0, 1}, new double[] {0, 1});
  }

  /** The calibrated confidence of a raw probability, 0..1. */
  public double apply(double raw) {
    int at = Arrays.binarySearch(score, raw);
    if (at >= 0) {
      return right[at];
    }
    int above = -at - 1;
    if (above == 0) {
      return right[0];
    }
    if (above == score.length) {
      return right[score.length - 1];
    }
    double share = (raw - score[above - 1]) / (score[above] - score[above - 1]);
    return right[above - 1] + share * (right[above] - right[above - 1]);
  }

  /** How many points there are. */
  public int size() {
    return score.length;
  }

  /** The raw probability of a point. */
  public double score(int point) {
    return score[point];
  }

  /** The share that is right at a point. */
  public double right(int point) {
    return right[point];
  }
}
