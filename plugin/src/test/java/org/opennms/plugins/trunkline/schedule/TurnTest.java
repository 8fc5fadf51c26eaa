package org.opennms.plugins.trunkline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TurnTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Turn FIVE = new Turn.Daily(LocalTime.of(5, 0), BERLIN);

  @Test
  void a_daily_turn_comes_today_or_tomorrow() {
    assertThat(FIVE.after(Instant.parse("2026-01-10T03:59:59Z"))).isEqualTo("2026-01-10T04:00:00Z");
    assertThat(FIVE.after(Instant.parse("2026-01-10T04:00:00Z"))).isEqualTo("2026-01-11T04:00:00Z");
    assertThat(FIVE.interval()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void the_clocks_of_the_wall_count_when_summer_begins_and_ends() {
    assertThat(FIVE.after(Instant.parse("2026-03-28T12:00:00Z"))).isEqualTo("2026-03-29T03:00:00Z");
    assertThat(FIVE.after(Instant.parse("2026-10-24T12:00:00Z"))).isEqualTo("2026-10-25T04:00:00Z");
    Turn skipped = new Turn.Daily(LocalTime.of(2, 30), BERLIN);
    assertThat(skipped.after(Instant.parse("2026-03-28T12:00:00Z")))
        .isEqualTo("2026-03-29T01:30:00Z");
    assertThat(skipped.after(Instant.parse("2026-03-29T01:30:00Z")))
        .isEqualTo("2026-03-30T00:30:00Z");
  }

  @Property
  void the_next_turn_is_later_and_at_most_a_day_and_an_hour_away(
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second,
      @ForAll @IntRange(max = 1439) int minute) {
    Instant now = Instant.ofEpochSecond(second);
    Instant next = new Turn.Daily(LocalTime.ofSecondOfDay(minute * 60L), BERLIN).after(now);
    assertThat(next).isAfter(now).isBeforeOrEqualTo(now.plus(Duration.ofHours(25)));
  }
}
