package org.opennms.plugins.trunkline.baseline.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One setting serves series of any kind: few alarms on clean ones, and an honest band. */
class InventedSeriesTest {
  private static final double ALARMS = 5;
  private static final int SEEDS = 3;
  private static final long LEARNING = 14 * 86_400L;

  /** What came of three runs of four weeks after the first two. */
  private static final class Tally {
    private int episodes;
    private long inside;
    private long samples;
    private boolean finite = true;
    private double confidence;
    private SeriesState state = SeriesState.LEARNING;
    private long first = Long.MIN_VALUE;

    Tally run(Invented kind) {
      for (int seed = 1; seed <= SEEDS; seed++) {
        first = Long.MIN_VALUE;
        SeriesDetector detector = new SeriesDetector(DetectorSettings.standard());
        WeekCursor at = new WeekCursor(kind.zone());
        EpisodeGate gate = new EpisodeGate();
        Verdict verdict = new Verdict();
        kind.play(seed, (time, value) -> take(detector, at.moveTo(time), gate, value, verdict));
        confidence += verdict.confidence() / SEEDS;
        state = verdict.state();
      }
      return this;
    }

    private void take(
        SeriesDetector detector, WeekCursor at, EpisodeGate gate, double value, Verdict verdict) {
      first = first == Long.MIN_VALUE ? at.time() : first;
      detector.judge(at, value, verdict);
      boolean before = gate.isAlarmed();
      gate.next(at.time(), verdict.score(), verdict.confidence(), ALARMS);
      finite &= Double.isFinite(verdict.score()) && Double.isFinite(verdict.expected());
      if (at.time() >= first + LEARNING) {
        episodes += gate.isAlarmed() && !before ? 1 : 0;
        inside += value >= verdict.lower() && value <= verdict.upper() ? 1 : 0;
        samples++;
      }
      detector.learn(at, verdict);
    }

    double perDay() {
      return episodes / (28.0 * SEEDS);
    }

    double share() {
      return (double) inside / samples;
    }
  }

  @ParameterizedTest
  @EnumSource
  void clean_traffic_hardly_alarms(Invented kind) {
    Tally tally = new Tally().run(kind);

    assertThat(tally.perDay()).as("alarms a day of %s", kind).isLessThanOrEqualTo(0.1);
    assertThat(tally.finite).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"IDLE", "CONSTANT", "BURSTS", "COUNTS"})
  void the_band_holds_93_to_97_of_100_samples(Invented kind) {
    assertThat(new Tally().run(kind).share()).as("share of %s", kind).isBetween(0.93, 0.975);
  }

  @ParameterizedTest
  @EnumSource(names = {"IDLE", "CONSTANT", "BURSTS", "COUNTS"})
  void where_values_repeat_the_band_holds_more_rather_than_less(Invented kind) {
    assertThat(new Tally().run(kind).share()).as("share of %s", kind).isGreaterThan(0.93);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SLUGGISH", "BURSTS", "GROWING"})
  void a_regular_series_is_sure_after_six_weeks(Invented kind) {
    Tally tally = new Tally().run(kind);

    assertThat(tally.confidence).as("confidence of %s", kind).isGreaterThan(0.75);
    assertThat(tally.state).isIn(SeriesState.NORMAL, SeriesState.STALE);
  }
}
