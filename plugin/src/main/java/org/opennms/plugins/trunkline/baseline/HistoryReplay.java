package org.opennms.plugins.trunkline.baseline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.operations.Anomaly;
import org.opennms.plugins.trunkline.operations.BaselineDesk;

/** Replays by a book of its own for each interface. For one thread. */
final class HistoryReplay implements AnomalyReplay {
  private final Supplier<BaselineSettings> settings;
  private final Exclusions excluded;
  private final AlarmBudget budget;
  private final IntSupplier metrics;

  /**
   * One run over many interfaces.
   *
   * @param budget of this run
   * @param metrics how many the budget is shared by
   */
  HistoryReplay(
      Supplier<BaselineSettings> settings,
      Exclusions excluded,
      AlarmBudget budget,
      IntSupplier metrics) {
    this.settings = settings;
    this.excluded = excluded;
    this.budget = budget;
    this.metrics = metrics;
  }

  @Override
  public Duration window() {
    return HistoryLearner.WINDOW;
  }

  @Override
  public Consumer<TrafficSample> begin(
      KnownInterface of, List<TrafficSample> before, AnomalySink to) {
    BaselineBook book = book(new EpisodeLog());
    book.addSink(to);
    HistoryLearner.learn(book, excluded, of, before);
    return sample -> judge(book, of, sample);
  }

  /**
   * Judges the samples of one interface.
   *
   * @param samples in the order of time
   * @param from what is older is only learned
   */
  BaselineDesk.Replay run(KnownInterface of, List<TrafficSample> samples, Instant from) {
    int older = (int) samples.stream().takeWhile(s -> s.end().isBefore(from)).count();
    EpisodeLog log = new EpisodeLog();
    BaselineBook book = book(log);
    HistoryLearner.learn(book, excluded, of, samples.subList(0, older));
    int judged = 0;
    for (TrafficSample sample : samples.subList(older, samples.size())) {
      judged += judge(book, of, sample) ? 1 : 0;
    }
    List<Anomaly> found = new ArrayList<>(log.since(Instant.MIN));
    found.sort(Comparator.comparing(Anomaly::start));
    Instant last = samples.get(samples.size() - 1).end();
    return new BaselineDesk.Replay(from, last, judged, found);
  }

  private BaselineBook book(EpisodeLog log) {
    return new BaselineBook(settings, log, budget, metrics);
  }

  // An hour's mean is too coarse to be judged.
  private static boolean judge(BaselineBook book, KnownInterface of, TrafficSample sample) {
    if (!sample.consolidated()) {
      book.sample(of, sample);
    }
    return !sample.consolidated();
  }
}
