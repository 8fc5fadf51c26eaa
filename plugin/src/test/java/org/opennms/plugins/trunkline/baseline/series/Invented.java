package org.opennms.plugins.trunkline.baseline.series;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;

/** Kinds of clean traffic that a detector may meet; all invented, none fitted to a recording. */
enum Invented {
  /** A link measured every minute. */
  EACH_MINUTE(60),
  /** The same with means of an hour. */
  EACH_HOUR(3600),
  /** Polled every quarter of an hour, each time a little early or late. */
  JITTER(900),
  /** Calls or sessions: small whole numbers, none at night. */
  COUNTS(300),
  /** Noise that is much larger now and then. */
  HEAVY_TAILS(300),
  /** Noise that goes on for an hour or two. */
  SLUGGISH(300),
  /** Half as much again after six weeks. */
  GROWING(300),
  /** Not measured on weekends. */
  NO_WEEKENDS(300),
  /** Every tenth sample is missing, and some hours. */
  GAPS(300),
  /** Nothing most of the time, then a transfer. */
  BURSTS(300),
  /** Never anything. */
  IDLE(300),
  /** Always the same. */
  CONSTANT(300),
  /** A backup each night at two, ten times what is usual then. */
  NIGHTLY(300),
  /** Keeps to the civil time of Berlin through the night in which clocks change. */
  DAYLIGHT_SAVING(300),
  /** Temperatures and balances may be negative. */
  SIGNED(300),
  /** A hundred bit/s on a link of a terabit/s. */
  TINY(300),
  /** A day of no rhythm at all. */
  NOISE_ONLY(300);

  // Six weeks around 2024-03-31, when Berlin's clocks change.
  private static final long START = Instant.parse("2024-02-26T00:00:00Z").getEpochSecond();
  private static final double DAY = 86_400;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final int step;

  Invented(int step) {
    this.step = step;
  }

  ZoneId zone() {
    return this == DAYLIGHT_SAVING ? BERLIN : ZoneOffset.UTC;
  }

  /** Takes the samples in their order. */
  interface Taker {
    void take(long time, double value);
  }

  /** Six weeks of it. */
  void play(long seed, Taker taker) {
    Random random = new Random(seed * 31 + name().hashCode());
    double slow = 0;
    long end = START + 42 * 86_400L;
    for (long planned = START; planned < end; planned += step) {
      long time = this == JITTER ? planned + random.nextInt(120) : planned;
      slow += Math.min(1, step / 5400.0) * (random.nextGaussian() * 2 - slow);
      double value = value(time, random, slow);
      if (!isMissing(time, random)) {
        taker.take(time, value);
      }
    }
  }

  private boolean isMissing(long time, Random random) {
    long day = (time - START) / 86_400 % 7;
    return switch (this) {
      case NO_WEEKENDS -> day >= 5;
      case GAPS -> random.nextInt(10) == 0 || time / 3600 % 61 == 0;
      default -> false;
    };
  }

  private double value(long time, Random random, double slow) {
    double usual = usual(civil(time));
    double noise = random.nextGaussian();
    return switch (this) {
      case COUNTS -> poisson(random, 6 * Math.max(0, usual - 0.4));
      case HEAVY_TAILS -> 1e8 * usual * Math.exp(0.05 * student(random));
      case SLUGGISH -> 1e8 * usual * Math.max(0.1, 1 + 0.15 * slow + 0.02 * noise);
      case GROWING -> 1e8 * usual * (1 + 0.05 * noise) * (1 + 0.5 * (time - START) / (42 * DAY));
      case BURSTS -> random.nextInt(40) == 0 ? 1e7 * random.nextDouble() : 0;
      case IDLE -> 0;
      case CONSTANT -> 12_345;
      case NIGHTLY -> (time % 86_400 / 300 == 24 ? 10 : 1) * 1e8 * usual * (1 + 0.05 * noise);
      case SIGNED -> 20 * (usual - 1.2) + noise;
      case TINY -> 100 * usual * (1 + 0.05 * noise);
      case NOISE_ONLY -> Math.abs(1e6 * (1 + 0.3 * noise));
      case EACH_HOUR -> 1e8 * usual * (1 + 0.03 * noise);
      default -> 1e8 * usual * (1 + 0.05 * noise);
    };
  }

  private long civil(long time) {
    Instant at = Instant.ofEpochSecond(time);
    return time + zone().getRules().getOffset(at).getTotalSeconds();
  }

  private static double usual(long civil) {
    long day = Math.floorDiv(civil - START, 86_400L) % 7;
    double hour = Math.floorMod(civil, 86_400L) / 3600.0;
    return (day >= 5 ? 0.5 : 1) * (1.2 + Math.sin((hour - 9) / 24 * 2 * Math.PI));
  }

  private static double poisson(Random random, double mean) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  // Student's t of three degrees of freedom.
  private static double student(Random random) {
    double squares = 0;
    for (int i = 0; i < 3; i++) {
      double each = random.nextGaussian();
      squares += each * each;
    }
    return random.nextGaussian() / Math.sqrt(squares / 3);
  }
}
