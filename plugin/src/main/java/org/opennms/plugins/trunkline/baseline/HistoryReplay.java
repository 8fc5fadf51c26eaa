package org.opennms.plugins.trunkline.baseline;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.TrafficSample;

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
    BaselineBook book = new BaselineBook(settings, new EpisodeLog(), budget, metrics);
    HistoryLearner.learn(book, excluded, of, before);
    book.addSink(to);
    return sample -> {
      // An hour's mean is too coarse to be judged.
      if (!sample.consolidated()) {
        book.sample(of, sample);
      }
    };
  }
}
