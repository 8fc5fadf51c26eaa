package org.opennms.plugins.trunkline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.operations.Anomaly;
import org.opennms.plugins.trunkline.operations.WeekBaseline;

/** What was planned or excluded, what roles want, and what interfaces have in common. */
class BaselinePlansTest extends BaselineScenes {
  @Test
  void silence_of_an_interface_that_is_up_goes_on_being_judged() {
    pass(29);
    silence(24);

    assertThat(week().state()).isEqualTo("anomalous");
    Anomaly anomaly = part.board().since(now.minusSeconds(600)).get(0);
    assertThat(anomaly.end()).isEmpty();
    assertThat(anomaly.alarmed()).isTrue();
    assertThat(anomaly.value()).isZero();
  }

  @Test
  void planned_work_is_neither_told_nor_learned_and_shows_as_masked() {
    pass(29);
    WeekBaseline before = week();
    calendar = work(now, now.plusSeconds(7200));
    live(23, 0.01);

    assertThat(week().state()).isEqualTo("masked");
    assertThat(events).isEmpty();
    live(12, 1);
    assertThat(events).isEmpty();
    assertThat(week().slots().get(24).expected())
        .isCloseTo(before.slots().get(24).expected(), withPercentage(1));
  }

  @Test
  void work_that_was_planned_is_left_out_of_history_too() {
    pass(4);
    calendar = work(START.plus(Duration.ofDays(1)), START.plus(Duration.ofDays(2)));

    learn();

    assertThat(week().slots().get(24 + 12).samples()).isZero();
    assertThat(week().slots().get(48 + 12).samples()).isPositive();
  }

  @Test
  void a_holiday_of_the_calendar_shows_as_one() {
    pass(15);
    calendar = holidays("20260120");
    live(2, 1);

    assertThat(week().state()).isEqualTo("holiday");
  }

  @Test
  void a_holiday_in_history_teaches_its_weekday_no_more_than_a_live_one() {
    // Three weeks of hourly means and one of samples; each has a Wednesday without traffic.
    for (int hour = 0; hour < 21 * 24; hour++) {
      Instant end = START.plusSeconds(3600L * (hour + 1));
      double factor = hour / 24 == 9 ? 0.1 : 1;
      double mean = factor * usual(end.minusSeconds(1800));
      history.add(sampleOf(end.minusSeconds(3600), end, mean, true));
    }
    now = START.plus(Duration.ofDays(21));
    for (int day = 0; day < 7; day++) {
      quiet(day == 2 ? 0.1 : 1);
    }
    learn();
    double taken = week().slots().get(2 * 24 + 12).expected();

    calendar = holidays("20260114", "20260128");
    learn();

    double left = week().slots().get(2 * 24 + 12).expected();
    double tuesday = week().slots().get(24 + 12).expected();
    assertThat(taken).isLessThan(0.9 * tuesday);
    assertThat(left).isCloseTo(tuesday, withPercentage(3));
  }

  // A day that is in history only.
  private void quiet(double factor) {
    for (int i = 0; i < 288; i++) {
      now = now.plusSeconds(STEP);
      history.add(sample(now, noisy(factor * usual(now)), TrafficQuality.GOOD));
    }
  }

  private void learn() {
    part.desk().learn(Optional.of(PORT.key()));
    Awaitility.await().until(() -> !part.desk().learning().running());
  }

  private static PlannedCalendar holidays(String... days) {
    String events =
        Arrays.stream(days)
            .map(d -> "BEGIN:VEVENT\nDTSTART;VALUE=DATE:" + d + "\nEND:VEVENT\n")
            .collect(Collectors.joining());
    return CalendarFile.read(events).value().orElseThrow();
  }

  @Test
  void what_a_role_does_not_want_is_listed_and_not_alarmed() {
    limits = BaselineFile.read("roles: {trunk: {direction: rise}}").value().orElseThrow();
    pass(29);
    live(3 * 12, 0.1);

    assertThat(events).isEmpty();
    assertThat(part.board().since(now.minusSeconds(600))).isNotEmpty().noneMatch(Anomaly::alarmed);
    assertThat(part.board().rate().listed()).isPositive();
  }

  @Test
  void an_excluded_period_stays_excluded_after_a_restart() {
    part.tick();
    pass(4);
    Instant from = START.plus(Duration.ofDays(1));
    part.desk().exclude("sw1", "Gi0/1", from, from.plus(Duration.ofDays(1)));
    Awaitility.await().until(() -> !part.desk().learning().running());
    part.close();

    part = part();
    part.tick();
    learn();

    assertThat(part.words()).doesNotContain("unreadable");
    assertThat(week().slots().get(24 + 12).samples()).isZero();
    assertThat(week().slots().get(48 + 12).samples()).isPositive();
  }

  @Test
  void a_new_interface_borrows_the_week_of_its_peers() {
    pass(15, 4);
    live(300, 1, 5);
    WeekBaseline own = part.desk().weeks("sw1", "Gi0/5").get(0);
    double night = own.slots().get(6 * 24 + 3).expected();
    double noon = own.slots().get(6 * 24 + 14).expected();

    assertThat(noon).isGreaterThan(4 * night);
    assertThat(own.slots().get(6 * 24 + 14).confidence()).isZero();
  }
}
