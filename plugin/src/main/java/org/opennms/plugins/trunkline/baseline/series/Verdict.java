package org.opennms.plugins.trunkline.baseline.series;

/**
 * What a detector says of a sample: filled anew for each, so that judging allocates nothing. For
 * one thread.
 */
public final class Verdict {
  double score;
  double expected;
  double lower;
  double upper;
  double spread;
  double z;
  double confidence;
  SeriesState state = SeriesState.LEARNING;
  Cause cause = Cause.NONE;
  boolean levelShift;
  double levelBefore;
  double levelNow;

  // What learning needs of judging, in the detector's own units.
  double work;
  double residual;
  double deviation;
  double deviationSpread;
  double jump;
  double jumpSpread;
  double sustained;
  double sustainedSpread;
  double uncertainty;
  double seconds;
  boolean continuous;
  boolean likeOtherDay;

  /** What stands out most. */
  public enum Cause {
    /** Nothing. */
    NONE,
    /** A jump, beside the usual step at this hour. */
    JUMP,
    /** The value itself, beside what is usual at this hour. */
    LEVEL,
    /** A smaller deviation that goes on. */
    SUSTAINED,
    /** A value that does not move. */
    STUCK
  }

  /**
   * Minus the decimal logarithm of how often a sample is as unusual as this one: 3 is once in a
   * thousand samples. 0 while nothing can be said.
   */
  public double score() {
    return score;
  }

  /** What was expected. */
  public double expected() {
    return expected;
  }

  /** Lower end of the band that holds 95 of 100 samples. */
  public double lower() {
    return lower;
  }

  /** Upper end of the band. */
  public double upper() {
    return upper;
  }

  /** The usual distance from expected, as a standard deviation. */
  public double spread() {
    return spread;
  }

  /** Distance from expected in spreads, or the jump's where that stands out more. */
  public double z() {
    return z;
  }

  /** 0..1: the predicted probability that the mean of this hour next week lies in the band. */
  public double confidence() {
    return confidence;
  }

  /** How the series is. */
  public SeriesState state() {
    return state;
  }

  /** What stands out most. */
  public Cause cause() {
    return cause;
  }

  /** Whether a new level was accepted with this sample. */
  public boolean isLevelShift() {
    return levelShift;
  }

  /** The level before the shift. */
  public double levelBefore() {
    return levelBefore;
  }

  /** The level after the shift. */
  public double levelNow() {
    return levelNow;
  }
}
