package org.opennms.plugins.trunkline.alert;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.alert.rule.AlertRule;
import org.opennms.plugins.trunkline.alert.rule.AlertRules;
import org.opennms.plugins.trunkline.baseline.AnomalyReplay;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.Problem;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.operations.AlertRuleTrial;
import org.opennms.plugins.trunkline.traffic.TrafficHistory;

/** Runs rules over what was measured, one interface after another, with an engine of its own. */
public final class AlertRehearsal implements AlertRuleTrial {
  private static final int NOISIEST = 20;

  private final Function<Path, ConfigReading<AlertRules>> reader;
  private final TrafficHistory history;
  private final Supplier<List<KnownInterface>> monitored;
  private final Baselines baselines;
  private final InstantSource clock;

  /** What rests on learned baselines. */
  public interface Baselines {
    /** A run of its own; empty where nothing is learned. */
    Optional<AnomalyReplay> replay();

    /** How long traffic must be as usual until an anomaly is over. */
    Duration calm();
  }

  /**
   * Wires it.
   *
   * @param reader reads a file without putting it in force
   * @param monitored the interfaces to try it on
   */
  public AlertRehearsal(
      Function<Path, ConfigReading<AlertRules>> reader,
      TrafficHistory history,
      Supplier<List<KnownInterface>> monitored,
      Baselines baselines,
      InstantSource clock) {
    this.reader = reader;
    this.history = history;
    this.monitored = monitored;
    this.baselines = baselines;
    this.clock = clock;
  }

  @Override
  public Report check(Path file, int days) {
    ConfigReading<AlertRules> reading = reader.apply(file);
    if (reading.value().isEmpty() || !reading.problems().isEmpty()) {
      return Report.refused(reading.problems().stream().map(Problem::toString).toList());
    }
    AlertRules rules = reading.value().get();
    Instant now = clock.instant();
    Instant from = now.minus(Duration.ofDays(days));
    boolean learns = rules.all().stream().anyMatch(r -> r.kind().isLearned());
    Optional<AnomalyReplay> replay = learns ? baselines.replay() : Optional.empty();
    Count count = new Count(rules, replay, baselines.calm(), from);
    Instant first = replay.map(r -> from.minus(r.window())).orElse(from);
    history.readAll(monitored.get(), first, now, count::take);
    return count.report();
  }

  private record Place(String rule, String where) {}

  private static final class Count {
    private final AlertRules rules;
    private final AlertRules tried;
    private final Optional<AnomalyReplay> replay;
    private final Duration calm;
    private final Instant from;
    private final Map<String, Integer> perDay = new TreeMap<>();
    private final Map<Place, Integer> noise = new HashMap<>();
    private int interfaces;
    private int without;

    Count(AlertRules rules, Optional<AnomalyReplay> replay, Duration calm, Instant from) {
      this.rules = rules;
      this.replay = replay;
      this.calm = calm;
      this.from = from;
      tried =
          new AlertRules(
              rules.all().stream()
                  .filter(r -> r.kind().isShare() || (replay.isPresent() && r.kind().isLearned()))
                  .toList(),
              rules.maintenance());
    }

    void take(KnownInterface of, TrafficHistory.Reading reading) {
      if (reading instanceof TrafficHistory.Reading.Samples told
          && told.samples().stream().anyMatch(s -> !s.end().isBefore(from))) {
        interfaces++;
        replay(of, told.samples());
      } else {
        without++;
      }
    }

    private void replay(KnownInterface of, List<TrafficSample> samples) {
      List<Reading> news = new ArrayList<>();
      AnomalyReadings found = new AnomalyReadings(news::add);
      AlertEngine engine =
          new AlertEngine(
              new Alone(of, calm, found::deviates),
              new SeenUp(key -> true),
              tried,
              new Shadow(from, Duration.ZERO, Optional.empty()),
              this::changed);
      List<TrafficSample> before = samples.stream().filter(s -> s.end().isBefore(from)).toList();
      Consumer<TrafficSample> judge = replay.map(r -> r.begin(of, before, found)).orElse(s -> {});
      for (TrafficSample sample : samples.subList(before.size(), samples.size())) {
        engine.accept(new Reading.Traffic(of, sample), sample.end());
        judge.accept(sample);
        news.forEach(r -> engine.accept(r, sample.end()));
        news.clear();
        engine.tick(sample.end());
      }
    }

    private void changed(Alert alert) {
      boolean begins = alert.isOpen() && alert.timeline().size() == 1;
      if (begins) {
        perDay.merge(
            LocalDate.ofInstant(alert.openedAt(), ZoneOffset.UTC).toString(), 1, Integer::sum);
        noise.merge(new Place(alert.rule(), alert.place().words()), 1, Integer::sum);
      }
    }

    Report report() {
      List<Noise> noisiest = new ArrayList<>();
      noise.entrySet().stream()
          .sorted(
              Map.Entry.<Place, Integer>comparingByValue()
                  .reversed()
                  .thenComparing(e -> e.getKey().rule() + e.getKey().where()))
          .limit(NOISIEST)
          .forEach(
              e -> noisiest.add(new Noise(e.getKey().rule(), e.getKey().where(), e.getValue())));
      return new Report(
          List.of(),
          rules.all().size(),
          interfaces,
          without,
          tried.all().stream().map(AlertRule::name).toList(),
          perDay,
          noisiest);
    }
  }
}
