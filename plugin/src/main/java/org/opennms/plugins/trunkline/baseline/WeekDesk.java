package org.opennms.plugins.trunkline.baseline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.baseline.series.PlainStatistics;
import org.opennms.plugins.trunkline.baseline.series.SeriesDetector;
import org.opennms.plugins.trunkline.baseline.series.WeekCursor;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.Anomaly.Direction;
import org.opennms.plugins.trunkline.operations.Anomaly.Metric;
import org.opennms.plugins.trunkline.operations.BaselineDesk;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.WeekBaseline;
import org.opennms.plugins.trunkline.operations.WeekBaseline.Reliability;
import org.opennms.plugins.trunkline.traffic.TrafficHistory;

/** Answers operators' questions about baselines and carries out what they ask. Thread-safe. */
final class WeekDesk implements BaselineDesk {
  private static final double WEEK = Duration.ofDays(7).toSeconds();
  // No alarm before a week was seen whole and an hour of it again.
  private static final double UNTIL_ALARMS = Duration.ofDays(8).toSeconds();
  private static final double INSUFFICIENT = 0.7;
  private static final double BUILDING = 0.8;

  private final InterfaceDirectory directory;
  private final BaselineBook book;
  private final HistoryLearner learner;
  private final Supplier<TrafficHistory> history;
  private final Function<OptionalDouble, HistoryReplay> replays;
  private final InstantSource clock;

  /**
   * Wires it.
   *
   * @param replays by false alarms per metric and day; empty for the budget in force
   */
  WeekDesk(
      InterfaceDirectory directory,
      BaselineBook book,
      HistoryLearner learner,
      Supplier<TrafficHistory> history,
      Function<OptionalDouble, HistoryReplay> replays,
      InstantSource clock) {
    this.directory = directory;
    this.book = book;
    this.learner = learner;
    this.history = history;
    this.replays = replays;
    this.clock = clock;
  }

  @Override
  public List<WeekBaseline> weeks(String node, String name) {
    List<WeekBaseline> weeks = new ArrayList<>();
    directory
        .get(node, name)
        .ifPresent(
            of -> {
              for (Metric metric : Metric.values()) {
                for (Direction direction : Direction.values()) {
                  MetricKey key = new MetricKey(of.key(), direction, metric);
                  Optional.ofNullable(book.all().get(key))
                      .ifPresent(b -> weeks.add(week(of, key, b)));
                }
              }
            });
    return weeks;
  }

  private WeekBaseline week(KnownInterface of, MetricKey key, MetricBaseline baseline) {
    ZoneId zone = book.zone(of.device());
    String state = baseline.state().spelling();
    return baseline.read(
        (detector, plain) -> {
          List<WeekBaseline.Slot> slots = new ArrayList<>(WeekCursor.SLOTS);
          for (int slot = 0; slot < WeekCursor.SLOTS; slot++) {
            slots.add(slot(detector, plain, slot));
          }
          Optional<Instant> last =
              detector.last() == Long.MIN_VALUE
                  ? Optional.empty()
                  : Optional.of(Instant.ofEpochSecond(detector.last()));
          return new WeekBaseline(
              of.device().label(),
              key.of(),
              key.direction(),
              key.metric(),
              zone,
              state,
              Math.min(1, detector.learnedSeconds() / UNTIL_ALARMS),
              detector.learnedSeconds() / WEEK,
              last,
              slots);
        });
  }

  private static WeekBaseline.Slot slot(SeriesDetector detector, PlainStatistics plain, int slot) {
    double confidence = detector.confidence(slot);
    return new WeekBaseline.Slot(
        detector.expected(slot),
        detector.lower(slot),
        detector.upper(slot),
        plain.mean(slot),
        plain.deviation(slot),
        plain.minimum(slot),
        plain.maximum(slot),
        plain.samples(slot),
        plain.weeks(slot),
        confidence,
        confidence < INSUFFICIENT
            ? Reliability.INSUFFICIENT
            : confidence < BUILDING ? Reliability.BUILDING : Reliability.RELIABLE);
  }

  @Override
  public void reset(String node, String name) {
    if (!book.forget(known(node, name).key())) {
      throw refused(node + " " + name + " has no baseline", "See opennms-trunkline:baseline.");
    }
  }

  @Override
  public void exclude(String node, String name, Instant from, Instant to) {
    if (!from.isBefore(to)) {
      throw refused("The period is empty", "Give --from before --to.");
    }
    KnownInterface of = known(node, name);
    learner.exclude(of.key(), from, to);
    begin(List.of(of));
  }

  @Override
  public int learn(Optional<InterfaceKey> of) {
    List<KnownInterface> chosen =
        directory.find(InterfaceFilter.ALL).stream()
            .filter(i -> i.monitored() && of.map(k -> k.equals(i.key())).orElse(true))
            .toList();
    if (chosen.isEmpty()) {
      throw refused("No such interface is monitored", "See opennms-trunkline:interfaces.");
    }
    begin(chosen);
    return chosen.size();
  }

  private void begin(List<KnownInterface> of) {
    if (!learner.start(of)) {
      throw refused("Learning is under way already", "Wait until it is done.");
    }
  }

  @Override
  public Learning learning() {
    return learner.learning();
  }

  @Override
  public Replay replay(String node, String name, Trial trial) {
    KnownInterface of = known(node, name);
    Instant now = clock.instant();
    Instant from = now.minus(Duration.ofDays(trial.days()));
    HistoryReplay replay = replays.apply(trial.budget());
    TrafficHistory.Reading reading = history.get().read(of, from.minus(replay.window()), now);
    if (reading instanceof TrafficHistory.Reading.Samples found && !found.samples().isEmpty()) {
      return replay.run(of, found.samples(), from);
    }
    String why =
        reading instanceof TrafficHistory.Reading.Absent absent ? absent.why() : "it is empty";
    throw refused("No history of " + node + " " + name + ": " + why, "See the traffic settings.");
  }

  private KnownInterface known(String node, String name) {
    return directory
        .get(node, name)
        .filter(KnownInterface::monitored)
        .orElseThrow(
            () ->
                refused(
                    node + " " + name + " is no monitored interface",
                    "See opennms-trunkline:interfaces --monitored true."));
  }

  private static OperationException refused(String what, String remedy) {
    return new OperationException(what, remedy, null);
  }
}
