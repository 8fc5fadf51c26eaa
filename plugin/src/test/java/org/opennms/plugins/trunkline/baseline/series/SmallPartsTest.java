package org.opennms.plugins.trunkline.baseline.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the detector is made of, piece by piece. */
class SmallPartsTest {
  private static final int STEP = 300;

  @Nested
  class Episodes {
    private final EpisodeGate gate = new EpisodeGate();
    private long time = 1_000_000;

    private EpisodeGate.Change next(double score, double confidence) {
      time += STEP;
      return gate.next(time, score, confidence, 5);
    }

    @Test
    void one_begins_a_point_before_it_is_worth_an_alarm() {
      assertThat(next(3.9, 0.9)).isEqualTo(EpisodeGate.Change.NONE);
      assertThat(next(4.1, 0.9)).isEqualTo(EpisodeGate.Change.BEGAN);
      assertThat(gate.isAlarmed()).isFalse();
      assertThat(next(5.1, 0.9)).isEqualTo(EpisodeGate.Change.WORSE);
      assertThat(gate.isAlarmed()).isTrue();
      assertThat(gate.start()).isEqualTo(time - STEP);
    }

    @Test
    void it_is_over_after_half_an_hour_of_calm_and_not_before() {
      next(6, 0.9);
      for (int i = 0; i < 5; i++) {
        assertThat(next(1, 0.9)).isEqualTo(EpisodeGate.Change.NONE);
      }
      assertThat(next(1, 0.9)).isEqualTo(EpisodeGate.Change.ENDED);
    }

    @Test
    void what_stays_a_little_loud_keeps_it_open() {
      next(6, 0.9);
      for (int i = 0; i < 20; i++) {
        assertThat(next(3.2, 0.9)).isEqualTo(EpisodeGate.Change.NONE);
      }
      assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void after_it_there_is_an_hour_of_rest_unless_it_gets_worse() {
      next(6, 0.9);
      for (int i = 0; i < 6; i++) {
        next(0, 0.9);
      }

      assertThat(next(5.5, 0.9)).isEqualTo(EpisodeGate.Change.NONE);
      assertThat(next(6.5, 0.9)).isEqualTo(EpisodeGate.Change.BEGAN);
    }

    @Test
    void below_a_confidence_of_70_nothing_alarms_and_below_80_one_point_more_is_wanted() {
      next(9, 0.69);
      assertThat(gate.isAlarmed()).isFalse();
      next(5.5, 0.75);
      assertThat(gate.isAlarmed()).isFalse();
      next(6.1, 0.75);
      assertThat(gate.isAlarmed()).isTrue();
    }
  }

  @Nested
  class StandingStill {
    private final StuckRun run = new StuckRun();
    private double last;

    private double see(double value) {
      double surprise = run.surprise(value, last);
      run.learn(value, last);
      last = value;
      return surprise;
    }

    @Test
    void a_value_that_always_moved_surprises_by_standing_still() {
      for (int i = 0; i < 500; i++) {
        see(i);
      }
      double surprise = 0;
      for (int i = 0; i < 12; i++) {
        surprise = see(7);
      }

      assertThat(surprise).isGreaterThan(4);
    }

    @Test
    void two_equal_samples_are_nothing() {
      for (int i = 0; i < 500; i++) {
        see(i);
      }

      assertThat(see(499)).isZero();
    }

    @Test
    void where_it_often_stands_it_never_surprises() {
      double most = 0;
      for (int i = 0; i < 5000; i++) {
        double surprise = see(i / 50 % 2 == 0 ? i : 5);
        most = i > 1000 ? Math.max(most, surprise) : 0;
      }

      assertThat(most).isZero();
    }
  }

  @Nested
  class NewLevels {
    private final LevelShift shift = new LevelShift(24);

    @Test
    void a_day_on_one_side_is_a_new_level_of_the_mean_distance() {
      double step = 0;
      int hours = 0;
      while (step == 0) {
        hours++;
        step = shift.next(30, 10);
      }

      assertThat(hours).isEqualTo(24);
      assertThat(step).isEqualTo(30);
    }

    @Test
    void an_hour_near_the_usual_or_on_the_other_side_begins_the_count_anew() {
      for (double between : new double[] {5, -30}) {
        LevelShift anew = new LevelShift(24);
        for (int i = 0; i < 23; i++) {
          assertThat(anew.next(30, 10)).isZero();
        }
        anew.next(between, 10);
        assertThat(anew.next(30, 10)).isZero();
      }
    }

