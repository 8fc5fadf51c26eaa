package org.opennms.plugins.trunkline.baseline;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.opennms.plugins.trunkline.baseline.series.DetectorSettings;
import org.opennms.plugins.trunkline.baseline.series.EpisodeGate;
import org.opennms.plugins.trunkline.baseline.series.PlainStatistics;
import org.opennms.plugins.trunkline.baseline.series.SeriesDetector;
import org.opennms.plugins.trunkline.baseline.series.SeriesState;
import org.opennms.plugins.trunkline.baseline.series.Verdict;
import org.opennms.plugins.trunkline.baseline.series.WeekCursor;

/** The baseline of one metric: its detector, its episodes and its plain statistics. Thread-safe. */
final class MetricBaseline {
  private final SeriesDetector detector;
  private final PlainStatistics plain;
  private EpisodeGate gate = new EpisodeGate();
  private SeriesState state = SeriesState.LEARNING;

  MetricBaseline(DetectorSettings settings, int lookBackWeeks) {
    detector = new SeriesDetector(settings);
    plain = new PlainStatistics(lookBackWeeks);
  }

  /** Whether a sample is to be judged: one of a time that was seen is not. */
  synchronized boolean isLater(WeekCursor at) {
    return detector.isLater(at.time());
  }

  /** Judges and learns a sample; an episode is over after the calm as shipped. */
  EpisodeGate.Change take(WeekCursor at, double value, Verdict out, double alarms) {
    return take(at, value, out, alarms, EpisodeGate.CALM);
  }

  /**
   * Judges and learns a sample, which {@link #isLater is later} than the last.
   *
   * @param alarms score from which it is worth an alarm
   * @param calm how long it must be calm until an episode is over
   */
  synchronized EpisodeGate.Change take(
      WeekCursor at, double value, Verdict out, double alarms, Duration calm) {
    detector.judge(at, value, out);
    EpisodeGate.Change change = gate.next(at.time(), out.score(), out.confidence(), alarms, calm);
    boolean told = gate.isOpen() && out.state() == SeriesState.NORMAL;
    state = told ? SeriesState.ANOMALOUS : out.state();
    detector.learn(at, out);
    plain.add(at, value);
    return change;
  }

  /** Judges a sample during planned work: an episode may end, none begins, nothing is learned. */
  synchronized EpisodeGate.Change mask(
      WeekCursor at, double value, Verdict out, double alarms, Duration calm) {
    detector.judge(at, value, out);
    detector.pass(at, out);
    state = SeriesState.MASKED;
    return gate.isOpen() ? gate.next(at.time(), 0, 0, alarms, calm) : EpisodeGate.Change.NONE;
  }

  /** Says whether today is a holiday. */
  synchronized void announce(boolean holiday) {
    detector.announce(holiday);
  }

  /** Begins with the week of its peers. */
  synchronized void borrow(List<Float> offsets) {
    detector.borrow(offsets);
  }

  /** Learns an archive's hourly mean. */
  synchronized void takeHourMean(WeekCursor at, double mean) {
    detector.learnHourMean(at, mean);
    plain.add(at, mean);
  }

  /** The counters began anew: what follows is no jump. */
  synchronized void interrupt(SeriesState why) {
    detector.interrupt();
    state = why;
  }

  /** Takes over the episode of the one in whose place it comes. */
  synchronized void goOnFrom(MetricBaseline before) {
    gate = before.gate();
  }

  /** Whatever was under way is over. */
  synchronized void endEpisode() {
    gate = new EpisodeGate();
  }

  private synchronized EpisodeGate gate() {
    return gate;
  }

  /** Whether it has seen more than another one. */
  boolean knowsMoreThan(MetricBaseline other) {
    double seconds = other.read((d, p) -> d.learnedSeconds());
    return read((d, p) -> d.learnedSeconds()) > seconds;
  }

  synchronized boolean isOpen() {
    return gate.isOpen();
  }

  synchronized boolean isAlarmed() {
    return gate.isAlarmed();
  }

  /** Time of the last sample in seconds since 1970. */
  synchronized long last() {
    return detector.last();
  }

  synchronized long start() {
    return gate.start();
  }

  synchronized SeriesState state() {
    return state;
  }

  /** Reads detector and statistics without others getting between. */
  synchronized <T> T read(Reader<T> reader) {
    return reader.read(detector, plain);
  }

  synchronized void write(ByteBuffer out) {
    detector.write(out);
    plain.write(out);
    gate.write(out);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param whole false where what was under way was left out
   */
  synchronized void restore(ByteBuffer in, boolean whole) {
    detector.read(in, whole);
    plain.read(in, whole);
    if (whole) {
      gate.read(in);
      state = gate.isOpen() ? SeriesState.ANOMALOUS : state;
    }
  }

  /** Reads what is known. */
  interface Reader<T> {
    T read(SeriesDetector detector, PlainStatistics plain);
  }
}
