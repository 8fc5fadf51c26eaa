package org.opennms.plugins.trunkline.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.operations.Anomaly;
import org.opennms.plugins.trunkline.traffic.Ports;

/** Interfaces that go, clocks that err, history that says nothing. */
class OddCasesTest extends BaselineScenes {
  private List<Anomaly> underWay() {
    return part.board().since(Instant.MAX);
  }

  @Test
  void history_without_a_single_value_counts_as_none() {
    for (int i = 0; i < 288; i++) {
      now = now.plusSeconds(STEP);
      history.add(sample(now, Double.NaN, TrafficQuality.GAP));
    }
    part.desk().learn(Optional.of(PORT.key()));
    Awaitility.await().until(() -> !part.desk().learning().running());

    assertThat(part.desk().learning().absent()).isEqualTo(1);
    assertThat(part.desk().learning().done()).isZero();
    assertThat(part.desk().learning().message())
        .startsWith("done; without history is sw1 Gi0/1, as nothing");
    assertThat(part.desk().weeks("sw1", "Gi0/1")).isEmpty();
  }

  @Test
  void an_episode_of_an_interface_that_is_gone_ends_and_its_baseline_waits_four_weeks() {
    part.tick();
    pass(29);
    live(12, 0.1);
    assertThat(underWay()).isNotEmpty();

    there = List.of(Ports.port(PORT.device(), 2, true));
    part.learnMissing();
    assertThat(underWay()).isEmpty();
    assertThat(part.board().since(START)).isNotEmpty();
    assertThat(part.board().rate().metrics()).isPositive();

    now = now.plus(Duration.ofDays(29));
    part.learnMissing();
    part.tick();
    assertThat(part.board().rate().metrics()).isZero();
    assertThat(documents.keySet()).noneMatch(k -> k.endsWith("|Gi0/1"));
  }

  @Test
  void an_inventory_that_is_not_known_yet_ends_nothing() {
    part.tick();
    pass(29);
    live(12, 0.1);
    there = List.of();
    part.learnMissing();

    assertThat(underWay()).isNotEmpty();
  }

  @Test
  void a_clock_that_was_years_ahead_for_a_while_stops_nothing() {
    pass(29);
    Instant right = now;
    now = now.plus(Duration.ofDays(4000));
    live(3, 1);
    now = right;
    live(12, 1);

    assertThat(week().last()).contains(now);
    live(2 * 288, 1);
    events.clear();
    live(24, 0.1);
    assertThat(events).anyMatch(AnomalyEvent.Deviates.class::isInstance);
  }
}
