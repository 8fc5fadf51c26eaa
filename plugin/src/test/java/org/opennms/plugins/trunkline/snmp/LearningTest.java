package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the engine learns of a device. */
class LearningTest {
  private static final long SECOND = 1_000_000_000L;

  @Nested
  class OfRepetitions {
    private final Repetitions repetitions = new Repetitions(10);

    @Test
    void it_starts_at_10_and_grows_by_half_to_the_limit() {
      assertThat(repetitions.get(25)).isEqualTo(10);
      for (int expected : new int[] {15, 22, 25, 25}) {
        repetitions.full(repetitions.get(25), 25);
        assertThat(repetitions.get(25)).isEqualTo(expected);
      }
    }

    @Test
    void it_never_asks_for_more_than_the_caller_allows() {
      assertThat(repetitions.get(3)).isEqualTo(3);
    }

    @Test
    void a_short_request_says_nothing_of_long_ones() {
      repetitions.full(2, 25);

      assertThat(repetitions.get(25)).isEqualTo(10);
    }

    @Test
    void a_failure_halves_and_what_failed_is_not_tried_soon() {
      repetitions.full(10, 25);
      assertThat(repetitions.failed(15)).isTrue();
      assertThat(repetitions.get(25)).isEqualTo(7);

      for (int i = 0; i < 50; i++) {
        repetitions.full(repetitions.get(25), 25);
      }
      assertThat(repetitions.get(25)).isEqualTo(14);

      for (int i = 0; i < 60; i++) {
        repetitions.full(repetitions.get(25), 25);
      }
      assertThat(repetitions.get(25)).isEqualTo(25);
    }

    @Test
    void below_one_there_is_nothing_to_lower() {
      for (int i = 0; i < 5; i++) {
        repetitions.failed(repetitions.get(25));
      }

      assertThat(repetitions.get(25)).isEqualTo(1);
      assertThat(repetitions.failed(1)).isFalse();
    }

    @Property(tries = 200)
    void it_stays_between_one_and_the_limit(@ForAll boolean[] answers) {
      Repetitions any = new Repetitions(10);
      for (boolean good : answers) {
        int asked = any.get(25);
        if (good) {
          any.full(asked, 25);
        } else {
          any.failed(asked);
        }
        assertThat(any.get(25)).isBetween(1, 25);
      }
    }
  }

  @Nested
  class OfRoundTrips {
    @Test
    void the_first_sample_counts_fully_and_later_ones_by_an_eighth() {
      RoundTrip roundTrip = new RoundTrip();
      assertThat(roundTrip.known()).isFalse();

      roundTrip.sample(80);
      roundTrip.sample(160);

      assertThat(roundTrip.nanos()).isEqualTo(90);
    }

    @Test
    void patience_doubles_with_every_loss_until_an_answer_is_certain() {
      RoundTrip roundTrip = new RoundTrip();
      roundTrip.sample(1_000);

      for (int i = 0; i < 10; i++) {
        roundTrip.overdue();
      }
      assertThat(roundTrip.overdueAfter()).isEqualTo(64 * 50_000_000L);

      roundTrip.sample(1_000);
      assertThat(roundTrip.overdueAfter()).isEqualTo(50_000_000L);
    }

    @Test
    void a_device_slows_down_when_answers_take_four_times_as_long_as_the_quickest() {
      RoundTrip roundTrip = new RoundTrip();
      roundTrip.sample(10_000_000);
      assertThat(roundTrip.slowing()).isFalse();

      for (int i = 0; i < 30; i++) {
        roundTrip.sample(200_000_000);
      }

      assertThat(roundTrip.slowing()).isTrue();
    }

    @Test
    void an_answer_is_overdue_only_well_after_the_usual_time() {
      RoundTrip near = new RoundTrip();
      near.sample(1_000);
      RoundTrip far = new RoundTrip();
      for (int i = 0; i < 50; i++) {
        far.sample(SECOND);
      }

      assertThat(near.overdueAfter()).isEqualTo(50_000_000L);
      assertThat(far.overdueAfter()).isBetween(2 * SECOND, 2 * SECOND + SECOND / 2);
    }
  }

  @Nested
  class OfLoad {
    private final Window window = new Window();

    private void answered(int times) {
      for (int i = 0; i < times; i++) {
        window.answered(window.learned(), 64, false);
      }
    }

