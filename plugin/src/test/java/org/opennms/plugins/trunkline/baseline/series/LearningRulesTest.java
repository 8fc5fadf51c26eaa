package org.opennms.plugins.trunkline.baseline.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is learned, from whom, and what is not. */
class LearningRulesTest {
  private static final int STEP = 300;

  @Nested
  class Borrowing {
    @Test
    void a_new_series_knows_its_week_after_one_day_by_its_peers() {
      Week peer = new Week(20).pass(28);
      float[] shape = peer.detector.shape().orElseThrow();
      List<Float> offsets = new ArrayList<>();
      for (float offset : shape) {
        offsets.add(offset);
      }
      Week fresh = new Week(21);
      fresh.detector.borrow(offsets);
      Week alone = new Week(21);
      // A tenth of the traffic, the same habits.
      for (int i = 0; i < 300; i++) {
        double value = fresh.noisy(Week.usual(fresh.time) / 10);
        fresh.see(value);
        alone.see(value);
      }
      int sunday = 6 * 24 + 20;
      double usual = Week.usual(Week.MONDAY + sunday * 3600L + 1800) / 10;

      assertThat(fresh.detector.expected(sunday)).isCloseTo(usual, within(0.15 * usual));
      assertThat(alone.detector.expected(sunday)).isGreaterThan(1.5 * usual);
      assertThat(fresh.detector.confidence(sunday)).isZero();
    }

    @Test
    void who_has_seen_something_borrows_nothing() {
      Week week = new Week(22).pass(2);
      double before = week.detector.expected(100);
      week.detector.borrow(Collections.nCopies(WeekCursor.SLOTS, 0.5f));
      week.see(Week.usual(week.time));

      assertThat(week.detector.expected(100)).isCloseTo(before, within(0.01 * before));
    }
  }

  @Nested
  class Masking {
    @Test
    void an_outage_of_hours_does_not_become_usual() {
      Week week = new Week(23).pass(28);
      int noon = week.at.moveTo(week.time).slot() + 12;
      week.pass(0.5);
      double before = week.detector.expected(noon);
      week.scoreOf(0.05, 36);
      week.pass(0.2);

      assertThat(week.detector.expected(noon)).isCloseTo(before, within(0.02 * before));
    }

    @Test
    void what_is_passed_over_teaches_nothing_and_is_no_gap() {
      Week week = new Week(24).pass(28);
      double learned = week.detector.learnedSeconds();
      for (int i = 0; i < 24; i++) {
        week.detector.judge(week.at.moveTo(week.time), 1, week.verdict);
        week.detector.pass(week.at, week.verdict);
        week.time += STEP;
      }
      assertThat(week.detector.learnedSeconds()).isEqualTo(learned);
      week.see(Week.usual(week.time));

      assertThat(week.verdict.state()).isNotEqualTo(SeriesState.STALE);
    }

    @Test
    void an_announced_holiday_is_judged_as_a_sunday_from_its_first_hour() {
      Week week = new Week(25).pass(28);
      week.detector.announce(true);
      Verdict verdict = week.see(week.noisy(Week.usual(week.time - Week.DAY)));

      assertThat(verdict.state()).isEqualTo(SeriesState.HOLIDAY);
      assertThat(verdict.score()).isLessThan(3);
      week.detector.announce(false);
      assertThat(week.see(Week.usual(week.time)).state()).isNotEqualTo(SeriesState.HOLIDAY);
    }

    @Test
    void a_link_that_was_idle_at_first_is_learned_when_it_comes_into_use() {
      Week week = new Week(27);
      for (int i = 0; i < 3 * 288; i++) {
        week.see(0);
      }
      week.pass(28);
      int inside = 0;
      for (int i = 0; i < 288; i++) {
        double value = week.noisy(Week.usual(week.time));
        Verdict verdict = week.see(value);
        inside += value >= verdict.lower() && value <= verdict.upper() ? 1 : 0;
      }

      assertThat(inside / 288.0).isGreaterThan(0.85);
      double usual = Week.usual(week.time);
      assertThat(week.see(usual).expected()).isCloseTo(usual, within(0.3 * usual));
    }

    @Test
    void an_idle_series_is_sure_of_itself_and_surprised_by_traffic() {
      Week week = new Week(26);
      for (int i = 0; i < 28 * 288; i++) {
        week.see(0);
      }
      assertThat(week.verdict.confidence()).isGreaterThan(0.8);

      assertThat(week.see(5e8).score()).isGreaterThan(5);
    }
  }
}
