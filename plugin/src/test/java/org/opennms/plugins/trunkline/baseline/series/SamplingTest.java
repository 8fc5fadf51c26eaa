package org.opennms.plugins.trunkline.baseline.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of an hour does not depend on how often it is measured. */
class SamplingTest {
  private static final Duration CALM = Duration.ofMinutes(10);
  private static final int USUAL_STEP = 300;
  private static final int OUTAGE = 2 * 3600;

  private final SeriesDetector detector = new SeriesDetector(DetectorSettings.standard());
  private final WeekCursor at = new WeekCursor(ZoneOffset.UTC);
  private final Verdict verdict = new Verdict();
  private final EpisodeGate gate = new EpisodeGate();
  private final Random random = new Random(4);
  private long time = Week.MONDAY;

  @ParameterizedTest
  @ValueSource(ints = {10, 60, 300})
  void a_drop_stays_an_episode_for_as_long_as_it_lasts(int step) {
    learnFromHistory();
    play(10 * 3600, step, 1);
    assertThat(gate.isOpen()).isFalse();

    long begun = time;
    int open = 0;
    int samples = OUTAGE / step;
    for (int i = 0; i < samples; i++) {
      see(step, 0.2);
      open += gate.isOpen() ? 1 : 0;
    }

    assertThat(open).isGreaterThan(samples * 9 / 10);
    assertThat(gate.start()).isLessThan(begun + 600);

    play(2 * 3600, step, 1);
    assertThat(gate.isOpen()).isFalse();
  }

  // Three weeks of hourly means and one of samples, as from the host's archive.
  private void learnFromHistory() {
    for (int hour = 0; hour < 21 * 24; hour++) {
      detector.learnHourMean(at.moveTo(time + 1800), Week.usual(time + 1800));
      time += 3600;
    }
    play(7 * Week.DAY, USUAL_STEP, 1);
  }

  private void play(long seconds, int step, double factor) {
    long end = time + seconds;
    while (time < end) {
      see(step, factor);
    }
  }

  private void see(int step, double factor) {
    double value = Week.usual(time) * factor * (1 + 0.05 * random.nextGaussian());
    detector.judge(at.moveTo(time), value, verdict);
    gate.next(time, verdict.score(), verdict.confidence(), 5, CALM);
    detector.learn(at, verdict);
    time += step;
  }
}
