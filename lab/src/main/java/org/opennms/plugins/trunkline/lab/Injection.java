package org.opennms.plugins.trunkline.lab;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** Puts faults into a series at random places after fourteen days, and looks for them. */
final class Injection {
  private static final long LEARNING = 14 * 86_400L;
  private static final double EPISODES_PER_DAY = 0.5;
  private static final int APART = 6;
  private static final double DAY = 86_400;
  private static final long MINUTE = 60;

  private Injection() {}

  /** What is put in. */
  enum Kind {
    /** To the half for two hours. */
    DROP_2H(120),
    /** To one and a half for two hours. */
    RISE_2H(120),
    /** Down to the half over three hours. */
    RAMP_3H(180),
    /** The last value for three hours. */
    FLAT_3H(180),
    /** To three quarters for six hours. */
    DROP_6H(360),
    /** One sample of three times the value. */
    SPIKE(0);

    private final int minutes;

    Kind(int minutes) {
      this.minutes = minutes;
    }

    /** How many samples it lasts where one is taken each so many seconds. */
    int samples(long step) {
      return (int) Math.max(1, minutes * MINUTE / step);
    }

    private double value(double[] before, int start, int i, int samples) {
      double own = before[start + i];
      return switch (this) {
        case DROP_2H -> own * 0.5;
        case RISE_2H -> own * 1.5;
        case RAMP_3H -> own * (1 - 0.5 * (i + 1) / samples);
        case FLAT_3H -> before[start - 1];
        case DROP_6H -> own * 0.75;
        case SPIKE -> own * 3;
      };
    }
  }

  /**
   * How it went.
   *
   * @param found faults with a score over the threshold
   * @param positions faults
   * @param threshold that allows half a false episode a day on the series itself
   */
  record Result(int found, int positions, double threshold) {
    String words() {
      return String.format(
          Locale.ROOT,
          "%.2f of %d found at half a false episode a day (score %.2f)",
          (double) found / positions,
          positions,
          threshold);
    }
  }

  private record Place(int start, int samples) {}

  private static long step(long[] seconds) {
    long[] steps = new long[seconds.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = seconds[i + 1] - seconds[i];
    }
    Arrays.sort(steps);
    return steps[steps.length / 2];
  }

  static Result run(SeriesFile series, Kind kind, int positions, long seed, ZoneId zone) {
    long[] seconds = series.seconds();
    int first = 0;
    if (seconds.length < 2) {
      throw new LabException(series.name() + " has no samples");
    }
    while (first < seconds.length && seconds[first] < seconds[0] + LEARNING) {
      first++;
    }
    int samples = kind.samples(step(seconds));
    if (seconds.length - first < 2 * samples) {
      throw new LabException(series.name() + " is too short; sixteen days are wanted at least");
    }
    double threshold = threshold(series, Detection.of(series, zone).score, first);
    Random random = new Random(seed);
    int found = 0;
    for (int i = 0; i < positions; i++) {
      int start = first + random.nextInt(seconds.length - first - samples);
      found += isFound(series, kind, new Place(start, samples), threshold, zone) ? 1 : 0;
    }
    return new Result(found, positions, threshold);
  }

  private static boolean isFound(
      SeriesFile series, Kind kind, Place place, double threshold, ZoneId zone) {
    int start = place.start();
    int end = start + place.samples();
    double[] values = Arrays.copyOf(series.values(), end);
    for (int i = 0; i < place.samples(); i++) {
      values[start + i] = kind.value(series.values(), start, i, place.samples());
    }
    double[] score = Detection.of(series.seconds(), values, end, zone).score;
    return Arrays.stream(score, start, end).max().orElse(0) >= threshold;
  }

  // The lowest score that is reached in at most half an episode a day.
  private static double threshold(SeriesFile series, double[] score, int first) {
    double days = (series.seconds()[score.length - 1] - series.seconds()[first]) / DAY;
    double low = 0;
    double high = 20;
    for (int i = 0; i < 40; i++) {
      double middle = (low + high) / 2;
      if (episodes(score, first, middle) <= EPISODES_PER_DAY * days) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private static int episodes(double[] score, int first, double threshold) {
    int episodes = 0;
    int last = Integer.MIN_VALUE / 2;
    for (int i = first; i < score.length; i++) {
      if (score[i] >= threshold) {
        episodes += i - last > APART ? 1 : 0;
        last = i;
      }
    }
    return episodes;
  }
}
