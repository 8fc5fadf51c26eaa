package org.opennms.plugins.trunkline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventBudgetTest {
  private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
  private final List<Long> told = new ArrayList<>();
  private final EventBudget budget = new EventBudget(told::add);

  @Test
  void five_thousand_at_once_are_a_hundred_events_and_one_summary() {
    assertThat(taken(5000, START)).isEqualTo(EventBudget.MOST);
    for (int second = 0; second < 180; second++) {
      budget.tick(START.plusSeconds(second));
    }
    assertThat(told).containsExactly(4900L);
    assertThat(budget.withheld()).isEqualTo(4900);
  }

  @Test
  void no_minute_has_more_than_a_hundred_wherever_it_begins() {
    assertThat(taken(60, START)).isEqualTo(60);
    assertThat(taken(60, START.plusSeconds(50))).isEqualTo(40);
    assertThat(taken(100, START.plusSeconds(60))).isEqualTo(60);
    assertThat(taken(100, START.plusSeconds(61))).isZero();
    assertThat(taken(100, START.plusSeconds(110))).isEqualTo(40);
  }

  @Test
  void a_summary_waits_for_its_minute_and_each_minute_has_its_own() {
    taken(101, START);
    budget.tick(START.plusSeconds(59));
    assertThat(told).isEmpty();
    budget.tick(START.plusSeconds(60));
    taken(103, START.plusSeconds(61));
    budget.tick(START.plusSeconds(121));
    assertThat(told).containsExactly(1L, 3L);
    assertThat(budget.withheld()).isEqualTo(4);
  }

  @Test
  void a_clock_that_was_set_back_does_not_silence_events() {
    taken(200, START);
    assertThat(taken(1, START.minusSeconds(86_400))).isEqualTo(1);
  }

  private int taken(int wanted, Instant at) {
    int taken = 0;
    for (int i = 0; i < wanted; i++) {
      taken += budget.take(at) ? 1 : 0;
    }
    return taken;
  }
}