    @Test
    void it_begins_with_one_request_and_grows_with_every_prompt_answer() {
      assertThat(window.get(4)).isEqualTo(1);

      answered(10);

      assertThat(window.learned()).isEqualTo(11);
      assertThat(window.get(4)).isEqualTo(4);
    }

    @Test
    void what_was_not_used_is_not_believed() {
      answered(3);

      for (int i = 0; i < 100; i++) {
        window.answered(2, 64, false);
      }

      assertThat(window.learned()).isEqualTo(4);
    }

    @Test
    void it_never_grows_beyond_what_the_policy_lets_it_try() {
      for (int i = 0; i < 50; i++) {
        window.answered(window.learned(), 4, false);
      }

      assertThat(window.learned()).isEqualTo(4);
    }

    @Test
    void a_loss_halves_it_and_then_it_grows_by_one_a_round() {
      answered(15);

      window.lost();
      assertThat(window.learned()).isEqualTo(8);
      answered(7);
      assertThat(window.learned()).isEqualTo(8);
      answered(1);
      assertThat(window.learned()).isEqualTo(9);
    }

    @Test
    void a_device_that_slows_down_gets_fewer() {
      answered(7);

      for (int i = 0; i < 200; i++) {
        window.answered(window.learned(), 64, true);
      }

      assertThat(window.learned()).isEqualTo(1);
    }

    @Test
    void a_silent_device_begins_anew() {
      answered(9);

      window.silent();

      assertThat(window.learned()).isEqualTo(1);
    }
  }

  @Nested
  class OfSilence {
    private final CircuitBreaker breaker = new CircuitBreaker();

    private void silent(int times, long now) {
      for (int i = 0; i < times; i++) {
        breaker.silent(now);
      }
    }

    @Test
    void two_silences_are_borne_and_the_third_opens_for_half_a_minute() {
      silent(2, 0);
      assertThat(breaker.refusesFor(0)).isZero();

      silent(1, 0);

      assertThat(breaker.open()).isTrue();
      assertThat(breaker.refusesFor(10 * SECOND)).isEqualTo(20 * SECOND);
      assertThat(breaker.refusesFor(30 * SECOND)).isZero();
    }

    @Test
    void an_answer_closes_it_and_forgets_everything() {
      silent(3, 0);

      breaker.answered();
      silent(2, SECOND);

      assertThat(breaker.open()).isFalse();
      assertThat(breaker.refusesFor(SECOND)).isZero();
    }

    @Test
    void each_silence_after_the_pause_doubles_it_up_to_ten_minutes() {
      silent(3, 0);
      long now = 30 * SECOND;
      for (long pause : new long[] {60, 120, 240, 480, 600, 600}) {
        silent(1, now);
        assertThat(breaker.refusesFor(now)).isEqualTo(pause * SECOND);
        now += pause * SECOND;
      }
    }

    @Test
    void requests_that_were_under_way_when_it_opened_do_not_lengthen_the_pause() {
      silent(3, 0);

      silent(4, SECOND);

      assertThat(breaker.refusesFor(SECOND)).isEqualTo(29 * SECOND);
    }
  }

  @Nested
  class OfRemoteClocks {
    private final UsmClock clock = new UsmClock();

    @Test
    void the_remote_time_goes_on_between_messages() {
      clock.guess(1, 100, 0);

      assertThat(clock.time(5 * SECOND)).isEqualTo(105);
    }

    @Test
    void a_message_up_to_150_seconds_old_is_in_the_window() {
      clock.accept(1, 1_000, 0);

      assertThat(clock.accept(1, 850, 0)).isTrue();
      assertThat(clock.accept(1, 849, 0)).isFalse();
      assertThat(clock.accept(0, 5_000, 0)).isFalse();
    }

    @Test
    void more_boots_and_later_times_are_learned() {
      clock.accept(1, 1_000, 0);

      assertThat(clock.accept(2, 5, 0)).isTrue();
      assertThat(clock.boots()).isEqualTo(2);
      assertThat(clock.time(0)).isEqualTo(5);
    }

    @Test
    void boots_at_their_end_are_never_in_the_window() {
      assertThat(clock.accept(Integer.MAX_VALUE, 1, 0)).isFalse();
    }
  }
}
