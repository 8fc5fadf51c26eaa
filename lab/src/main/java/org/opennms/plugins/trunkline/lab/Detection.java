package org.opennms.plugins.trunkline.lab;

import java.time.ZoneId;
import org.opennms.plugins.trunkline.baseline.series.DetectorSettings;
import org.opennms.plugins.trunkline.baseline.series.EpisodeGate;
import org.opennms.plugins.trunkline.baseline.series.SeriesDetector;
import org.opennms.plugins.trunkline.baseline.series.SeriesState;
import org.opennms.plugins.trunkline.baseline.series.Verdict;
import org.opennms.plugins.trunkline.baseline.series.WeekCursor;

/** A detector run over a series once, in order; each sample is judged before it is learned. */
final class Detection {
  /** The score from which an episode is alarmed: see docs/baselines.md. */
  static final double ALARMS = 5;

  // Single precision ends soon after.
  private static final double LARGEST = 1e30;

  final double[] score;
  final double[] expected;
  final double[] lower;
  final double[] upper;
  final double[] confidence;
  final SeriesState[] state;
  final boolean[] alert;

  private final SeriesDetector detector = new SeriesDetector(DetectorSettings.standard());
  private final EpisodeGate gate = new EpisodeGate();
  final WeekAhead ahead = new WeekAhead();

  private final Verdict verdict = new Verdict();
  private final WeekCursor at;

  private Detection(int samples, ZoneId zone) {
    at = new WeekCursor(zone);
    score = new double[samples];
    expected = new double[samples];
    lower = new double[samples];
    upper = new double[samples];
    confidence = new double[samples];
    state = new SeriesState[samples];
    alert = new boolean[samples];
  }

  static Detection of(long[] seconds, double[] values, int samples, ZoneId zone) {
    Detection detection = new Detection(samples, zone);
    for (int i = 0; i < samples; i++) {
      detection.take(i, seconds[i], values[i]);
    }
    return detection;
  }

  static Detection of(SeriesFile series, ZoneId zone) {
    return of(series.seconds(), series.values(), series.values().length, zone);
  }

  private void take(int i, long time, double value) {
    if (!(Math.abs(value) < LARGEST) || !detector.isLater(time)) {
      expected[i] = Double.NaN;
      lower[i] = Double.NaN;
      upper[i] = Double.NaN;
      state[i] = SeriesState.STALE;
      return;
    }
    detector.judge(at.moveTo(time), value, verdict);
    gate.next(time, verdict.score(), verdict.confidence(), ALARMS);
    score[i] = verdict.score();
    expected[i] = verdict.expected();
    lower[i] = verdict.lower();
    upper[i] = verdict.upper();
    confidence[i] = verdict.confidence();
    alert[i] = gate.isAlarmed();
    boolean episode = gate.isOpen() && verdict.state() == SeriesState.NORMAL;
    state[i] = episode ? SeriesState.ANOMALOUS : verdict.state();
    ahead.take(detector, at, value);
    detector.learn(at, verdict);
  }
}
