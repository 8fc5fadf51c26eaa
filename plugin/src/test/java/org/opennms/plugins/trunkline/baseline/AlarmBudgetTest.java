package org.opennms.plugins.trunkline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.InterfaceRole;

class AlarmBudgetTest {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private final AlarmBudget budget = new AlarmBudget(START);

  @Test
  void ten_times_the_series_want_ten_times_as_rare_a_sample() {
    double few = budget.threshold(5, 20_000, InterfaceRole.SERVER_LINK);
    double many = budget.threshold(5, 200_000, InterfaceRole.SERVER_LINK);

    assertThat(many - few).isCloseTo(1, within(0.01));
  }

  @Test
  void one_series_alone_never_alarms_below_a_score_of_five() {
    assertThat(budget.threshold(10_000, 1, InterfaceRole.TRUNK)).isEqualTo(5);
    assertThat(budget.threshold(1, 100_000_000, InterfaceRole.CAMERA)).isEqualTo(9);
  }

  @Test
  void the_shares_of_the_roles_come_to_the_budget() {
    List<InterfaceRole> roles =
        List.of(InterfaceRole.ISP_UPLINK, InterfaceRole.SERVER_LINK, InterfaceRole.ACCESS);
    int metrics = 30_000;
    double expected = 0;
    for (int i = 0; i < 30_000; i++) {
      double score = budget.threshold(5, metrics, roles.get(i % roles.size()));
      expected = i < 15_000 ? 0 : expected + Math.pow(10, -score) * 288 * metrics / 15_000;
    }

    assertThat(expected).isCloseTo(5, within(0.2));
    assertThat(budget.threshold(5, metrics, InterfaceRole.ISP_UPLINK))
        .isLessThan(budget.threshold(5, metrics, InterfaceRole.ACCESS));
  }

  @Test
  void too_many_alarms_make_it_stricter_and_silence_milder_within_bounds() {
    double before = budget.threshold(5, 100_000, InterfaceRole.TRUNK);
    for (int day = 1; day <= 3; day++) {
      for (int i = 0; i < 20; i++) {
        budget.alarmed(START.plus(Duration.ofDays(day)).minusSeconds(i));
      }
      budget.review(START.plus(Duration.ofDays(day)), 5);
    }
    double strict = budget.threshold(5, 100_000, InterfaceRole.TRUNK);
    for (int day = 4; day <= 60; day++) {
      budget.review(START.plus(Duration.ofDays(day)), 5);
    }
    double mild = budget.threshold(5, 100_000, InterfaceRole.TRUNK);

    assertThat(strict).isGreaterThan(before + 0.5);
    assertThat(mild).isBetween(before - 1.1, before - 0.9);
  }

  @Test
  void the_rate_that_came_about_looks_back_a_week() {
    for (int day = 0; day < 10; day++) {
      budget.alarmed(START.plus(Duration.ofDays(day)));
      budget.listed();
    }
    Instant now = START.plus(Duration.ofDays(10));
    budget.review(now, 5);

    assertThat(budget.rate(now, 5, 7).alarmedPerDay()).isCloseTo(1, within(0.01));
    assertThat(budget.rate(now, 5, 7).listed()).isEqualTo(10);
    assertThat(budget.rate(now, 5, 7).metrics()).isEqualTo(7);
  }

  @Test
  void on_the_first_day_a_rate_is_not_made_up_from_minutes() {
    budget.alarmed(START.plusSeconds(60));

    assertThat(budget.rate(START.plusSeconds(120), 5, 1).alarmedPerDay()).isEqualTo(1);
  }
}