    @Test
    void a_small_deviation_of_days_is_no_new_level() {
      for (int i = 0; i < 100; i++) {
        assertThat(shift.next(15, 10)).isZero();
      }
    }

    @Test
    void the_count_outlives_a_restart() {
      for (int i = 0; i < 20; i++) {
        shift.next(30, 10);
      }
      ByteBuffer state = ByteBuffer.allocate(64);
      shift.write(state);
      LevelShift read = new LevelShift(24);
      read.read(state.flip());
      read.next(30, 10);
      read.next(30, 10);
      read.next(30, 10);

      assertThat(read.next(30, 10)).isEqualTo(30);
    }
  }

  @Nested
  class Suspecting {
    private final Suspicion suspicion = new Suspicion(4, 2, 1800, 86_400);

    @Test
    void it_opens_at_a_surprise_and_closes_after_calm() {
      suspicion.next(3.9, STEP);
      assertThat(suspicion.isOpen()).isFalse();
      suspicion.next(4, STEP);
      assertThat(suspicion.isOpen()).isTrue();
      for (int i = 0; i < 6; i++) {
        assertThat(suspicion.isOpen()).isTrue();
        suspicion.next(1, STEP);
      }
      assertThat(suspicion.isOpen()).isFalse();
    }

    @Test
    void what_goes_on_for_more_than_a_day_is_learned_after_all() {
      for (int i = 0; i < 300; i++) {
        suspicion.next(6, STEP);
      }
      assertThat(suspicion.isOpen()).isFalse();
      for (int i = 0; i < 73; i++) {
        suspicion.next(6, STEP);
      }
      assertThat(suspicion.isOpen()).isTrue();
    }
  }

  @Nested
  class Tails {
    private final Tail tail = new Tail();
    private final Random random = new Random(3);

    @Test
    void the_surprise_of_a_size_is_how_rarely_it_is_reached() {
      for (int i = 0; i < 100_000; i++) {
        tail.learn(Math.abs(random.nextGaussian()), 1);
      }

      assertThat(tail.surprise(1.96)).isCloseTo(-Math.log10(0.05), within(0.1));
      assertThat(tail.surprise(2.576)).isCloseTo(-Math.log10(0.01), within(0.2));
    }

    @Test
    void it_rises_with_the_size_far_beyond_what_was_seen() {
      for (int i = 0; i < 5000; i++) {
        tail.learn(Math.abs(random.nextGaussian()), 1);
      }
      double last = -1;
      for (double size = 0.05; size < 1e6; size *= 1.1) {
        double surprise = tail.surprise(size);
        assertThat(surprise).isFinite().isGreaterThanOrEqualTo(last - 1e-9);
        last = surprise;
      }
    }

    @Test
    void a_heavy_tail_makes_the_same_size_less_surprising() {
      Tail heavy = new Tail();
      for (int i = 0; i < 20_000; i++) {
        tail.learn(Math.abs(random.nextGaussian()), 1);
        heavy.learn(Math.abs(random.nextGaussian() / Math.abs(random.nextGaussian())), 1);
      }

      assertThat(heavy.surprise(20)).isLessThan(tail.surprise(20) - 1.5);
    }

    @Test
    void nothing_is_said_before_something_was_seen() {
      assertThat(tail.surprise(1e9)).isZero();
    }

    @Test
    void forgetting_lets_new_habits_weigh_more() {
      for (int i = 0; i < 1000; i++) {
        tail.learn(0.1, 1);
      }
      double before = tail.surprise(8);
      for (int day = 0; day < 30; day++) {
        tail.forget(0.5);
        tail.learn(9, 1);
      }

      assertThat(tail.surprise(8)).isLessThan(before - 1);
    }
  }

  @Nested
  class Bands {
    @Test
    void each_side_finds_its_own_quantile_whatever_the_distribution() {
      Band band = new Band(0.95);
      Random random = new Random(4);
      int above = 0;
      int below = 0;
      for (int i = 0; i < 60_000; i++) {
        double spreads = Math.exp(random.nextGaussian()) - 1.5;
        if (i >= 20_000) {
          above += spreads > band.up() ? 1 : 0;
          below += -spreads > band.down() ? 1 : 0;
        }
        band.learn(spreads, STEP);
      }

      assertThat(above / 40_000.0).isCloseTo(0.025, within(0.005));
      assertThat(below / 40_000.0).isCloseTo(0.025, within(0.005));
    }
  }

