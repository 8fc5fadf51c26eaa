package org.opennms.plugins.trunkline.baseline.series;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;

/** Invented traffic with a day, a weekend and noise, and a detector that sees it. */
final class Week {
  static final long MONDAY = 1_704_067_200;
  static final int STEP = 300;
  static final int DAY = 86_400;
  private static final double BUSY = 4e8;

  final SeriesDetector detector = new SeriesDetector(DetectorSettings.standard());
  final Verdict verdict = new Verdict();
  final WeekCursor at;
  private final Random random;
  long time = MONDAY;

  Week(long seed) {
    this(seed, ZoneOffset.UTC);
  }

  Week(long seed, ZoneId zone) {
    random = new Random(seed);
    at = new WeekCursor(zone);
  }

  /** What the link carries at this time, without noise. */
  static double usual(long time) {
    double hour = (time % DAY) / 3600.0;
    long day = Math.floorMod((time - MONDAY) / DAY, 7L);
    double weekend = day >= 5 ? 0.4 : 1;
    return BUSY * weekend * (1.2 + Math.sin((hour - 9) / 24 * 2 * Math.PI));
  }

  double noisy(double value) {
    return Math.max(0, value * (1 + 0.05 * random.nextGaussian()));
  }

  /** Lets usual days pass. */
  Week pass(double days) {
    long end = time + (long) (days * DAY);
    while (time < end) {
      see(noisy(usual(time)));
    }
    return this;
  }

  /** Shows the next sample. */
  Verdict see(double value) {
    detector.judge(at.moveTo(time), value, verdict);
    detector.learn(at, verdict);
    time += STEP;
    return verdict;
  }

  /** The highest score while samples are this many times the usual. */
  double scoreOf(double factor, int samples) {
    double score = 0;
    for (int i = 0; i < samples; i++) {
      score = Math.max(score, see(noisy(usual(time) * factor)).score());
    }
    return score;
  }
}
