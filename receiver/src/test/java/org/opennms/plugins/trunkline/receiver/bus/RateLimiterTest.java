package org.opennms.plugins.trunkline.receiver.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void one_seconds_worth_may_come_at_once_and_then_as_many_as_time_gives() {
    RateLimiter limiter = new RateLimiter(100);
    assertThat(taken(limiter, "a", 150, 0)).isEqualTo(100);
    assertThat(taken(limiter, "a", 150, SECOND / 2)).isEqualTo(50);
    assertThat(taken(limiter, "a", 500, 100 * SECOND)).isEqualTo(100);
  }

  @Test
  void senders_do_not_take_from_each_other() {
    RateLimiter limiter = new RateLimiter(10);
    assertThat(taken(limiter, "a", 50, 0)).isEqualTo(10);
    assertThat(taken(limiter, "b", 50, 0)).isEqualTo(10);
  }

  @Test
  void a_slow_rate_lets_the_first_one_through() {
    RateLimiter limiter = new RateLimiter(0.5);
    assertThat(taken(limiter, "a", 10, 0)).isEqualTo(1);
    assertThat(taken(limiter, "a", 10, SECOND)).isZero();
    assertThat(taken(limiter, "a", 10, 3 * SECOND)).isEqualTo(1);
  }

  @Test
  void zero_is_no_limit() {
    assertThat(taken(new RateLimiter(0), "a", 10_000, 0)).isEqualTo(10_000);
  }

  @Property(tries = 50)
  void over_a_long_time_no_more_than_the_rate_is_let_through(
      @ForAll @IntRange(min = 1, max = 200) int rate,
      @ForAll @IntRange(min = 1, max = 400) int wanted) {
    RateLimiter limiter = new RateLimiter(rate);
    int seconds = 20;
    long total = 0;
    for (int i = 0; i < seconds * wanted; i++) {
      total += limiter.tryTake("a", i * SECOND / wanted) ? 1 : 0;
    }
    long allowed = (long) rate * (seconds + 1) + 1;
    assertThat(total).isBetween(Math.min((long) wanted * seconds, rate * (seconds - 1L)), allowed);
  }

  private static long taken(RateLimiter limiter, String sender, int tries, long now) {
    return IntStream.range(0, tries).filter(i -> limiter.tryTake(sender, now)).count();
  }
}
