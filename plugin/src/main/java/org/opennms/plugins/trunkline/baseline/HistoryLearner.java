package org.opennms.plugins.trunkline.baseline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.baseline.series.Verdict;
import org.opennms.plugins.trunkline.baseline.series.WeekCursor;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.operations.BaselineDesk;
import org.opennms.plugins.trunkline.traffic.TrafficHistory;

/**
 * Learns from the host's history, so that a new installation knows weeks within minutes. One run at
 * a time, on a thread of its own. What was excluded is left out, also by later runs.
 */
final class HistoryLearner {
  /** How far back it learns. */
  static final Duration WINDOW = Duration.ofDays(28);

  private static final Optional<PlannedTime.Kind> EXCLUDED =
      Optional.of(PlannedTime.Kind.EXCLUSION);
  private static final Optional<PlannedTime.Kind> HOLIDAY = Optional.of(PlannedTime.Kind.HOLIDAY);

  private final BaselineBook book;
  private final Supplier<TrafficHistory> history;
  private final InstantSource clock;
  private final Executor worker;
  private final Exclusions excluded;
  private BaselineDesk.Learning learning =
      new BaselineDesk.Learning(false, 0, 0, 0, 0, Duration.ZERO, "not run yet");
  private Optional<String> lack = Optional.empty();
  private boolean stopped;

  HistoryLearner(
      BaselineBook book,
      Exclusions excluded,
      Supplier<TrafficHistory> history,
      InstantSource clock,
      Executor worker) {
    this.book = book;
    this.excluded = excluded;
    this.history = history;
    this.clock = clock;
    this.worker = worker;
  }

  synchronized BaselineDesk.Learning learning() {
    return learning;
  }

  void exclude(InterfaceKey of, Instant from, Instant to) {
    excluded.add(of, from, to);
  }

  synchronized void stop() {
    stopped = true;
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  /** Begins a run; false when one is under way. */
  synchronized boolean start(List<KnownInterface> of) {
    if (learning.running()) {
      return false;
    }
    Instant now = clock.instant();
    lack = Optional.empty();
    learning = new BaselineDesk.Learning(true, of.size(), 0, 0, 0, Duration.ZERO, "under way");
    worker.execute(() -> run(of, now));
    return true;
  }

  private void run(List<KnownInterface> of, Instant began) {
    String how = "failed";
    try {
      history.get().readAll(of, began.minus(WINDOW), began, receiver(began));
      how = "done";
    } catch (RuntimeException e) {
      how = "failed: " + e.getMessage();
    } finally {
      // Also after an error: else it would be under way for ever, and refuse another.
      over(began, how);
    }
  }

  private synchronized void over(Instant began, String how) {
    String words = isStopped() ? "stopped" : how;
    learning = moved(0, 0, 0, began, false, words + lack.map(l -> "; " + l).orElse(""));
  }

  // One stands for all: what is wrong is wrong with most of them as a rule.
  private synchronized void lacks(KnownInterface of, TrafficHistory.Reading reading) {
    String why =
        reading instanceof TrafficHistory.Reading.Absent absent ? absent.why() : "nothing is told";
    lack = lack.or(() -> Optional.of("without history is " + name(of) + ", as " + why));
  }

  private static String name(KnownInterface of) {
    return of.device().label() + " " + of.key().name();
  }

  private TrafficHistory.Receiver receiver(Instant began) {
    return new TrafficHistory.Receiver() {
      @Override
      public void history(KnownInterface of, TrafficHistory.Reading reading) {
        if (reading instanceof TrafficHistory.Reading.Samples found
            && learn(book, excluded, of, found.samples())) {
          count(1, 0, found.samples().size(), began);
        } else {
          lacks(of, reading);
          count(0, 1, 0, began);
        }
      }

      @Override
      public boolean wantsMore() {
        return !isStopped();
      }
    };
  }

  private synchronized void count(int done, int absent, long samples, Instant began) {
    learning = moved(done, absent, samples, began, true, "under way");
  }

  private BaselineDesk.Learning moved(
      int done, int absent, long samples, Instant began, boolean running, String how) {
    return new BaselineDesk.Learning(
        running,
        learning.total(),
        learning.done() + done,
        learning.absent() + absent,
        learning.samples() + samples,
        Duration.between(began, clock.instant()),
        how);
  }

  /** Learns one interface anew, in place of what is known of it; whether there was a value. */
  static boolean learn(
      BaselineBook book, Exclusions excluded, KnownInterface of, List<TrafficSample> samples) {
    Map<MetricKey, MetricBaseline> fresh = new HashMap<>();
    WeekCursor at = new WeekCursor(book.zone(of.device()));
    Verdict verdict = new Verdict();
    for (TrafficSample sample : samples) {
      // An hour's mean belongs to the hour's middle, whichever end the archive stamps.
      Instant time = sample.consolidated() ? middle(sample) : sample.end();
      Optional<PlannedTime.Kind> plan = book.planned(of.device(), time);
      if (excluded.holds(of.key(), time) || plan.equals(EXCLUDED)) {
        continue;
      }
      at.moveTo(time.getEpochSecond());
      BaselineBook.each(
          of.key(),
          sample,
          (key, value) -> {
            if (Double.isFinite(value) && BaselineBook.isTold(sample.quality())) {
              MetricBaseline baseline = fresh.computeIfAbsent(key, k -> book.empty());
              baseline.announce(plan.equals(HOLIDAY));
              take(baseline, at, value, sample.consolidated(), verdict);
            }
          });
    }
    fresh.forEach(book::put);
    return !fresh.isEmpty();
  }

  private static void take(
      MetricBaseline baseline, WeekCursor at, double value, boolean mean, Verdict verdict) {
    if (mean) {
      baseline.takeHourMean(at, value);
    } else if (baseline.isLater(at)) {
      baseline.take(at, value, verdict, Double.POSITIVE_INFINITY);
    }
  }

  private static Instant middle(TrafficSample sample) {
    return sample.start().plus(sample.step().dividedBy(2));
  }
}