  @Nested
  class Jumps {
    @Test
    void a_spike_is_a_jump_and_coming_back_only_half_of_one() {
      RecentValues recent = new RecentValues();
      for (double value : new double[] {1, 1, 1}) {
        recent.add(value);
      }
      assertThat(recent.jump(9)).isEqualTo(8);
      recent.add(9);

      assertThat(recent.jump(1)).isEqualTo(-4);
    }

    @Test
    void none_is_told_before_three_values_and_after_a_gap() {
      RecentValues recent = new RecentValues();
      recent.add(1);
      recent.add(1);
      assertThat(recent.jump(9)).isZero();
      recent.add(1);
      recent.clear();
      assertThat(recent.jump(9)).isZero();
    }
  }

  @Nested
  class CivilTime {
    @Test
    void the_week_begins_on_monday_at_civil_midnight() {
      WeekCursor at = new WeekCursor(ZoneId.of("Asia/Kolkata"));

      assertThat(at.moveTo(epoch("2026-01-04T18:30:00Z")).slot()).isZero();
      assertThat(at.moveTo(epoch("2026-01-04T18:29:59Z")).slot()).isEqualTo(167);
    }

    @Test
    void in_the_night_that_lacks_an_hour_two_o_clock_is_left_out() {
      WeekCursor at = new WeekCursor(ZoneId.of("Europe/Berlin"));

      assertThat(at.moveTo(epoch("2024-03-31T00:59:00Z")).slot() % 24).isEqualTo(1);
      assertThat(at.moveTo(epoch("2024-03-31T01:00:00Z")).slot() % 24).isEqualTo(3);
    }

    @Test
    void in_the_night_that_is_longer_two_o_clock_comes_twice() {
      WeekCursor at = new WeekCursor(ZoneId.of("Europe/Berlin"));

      assertThat(at.moveTo(epoch("2024-10-27T00:30:00Z")).slot() % 24).isEqualTo(2);
      assertThat(at.moveTo(epoch("2024-10-27T01:30:00Z")).slot() % 24).isEqualTo(2);
      assertThat(at.moveTo(epoch("2024-10-27T02:00:00Z")).slot() % 24).isEqualTo(3);
    }

    @Test
    void going_back_in_time_across_a_change_is_right_too() {
      WeekCursor at = new WeekCursor(ZoneId.of("Europe/Berlin"));
      at.moveTo(epoch("2024-07-01T12:00:00Z"));

      assertThat(at.moveTo(epoch("2024-01-01T12:00:00Z")).slot() % 24).isEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "America/St_Johns",
          "America/Los_Angeles",
          "Pacific/Chatham",
          "Pacific/Apia",
          "Australia/Lord_Howe",
          "Africa/Casablanca"
        })
    void every_quarter_of_an_hour_lies_where_clocks_show_it(String name) {
      ZoneId zone = ZoneId.of(name);
      WeekCursor at = new WeekCursor(zone);
      for (long time = epoch("2024-12-31T00:00:00Z"); time < epoch("2026-01-02T00:00:00Z"); ) {
        ZonedDateTime shown = Instant.ofEpochSecond(time).atZone(zone);
        int slot = (shown.getDayOfWeek().getValue() - 1) * WeekCursor.HOURS + shown.getHour();
        assertThat(at.moveTo(time).slot()).as("%s", shown).isEqualTo(slot);
        time += 900;
      }
    }

    @Test
    void between_the_centres_of_hours_there_is_no_step() {
      WeekCursor at = new WeekCursor(ZoneOffset.UTC);
      long centre = epoch("2026-01-05T10:30:00Z");

      assertThat(at.moveTo(centre).between(1, 2)).isEqualTo(1);
      assertThat(at.before()).isEqualTo(10);
      assertThat(at.moveTo(centre + 900).between(1, 2)).isEqualTo(1.25);
      assertThat(at.moveTo(centre - 1).between(1, 2)).isCloseTo(2, within(0.001));
      assertThat(at.after()).isEqualTo(10);
    }

    private static long epoch(String text) {
      return Instant.parse(text).getEpochSecond();
    }
  }
}
