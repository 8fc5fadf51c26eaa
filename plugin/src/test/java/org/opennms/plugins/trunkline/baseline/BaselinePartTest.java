package org.opennms.plugins.trunkline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.baseline.series.DetectorSettings;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.operations.Anomaly;
import org.opennms.plugins.trunkline.operations.BaselineDesk;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.WeekBaseline;

/** From samples to episodes, through store, history and the operators' desk. */
class BaselinePartTest extends BaselineScenes {
  @Test
  void a_drop_is_told_with_what_an_operator_wants_to_know_and_its_end_too() {
    pass(29);
    live(3 * 12, 0.1);
    live(3 * 12, 1);

    assertThat(events).hasAtLeastOneElementOfType(AnomalyEvent.Deviates.class);
    AnomalyEvent.Deviates told = (AnomalyEvent.Deviates) first(AnomalyEvent.Deviates.class);
    assertThat(told.anomaly().rise()).isFalse();
    assertThat(told.anomaly().severity()).isEqualTo(Anomaly.Severity.CRITICAL);
    assertThat(told.anomaly().message())
        .startsWith("traffic drop on sw1 Gi0/1")
        .contains("Mbit/s", "expected", "confidence", "day 0");
    assertThat(events).hasAtLeastOneElementOfType(AnomalyEvent.Ended.class);
    assertThat(part.board().since(START)).isNotEmpty();
    assertThat(part.board().rate().alarmedPerDay()).isPositive();
  }

  @Test
  void a_shorter_calm_ends_an_episode_sooner() {
    pass(29);
    live(1, 0.1);
    live(5, 1);
    assertThat(events).isNotEmpty().noneMatch(AnomalyEvent.Ended.class::isInstance);

    calm = Duration.ofMinutes(10);
    live(1, 1);
    assertThat(events).anyMatch(AnomalyEvent.Ended.class::isInstance);
  }

  @Test
  void nothing_is_told_in_the_first_week_however_odd() {
    pass(5);
    live(12, 20);

    assertThat(events).isEmpty();
  }

  @Test
  void samples_without_rates_are_neither_judged_nor_learned() {
    pass(2);
    WeekBaseline before = week();

    part.samples().sample(PORT, sample(now, Double.NaN, TrafficQuality.RESET));

    assertThat(week().state()).isEqualTo("discontinuity");
    assertThat(week().last()).isEqualTo(before.last());
  }

  @Test
  void what_was_learned_is_there_after_a_restart() {
    part.tick();
    pass(9);
    WeekBaseline before = week();
    part.close();

    part = part();
    part.tick();

    assertThat(documents.values()).hasSize(1).allMatch(d -> d.length() <= 24 * 1024);
    assertThat(week().slots().get(10).samples()).isEqualTo(before.slots().get(10).samples());
    assertThat(week().slots().get(10).mean())
        .isCloseTo(before.slots().get(10).mean(), withPercentage(1));
  }

  @Test
  void damaged_documents_are_counted_and_learned_anew() {
    part.tick();
    pass(2, 2);
    part.close();
    List<String> keys = List.copyOf(documents.keySet());
    documents.compute(keys.get(0), (k, d) -> d.substring(0, d.length() / 2));
    documents.compute(keys.get(1), (k, d) -> d.replace("\"v\":2", "\"v\":9"));
    documents.put("baseline/garbage", "{}");

    part = part();
    part.tick();

    assertThat(part.words()).contains("3 stored ones unreadable");
  }

  @Test
  void each_byte_that_is_flipped_is_noticed() {
    part.tick();
    pass(1);
    part.close();
    String document = documents.values().iterator().next();
    for (int i = 0; i < document.length(); i += 7) {
      StringBuilder damaged = new StringBuilder(document);
      damaged.setCharAt(i, damaged.charAt(i) == 'A' ? 'B' : 'A');
      // The last bits of Base64 may mean nothing: then all is as it was.
      BaselineCodec.decode(damaged.toString(), this::empty)
          .ifPresent(kept -> assertThat(BaselineCodec.encode(kept)).isEqualTo(document));
    }
  }

  private MetricBaseline empty() {
    return new MetricBaseline(DetectorSettings.standard(), 2);
  }

  @Test
  void history_teaches_weeks_within_a_moment() {
    for (int i = 0; i < 21 * 24; i++) {
      Instant end = START.plusSeconds(3600L * (i + 1));
      history.add(sampleOf(end.minusSeconds(3600), end, usual(end.minusSeconds(1800)), true));
    }
    now = START.plus(Duration.ofDays(21));
    for (int i = 0; i < 7 * 288; i++) {
      now = now.plusSeconds(STEP);
      history.add(sample(now, noisy(usual(now)), TrafficQuality.GOOD));
    }

    assertThat(part.desk().learn(Optional.of(PORT.key()))).isEqualTo(1);
    Awaitility.await().until(() -> !part.desk().learning().running());

    BaselineDesk.Learning learning = part.desk().learning();
    assertThat(learning.done()).isEqualTo(1);
    assertThat(week().weeks()).isBetween(3.9, 4.1);
    assertThat(week().slots().get(30).confidence()).isGreaterThan(0.5);
  }

