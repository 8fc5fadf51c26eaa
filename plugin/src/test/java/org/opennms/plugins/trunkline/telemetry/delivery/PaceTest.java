package org.opennms.plugins.trunkline.telemetry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Instant BEGIN = Instant.parse("2026-11-20T08:00:00Z");

  /** A receiver may count in any second; whichever it takes, the limit holds. */
  @Property(tries = 50)
  void in_no_second_whatever_is_more_sent_than_the_rate_and_a_tenth(
      @ForAll @IntRange(min = 10, max = 500) int rate, @ForAll long seed) {
    Pace pace = new Pace(rate);
    Random chance = new Random(seed);
    Deque<Instant> last = new ArrayDeque<>();
    Instant now = BEGIN;
    for (int i = 0; i < 5000; i++) {
      now = now.plusNanos(chance.nextInt(20) == 0 ? 800_000_000 : chance.nextInt(3_000_000));
      if (pace.take(now)) {
        last.addLast(now);
      }
      while (!last.isEmpty() && last.getFirst().isBefore(now.minusSeconds(1).plusNanos(1))) {
        last.removeFirst();
      }
      assertThat(last.size()).isLessThanOrEqualTo(rate + rate / 10 + 1);
    }
  }

  @Test
  void the_default_stays_below_what_the_known_receiver_refuses() {
    Pace pace = new Pace(90);
    int sent = 0;
    for (int millis = 0; millis < 1000; millis++) {
      while (pace.take(BEGIN.plusMillis(millis))) {
        sent++;
      }
    }
    assertThat(sent).isBetween(85, 99);
  }

  @Test
  void without_a_limit_everything_goes() {
    Pace pace = new Pace(0);
    for (int i = 0; i < 1000; i++) {
      assertThat(pace.take(BEGIN)).isTrue();
    }
  }

  @Test
  void a_clock_that_goes_back_stops_nothing_for_longer_than_it_went() {
    Pace pace = new Pace(10);
    assertThat(pace.take(BEGIN)).isTrue();
    Instant back = BEGIN.minusSeconds(5);
    assertThat(pace.take(back.plus(Duration.ofSeconds(6)))).isTrue();
  }

  @Test
  void the_rate_is_that_of_the_last_minute_or_of_what_there_is_of_it() {
    Rate rate = new Rate();
    for (int second = 0; second < 10; second++) {
      rate.count(BEGIN.plusSeconds(second));
      rate.count(BEGIN.plusSeconds(second));
    }
    assertThat(rate.perSecond(BEGIN.plusSeconds(9))).isEqualTo(2.0);
    assertThat(rate.perSecond(BEGIN.plusSeconds(300))).isZero();
  }

  @Test
  void pauses_double_with_jitter_up_to_a_minute_and_begin_anew_after_a_success() {
    Backoff backoff = new Backoff(new Random(1));
    long most = 500;
    for (int failure = 0; failure < 12; failure++) {
      long millis = backoff.next(Duration.ZERO).toMillis();
      assertThat(millis).isBetween(most / 2, most);
      most = Math.min(60_000, most * 2);
    }
    backoff.reset();
    assertThat(backoff.next(Duration.ZERO).toMillis()).isLessThanOrEqualTo(500);
  }

  @Test
  void a_pause_is_never_shorter_than_the_other_end_asked_for() {
    Backoff backoff = new Backoff(new Random(1));
    assertThat(backoff.next(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(3));
    assertThat(backoff.next(Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void senders_that_failed_together_do_not_return_together() {
    long distinct =
        java.util.stream.LongStream.range(0, 50)
            .map(seed -> new Backoff(new Random(seed * 7919)).next(Duration.ZERO).toMillis())
            .distinct()
            .count();
    assertThat(distinct).isGreaterThan(25);
  }
}
