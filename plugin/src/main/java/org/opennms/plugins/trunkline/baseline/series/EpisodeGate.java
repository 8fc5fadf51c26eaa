package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Makes episodes of single surprises: one begins with a surprise, is over after a while of calm,
 * and another begins only after a while of rest, unless it surprises more than the last.
 */
public final class EpisodeGate {
  /** As shipped: how long it must be calm. */
  public static final Duration CALM = Duration.ofMinutes(30);

  private static final double REST = 3600;

  /** How much milder what is only listed may be. */
  public static final double BEFORE = 1;

  private boolean open;
  private boolean alarmed;
  private boolean resumed;
  private double peak;
  private long start;
  private long lastLoud = Long.MIN_VALUE / 2;
  private long ended = Long.MIN_VALUE / 2;

  /** What a sample changed. */
  public enum Change {
    /** Nothing. */
    NONE,
    /** An episode began. */
    BEGAN,
    /** It is worse than before. */
    WORSE,
    /** It is over. */
    ENDED
  }

  /** Score from which a baseline of this confidence alarms; infinite below 0.7. */
  static double threshold(double standard, double confidence) {
    if (confidence < 0.7) {
      return Double.POSITIVE_INFINITY;
    }
    return confidence < 0.8 ? standard + 1 : standard;
  }

  /** Takes a judged sample; it is over after {@link #CALM}. */
  public Change next(long time, double score, double confidence, double alarms) {
    return next(time, score, confidence, alarms, CALM);
  }

  /**
   * Takes a judged sample.
   *
   * @param alarms score from which it is worth an alarm; an episode begins {@link #BEFORE} earlier
   * @param calm how long it must be calm to be over
   */
  public Change next(long time, double score, double confidence, double alarms, Duration calm) {
    double opens = alarms - BEFORE;
    // A clock that was ahead may have been set right.
    lastLoud = Math.min(lastLoud, time);
    ended = Math.min(ended, time);
    if (resumed) {
      // What nobody saw was no calm.
      lastLoud = time;
      resumed = false;
    }
    if (!open) {
      boolean rested = time - ended >= REST || score > peak;
      return score >= opens && rested ? begin(time, score, confidence, alarms) : Change.NONE;
    }
    if (score >= opens - 1) {
      lastLoud = time;
    }
    alarmed |= score >= threshold(alarms, confidence);
    if (score > peak) {
      peak = score;
      return Change.WORSE;
    }
    if (time - lastLoud >= calm.toSeconds()) {
      open = false;
      alarmed = false;
      ended = time;
      return Change.ENDED;
    }
    return Change.NONE;
  }

  private Change begin(long time, double score, double confidence, double alarms) {
    open = true;
    start = time;
    lastLoud = time;
    peak = score;
    alarmed = score >= threshold(alarms, confidence);
    return Change.BEGAN;
  }

  /** Writes all that is known. */
  public void write(ByteBuffer out) {
    out.put((byte) ((open ? 1 : 0) + (alarmed ? 2 : 0))).putDouble(peak);
    out.putLong(start).putLong(lastLoud).putLong(ended);
  }

  /** Reads what {@link #write} wrote; an episode under way goes on. */
  public void read(ByteBuffer in) {
    byte flags = in.get();
    open = (flags & 1) != 0;
    alarmed = (flags & 2) != 0;
    resumed = open;
    peak = in.getDouble();
    start = in.getLong();
    lastLoud = in.getLong();
    ended = in.getLong();
  }

  /** Whether an episode is under way. */
  public boolean isOpen() {
    return open;
  }

  /** Whether the episode under way is worth an alarm. */
  public boolean isAlarmed() {
    return alarmed;
  }

  /** When the last episode began. */
  public long start() {
    return start;
  }
}