  @Test
  void an_excluded_period_is_left_out_of_what_is_learned_anew() {
    pass(4);
    live(288, 0.1);
    double spoiled = week().slots().get(4 * 24 + 12).mean();
    part.desk()
        .exclude("sw1", "Gi0/1", START.plus(Duration.ofDays(4)), START.plus(Duration.ofDays(5)));
    Awaitility.await().until(() -> !part.desk().learning().running());

    assertThat(spoiled).isPositive();
    assertThat(week().slots().get(4 * 24 + 12).samples()).isZero();
  }

  @Test
  void a_replay_says_what_would_have_been_and_changes_nothing() {
    pass(29);
    live(24, 0.1);
    live(24, 1);
    int before = events.size();

    BaselineDesk.Replay replay =
        part.desk().replay("sw1", "Gi0/1", new BaselineDesk.Trial(1, OptionalDouble.of(0.1)));

    assertThat(replay.anomalies()).isNotEmpty();
    assertThat(replay.samples()).isBetween(280, 290);
    assertThat(events).hasSize(before);
  }

  @Test
  void a_replay_goes_by_the_limits_and_the_calendar_in_force() {
    pass(29);
    live(24, 0.1);
    live(24, 1);
    BaselineDesk.Trial trial = new BaselineDesk.Trial(1, OptionalDouble.of(0.1));
    assertThat(part.desk().replay("sw1", "Gi0/1", trial).anomalies()).anyMatch(a -> a.alarmed());

    limits =
        new RoleLimits(
            Map.of(
                InterfaceRole.TRUNK,
                new RoleLimits.Limit(0.2, 100_000, 50, RoleLimits.Direction.RISE)));
    assertThat(part.desk().replay("sw1", "Gi0/1", trial).anomalies())
        .isNotEmpty()
        .noneMatch(a -> a.alarmed() && a.value() < a.expected());

    limits = RoleLimits.STANDARD;
    calendar = work(now.minus(Duration.ofHours(5)), now);
    assertThat(part.desk().replay("sw1", "Gi0/1", trial).anomalies()).isEmpty();
  }

  @Test
  void a_replay_finds_what_the_dry_run_of_rules_is_told() {
    pass(29);
    live(24, 0.1);
    live(24, 1);
    Instant from = now.minus(Duration.ofDays(1));
    List<AnomalyEvent> told = new ArrayList<>();
    Consumer<TrafficSample> judge =
        part.replay()
            .begin(PORT, history.stream().filter(s -> s.end().isBefore(from)).toList(), told::add);
    history.stream().filter(s -> !s.end().isBefore(from)).forEach(judge);

    BaselineDesk.Replay replay =
        part.desk().replay("sw1", "Gi0/1", new BaselineDesk.Trial(1, OptionalDouble.empty()));

    assertThat(told).isNotEmpty();
    assertThat(replay.anomalies().stream().filter(Anomaly::alarmed).map(Anomaly::start).distinct())
        .containsExactlyInAnyOrderElementsOf(
            told.stream()
                .filter(AnomalyEvent.Deviates.class::isInstance)
                .map(e -> ((AnomalyEvent.Deviates) e).anomaly().start())
                .distinct()
                .toList());
  }

  @Test
  void a_replay_learns_nothing_of_what_was_excluded() {
    pass(29);
    live(24, 0.1);
    BaselineDesk.Trial trial = new BaselineDesk.Trial(1, OptionalDouble.of(0.1));
    assertThat(part.desk().replay("sw1", "Gi0/1", trial).anomalies()).isNotEmpty();

    part.desk().exclude("sw1", "Gi0/1", START, now.minus(Duration.ofDays(1)));
    Awaitility.await().until(() -> !part.desk().learning().running());

    assertThat(part.desk().replay("sw1", "Gi0/1", trial).anomalies()).isEmpty();
  }

  @Test
  void a_reset_forgets_and_refuses_what_it_does_not_know() {
    pass(1);
    part.desk().reset("sw1", "Gi0/1");

    assertThat(part.desk().weeks("sw1", "Gi0/1")).isEmpty();
    assertThatThrownBy(() -> part.desk().reset("sw1", "Gi0/9"))
        .isInstanceOf(OperationException.class);
  }
}
