package org.opennms.plugins.trunkline.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.operations.Anomaly;

/** Episodes that are under way when the process ends. */
class EpisodeRestartTest extends BaselineScenes {
  private void begin() {
    part.tick();
    pass(29);
    part.tick();
    live(6, 0.1);
    part.tick();
    assertThat(events).anyMatch(AnomalyEvent.Deviates.class::isInstance);
    events.clear();
  }

  // No stop: only what was written is there.
  private void kill() {
    part = part();
    part.tick();
  }

  private List<Anomaly> underWay() {
    return part.board().since(Instant.MAX);
  }

  private long ended() {
    return events.stream().filter(AnomalyEvent.Ended.class::isInstance).count();
  }

  @Test
  void what_was_told_before_a_kill_is_told_again_as_it_was_as_soon_as_it_is_seen_to_last() {
    begin();
    List<Anomaly> before = underWay();
    kill();
    assertThat(underWay()).isEqualTo(before);

    live(1, 0.1);

    assertThat(events)
        .filteredOn(AnomalyEvent.Deviates.class::isInstance)
        .extracting(e -> ((AnomalyEvent.Deviates) e).anomaly())
        .contains(before.get(0));
    assertThat(week().state()).isEqualTo("anomalous");
    assertThat(part.board().rate().alarmedPerDay()).isZero();
  }

  @Test
  void what_ended_while_the_process_was_down_is_not_told_again() {
    begin();
    kill();
    live(12, 1.0);
    assertThat(events).noneMatch(AnomalyEvent.Deviates.class::isInstance);
    assertThat(ended()).isPositive();
  }

  @Test
  void it_lasts_as_long_as_the_deviation_and_half_an_hour_of_calm_ends_it() {
    begin();
    kill();
    live(4 * 12, 0.1);
    assertThat(ended()).isZero();

    int calm = 0;
    while (!underWay().isEmpty() && calm < 36) {
      live(1, 1);
      calm++;
    }

    assertThat(calm).isBetween(6, 30);
    assertThat(ended()).isEqualTo(2);
  }

  @Test
  void what_nobody_saw_while_the_process_was_down_was_no_calm() {
    begin();
    now = now.plus(Duration.ofHours(3));
    kill();

    live(5, 1);
    assertThat(ended()).isZero();
    live(12, 1);
    assertThat(ended()).isEqualTo(2);
  }

  @Test
  void what_was_over_before_a_kill_is_not_told_again() {
    begin();
    while (ended() < 2) {
      live(1, 1);
      part.tick();
    }
    kill();
    events.clear();

    live(3, 1);
    assertThat(events).isEmpty();
  }

  @Test
  void it_goes_on_when_its_baseline_is_learned_anew_from_history() {
    begin();
    List<Anomaly> before = underWay();
    part.desk().learn(Optional.of(PORT.key()));
    Awaitility.await().until(() -> !part.desk().learning().running());
    live(6, 0.1);

    assertThat(ended()).isZero();
    assertThat(underWay()).extracting(Anomaly::start).containsOnly(before.get(0).start());
    live(30, 1);
    assertThat(ended()).isEqualTo(2);
  }

  @Test
  void it_ends_with_the_next_sample_when_its_baseline_was_reset() {
    begin();
    part.desk().reset("sw1", "Gi0/1");
    live(1, 0.1);

    assertThat(ended()).isEqualTo(2);
    assertThat(underWay()).isEmpty();
  }
}
