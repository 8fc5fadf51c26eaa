package org.opennms.plugins.trunkline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.alert.rule.AlertRuleFile;
import org.opennms.plugins.trunkline.alert.rule.AlertRules;
import org.opennms.plugins.trunkline.baseline.AnomalyReplay;
import org.opennms.plugins.trunkline.baseline.BaselinePart;
import org.opennms.plugins.trunkline.baseline.BaselineSettings;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.Problem;
import org.opennms.plugins.trunkline.inventory.MemoryStore;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficRates;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.operations.AlertRuleTrial;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;
import org.opennms.plugins.trunkline.traffic.TrafficHistory;

/** What rules would have raised, by what was measured. */
class AlertRehearsalTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Path FILE = Path.of("alerts.yaml");
  private static final int STEP = 300;

  private final Net net = new Net();
  private final KnownInterface port =
      net.port(net.device(1, "edge-1", "Default"), 1, InterfaceRole.ISP_UPLINK, true);

  @Test
  void rules_are_tried_day_by_day_and_the_noisiest_come_first() {
    // Four busy hours in the last day, each alone.
    AlertRuleTrial.Report report =
        trial(new Measured(port, 1, hour -> hour % 6 < 1 ? 9e8 : 1e8), learning(false))
            .check(FILE, 1);
    assertThat(report.interfaces()).isEqualTo(1);
    assertThat(report.tried()).containsExactly("utilization", "errors", "discards");
    assertThat(raised(report)).isEqualTo(4);
    assertThat(report.noisiest())
        .containsExactly(
            new AlertRuleTrial.Noise("utilization", "edge-1 Gi0/1 (to somewhere 1)", 4));
  }

  @Test
  void anomalies_are_found_by_what_was_learned_from_the_weeks_before() {
    // Two hours without traffic, 30 and 100 hours ago, after four weeks that were all alike.
    AlertRuleTrial.Report report =
        trial(
                new Measured(port, 35, ago -> within(ago, 30) || within(ago, 100) ? 0 : usual(ago)),
                learning(true))
            .check(FILE, 7);
    assertThat(report.tried()).contains("traffic-anomaly", "level-shift");
    assertThat(report.noisiest())
        .extracting(AlertRuleTrial.Noise::rule)
        .containsExactly("traffic-anomaly");
    assertThat(raised(report)).isEqualTo(2);
    assertThat(report.perDay()).containsOnlyKeys("2026-02-26", "2026-03-01");
  }

  @Test
  void what_happened_before_the_days_asked_for_is_only_learned_from() {
    Measured history = new Measured(port, 35, ago -> within(ago, 100) ? 0 : usual(ago));
    assertThat(raised(trial(history, learning(true)).check(FILE, 3))).isZero();
  }

  @Test
  void without_baselines_anomalies_are_not_tried() {
    Measured history = new Measured(port, 35, ago -> within(ago, 30) ? 0 : usual(ago));
    AlertRuleTrial.Report report = trial(history, learning(false)).check(FILE, 7);
    assertThat(report.tried()).doesNotContain("traffic-anomaly");
    assertThat(raised(report)).isZero();
  }

  @Test
  void a_file_with_problems_is_not_tried() {
    Problem problem = new Problem("alerts.yaml", 3, "rules[0].kind", "is missing", "Write one.");
    AlertRehearsal trial =
        new AlertRehearsal(
            file -> new ConfigReading<>(Optional.empty(), List.of(problem), List.of()),
            new Measured(port, 1, hour -> 0),
            List::of,
            learning(false),
            () -> NOW);
    assertThat(trial.check(FILE, 1).problems())
        .containsExactly("alerts.yaml:3: rules[0].kind: is missing. Write one.");
  }

  private AlertRehearsal trial(TrafficHistory history, AlertRehearsal.Baselines baselines) {
    AlertRules shipped = AlertRuleFile.shipped();
    return new AlertRehearsal(
        file -> new ConfigReading<>(Optional.of(shipped), List.of(), List.of()),
        history,
        () -> List.of(port),
        baselines,
        () -> NOW);
  }

  private static int raised(AlertRuleTrial.Report report) {
    return report.perDay().values().stream().mapToInt(i -> i).sum();
  }

  private static boolean within(double hoursAgo, double hours) {
    return hoursAgo <= hours && hoursAgo > hours - 2;
  }

  private static double usual(double hoursAgo) {
    return 3e8 * (1.2 + Math.sin(hoursAgo / 24 * 2 * Math.PI));
  }

  private static AlertRehearsal.Baselines learning(boolean on) {
    BaselinePart part =
        new BaselinePart(
            new BaselinePart.Needs(
                new Nobody(),
                () -> {
                  throw new AssertionError("only what is handed over is replayed");
                },
                context -> new MemoryStore()),
            () -> BaselineSettings.standard(ZoneOffset.UTC),
            () -> NOW,
            Thread::new);
    return new AlertRehearsal.Baselines() {
      @Override
      public Optional<AnomalyReplay> replay() {
        return on ? Optional.of(part.replay()) : Optional.empty();
      }

      @Override
      public Duration calm() {
        return Duration.ofMinutes(30);
      }
    };
  }

  /** No interface at all. */
  private static final class Nobody implements InterfaceDirectory {
    @Override
    public List<KnownInterface> find(InterfaceFilter filter) {
      return List.of();
    }

    @Override
    public Optional<KnownInterface> get(String node, String name) {
      return Optional.empty();
    }

    @Override
    public List<String> nodeLabels() {
      return List.of();
    }

    @Override
    public Summary summary() {
      throw new UnsupportedOperationException();
    }
  }

  /**
   * Five-minute samples of the last days.
   *
   * @param bits bit/s so many hours ago
   */
  private record Measured(KnownInterface of, int days, DoubleUnaryOperator bits)
      implements TrafficHistory {
    @Override
    public TrafficHistory.Reading read(KnownInterface wanted, Instant from, Instant to) {
      List<TrafficSample> samples = new ArrayList<>();
      Random random = new Random(7);
      for (Instant start = NOW.minus(Duration.ofDays(days));
          start.isBefore(NOW);
          start = start.plusSeconds(STEP)) {
        double usual = bits.applyAsDouble(Duration.between(start, NOW).toSeconds() / 3600.0);
        double value = usual * (1 + 0.03 * random.nextGaussian());
        if (!start.isBefore(from) && start.isBefore(to)) {
          samples.add(sample(start, new TrafficRates(value, value / 8000, 0, 0, value / 1e9)));
        }
      }
      return new TrafficHistory.Reading.Samples(samples);
    }

    private static TrafficSample sample(Instant start, TrafficRates rates) {
      return new TrafficSample(
          start,
          start.plusSeconds(STEP),
          rates,
          rates,
          AdminStatus.UP,
          OperStatus.UP,
          TrafficQuality.GOOD,
          false);
    }

    @Override
    public void readAll(List<KnownInterface> all, Instant from, Instant to, Receiver receiver) {
      all.forEach(each -> receiver.history(each, read(each, from, to)));
    }
  }
}
