package org.opennms.plugins.trunkline.topology.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FlapDamperTest {
  private static final Duration QUIET = Duration.ofMinutes(10);
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private final FlapDamper<String, Boolean> damper = new FlapDamper<>();

  private Optional<FlapDamper.Change<String, Boolean>> turn(boolean up, int second) {
    return damper.changed("link", !up, up, START.plusSeconds(second), QUIET);
  }

  @Test
  void a_single_change_is_told_at_once_and_once() {
    assertThat(turn(false, 0)).contains(new FlapDamper.Change<>("link", true, false));
    assertThat(turn(false, 1)).isEmpty();
    assertThat(damper.tick(START.plusSeconds(601), QUIET)).isEmpty();
  }

  @Test
  void the_third_loss_within_the_quiet_time_is_silent_and_so_is_what_follows() {
    List<Boolean> told = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      told.add(turn(i % 2 == 1, i * 10).isPresent());
    }
    assertThat(told.subList(0, 4)).containsOnly(true);
    assertThat(told.subList(4, 20)).containsOnly(false);
    assertThat(damper.silenced()).isEqualTo(1);
  }

  @Test
  void what_it_became_is_told_when_it_has_been_steady_if_that_is_news() {
    for (int i = 0; i < 7; i++) {
      turn(i % 2 == 1, i);
    }
    assertThat(damper.tick(START.plusSeconds(600), QUIET)).isEmpty();
    assertThat(damper.tick(START.plusSeconds(607), QUIET))
        .containsExactly(new FlapDamper.Change<>("link", true, false));
    assertThat(damper.silenced()).isZero();
    assertThat(turn(true, 700)).isPresent();
  }

  @Test
  void what_it_became_is_not_told_again_when_it_was_told_before() {
    for (int i = 0; i < 6; i++) {
      turn(i % 2 == 1, i);
    }
    assertThat(damper.tick(START.plusSeconds(700), QUIET)).isEmpty();
    assertThat(damper.isWatched("link")).isFalse();
  }

  @Test
  void slow_changes_are_all_told() {
    for (int i = 0; i < 12; i++) {
      assertThat(turn(i % 2 == 1, i * 300)).isPresent();
    }
  }

  @Test
  void without_a_quiet_time_nothing_is_damped() {
    for (int i = 0; i < 20; i++) {
      boolean up = i % 2 == 1;
      assertThat(damper.changed("link", !up, up, START, Duration.ZERO)).isPresent();
    }
  }

  @Test
  void a_clock_that_was_set_back_does_not_silence_for_ever() {
    for (int i = 0; i < 7; i++) {
      turn(i % 2 == 1, 100_000 + i);
    }
    assertThat(damper.tick(START, QUIET)).hasSize(1);
  }

  @Property
  void whoever_believes_what_is_told_believes_the_truth_once_it_is_steady(
      @ForAll @Size(max = 60) List<@IntRange(max = 400) Integer> pauses) {
    FlapDamper<String, Boolean> any = new FlapDamper<>();
    boolean believed = true;
    boolean up = true;
    Instant now = START;
    for (int pause : pauses) {
      now = now.plusSeconds(pause);
      for (FlapDamper.Change<String, Boolean> change : any.tick(now, QUIET)) {
        assertThat(change.before()).isEqualTo(believed);
        believed = change.now();
      }
      up = !up;
      believed =
          any.changed("link", !up, up, now, QUIET).map(FlapDamper.Change::now).orElse(believed);
    }
    for (FlapDamper.Change<String, Boolean> change : any.tick(now.plus(QUIET), QUIET)) {
      believed = change.now();
    }
    assertThat(believed).isEqualTo(up);
  }
}
