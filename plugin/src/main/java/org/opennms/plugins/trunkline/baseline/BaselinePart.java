package org.opennms.plugins.trunkline.baseline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.inventory.StateStore;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.Anomaly;
import org.opennms.plugins.trunkline.operations.AnomalyBoard;
import org.opennms.plugins.trunkline.operations.BaselineDesk;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;
import org.opennms.plugins.trunkline.traffic.SampleSink;
import org.opennms.plugins.trunkline.traffic.TrafficHistory;

/**
 * The part, put together: baselines, their store, learning from history, episodes. The methods
 * named after jobs are called by a scheduler and may block for as long as the host's database does.
 */
public final class BaselinePart implements AutoCloseable {
  private final InterfaceDirectory directory;
  private final Supplier<BaselineSettings> settings;
  private final InstantSource clock;
  private final EpisodeLog log = new EpisodeLog();
  private final AlarmBudget budget;
  private final BaselineBook book;
  private final Exclusions exclusions;
  private final BaselineStore store;
  private final HistoryLearner learner;
  private final WeekDesk desk;
  private final ExecutorService worker;
  private final ThreadFactory threads;

  /**
   * What the part needs of others.
   *
   * @param directory the interfaces
   * @param history what was measured before
   * @param stores the host's store, by the name of a context
   */
  public record Needs(
      InterfaceDirectory directory,
      Supplier<TrafficHistory> history,
      Function<String, StateStore> stores) {}

  /** Puts the part together; nothing runs yet. */
  public BaselinePart(
      Needs needs,
      Supplier<BaselineSettings> settings,
      InstantSource clock,
      ThreadFactory threads) {
    this.directory = needs.directory();
    this.settings = settings;
    this.clock = clock;
    this.threads = threads;
    worker = Executors.newSingleThreadExecutor(threads);
    budget = new AlarmBudget(clock.instant());
    book = new BaselineBook(settings, log, budget);
    exclusions = new Exclusions();
    store = new BaselineStore(book, exclusions, needs.stores(), clock);
    learner = new HistoryLearner(book, exclusions, needs.history(), clock, worker);
    desk = new WeekDesk(directory, book, learner, needs.history(), this::replay, clock);
  }

  /** Where samples go. */
  public SampleSink samples() {
    return book;
  }

  /** Hands what is found to another part. */
  public void addSink(AnomalySink sink) {
    book.addSink(sink);
  }

  /** A run over what was measured; nothing that is known changes by it. */
  public AnomalyReplay replay() {
    return replay(OptionalDouble.empty());
  }

  private HistoryReplay replay(OptionalDouble ofEachMetric) {
    return new HistoryReplay(
        settings, exclusions, new AlarmBudget(clock.instant(), ofEachMetric), book.all()::size);
  }

  /** For operators. */
  public BaselineDesk desk() {
    return desk;
  }

  /** For operators. */
  public AnomalyBoard board() {
    return new AnomalyBoard() {
      @Override
      public List<Anomaly> since(Instant from) {
        return log.since(from);
      }

      @Override
      public Rate rate() {
        return budget.rate(clock.instant(), settings.get().alarmsPerDay(), book.all().size());
      }
    };
  }

  /** The job of every second: reads the store once, then writes some of what has changed. */
  public void tick() {
    if (store.load()) {
      store.tick();
      budget.review(clock.instant(), settings.get().alarmsPerDay());
    }
  }

  /**
   * The job of every hour: monitored interfaces without baselines learn from the host's history;
   * those that are gone are forgotten after four weeks.
   *
   * @return one line for the schedule
   */
  public String learnMissing() {
    if (!store.load()) {
      return "waits for the host's store";
    }
    forgetGone();
    Set<InterfaceKey> known =
        book.all().keySet().stream().map(MetricKey::of).collect(Collectors.toSet());
    List<KnownInterface> missing =
        directory.find(InterfaceFilter.ALL).stream()
            .filter(i -> i.monitored() && !known.contains(i.key()))
            .toList();
    if (missing.isEmpty()) {
      return "nothing to learn";
    }
    return learner.start(missing)
        ? missing.size() + " interfaces learn from history"
        : "learning is under way";
  }

  private void forgetGone() {
    Set<InterfaceKey> there = new HashSet<>();
    Set<InterfaceKey> monitored = new HashSet<>();
    for (KnownInterface each : directory.find(InterfaceFilter.ALL)) {
      there.add(each.key());
      if (each.monitored()) {
        monitored.add(each.key());
      }
    }
    if (there.isEmpty()) {
      // Not known yet.
      return;
    }
    Instant now = clock.instant();
    book.endUnless(monitored::contains, now);
    long old = now.minus(HistoryLearner.WINDOW).getEpochSecond();
    book.all().entrySet().stream()
        .filter(e -> !there.contains(e.getKey().of()) && e.getValue().last() < old)
        .map(e -> e.getKey().of())
        .distinct()
        .toList()
        .forEach(book::forget);
  }

  /** How many interfaces have learned what is not written yet. */
  public int unwritten() {
    return book.writes().size();
  }

  /** In words, for the status. */
  public String words() {
    AnomalyBoard.Rate rate = board().rate();
    String damaged = store.damaged() > 0 ? "; " + store.damaged() + " stored ones unreadable" : "";
    String zones = book.badZones() > 0 ? "; a node's timezone is none" : "";
    return String.format(
        Locale.ROOT,
        "%d baselines; %.1f of %.1f anomaly alarms a day, %d listed%s%s",
        rate.metrics(),
        rate.alarmedPerDay(),
        rate.budgetPerDay(),
        rate.listed(),
        damaged,
        zones);
  }

  /** Ends learning and writes what is not written yet, for half a minute at most. */
  @Override
  public void close() {
    close(BaselineStore.STOP);
  }

  /** Likewise, for some time at most. */
  void close(Duration atMost) {
    learner.stop();
    worker.shutdown();
    store.flush(threads, atMost);
  }
}
