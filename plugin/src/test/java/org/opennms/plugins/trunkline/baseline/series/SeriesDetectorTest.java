package org.opennms.plugins.trunkline.baseline.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SeriesDetectorTest {
  @Test
  void nothing_is_judged_on_the_first_day() {
    Week week = new Week(1).pass(0.9);

    assertThat(week.see(1e12).score()).isZero();
    assertThat(week.verdict.state()).isEqualTo(SeriesState.LEARNING);
  }

  @Test
  void usual_weeks_hardly_ever_surprise() {
    Week week = new Week(2).pass(14);
    int loud = 0;
    for (int i = 0; i < 14 * 288; i++) {
      loud += week.see(week.noisy(Week.usual(week.time))).score() >= 5 ? 1 : 0;
    }

    assertThat(loud).isZero();
  }

  @Test
  void the_band_holds_about_95_of_100_samples() {
    Week week = new Week(3).pass(21);
    int inside = 0;
    int samples = 14 * 288;
    for (int i = 0; i < samples; i++) {
      double value = week.noisy(Week.usual(week.time));
      Verdict verdict = week.see(value);
      inside += value >= verdict.lower() && value <= verdict.upper() ? 1 : 0;
    }

    assertThat((double) inside / samples).isBetween(0.93, 0.97);
  }

  @Test
  void a_drop_to_the_half_and_a_rise_stand_out() {
    assertThat(new Week(4).pass(29.4).scoreOf(0.5, 24)).isGreaterThan(4.5);
    assertThat(new Week(5).pass(29.4).scoreOf(1.6, 24)).isGreaterThan(4);
  }

  @Test
  void a_slow_ramp_stands_out_before_it_ends() {
    Week week = new Week(6).pass(29.4);
    double score = 0;
    for (int i = 1; i <= 36; i++) {
      double factor = 1 - 0.5 * i / 36;
      score = Math.max(score, week.see(week.noisy(Week.usual(week.time)) * factor).score());
    }

    assertThat(score).isGreaterThan(4);
  }

  @Test
  void a_value_that_does_not_move_stands_out() {
    Week week = new Week(7).pass(15.4);
    double stuck = week.noisy(Week.usual(week.time));
    for (int i = 0; i < 20; i++) {
      week.see(stuck);
    }

    assertThat(week.verdict.score()).isGreaterThan(4);
    assertThat(week.verdict.cause()).isEqualTo(Verdict.Cause.STUCK);
  }

  @Test
  void an_idle_port_stays_silent_while_it_is_idle() {
    Week week = new Week(8);
    for (int i = 0; i < 21 * 288; i++) {
      week.see(0);
      assertThat(week.verdict.score()).isLessThan(3);
    }
  }

  @Test
  void a_job_at_the_same_time_every_night_surprises_less_each_time() {
    Week week = new Week(9).pass(14);
    double first = nightly(week);
    double last = first;
    for (int i = 0; i < 20; i++) {
      last = nightly(week);
    }

    assertThat(first).isGreaterThan(5);
    assertThat(last).isLessThan(first - 2);
  }

  // One sample of three times the usual at two o'clock, and the rest of the day as usual.
  private static double nightly(Week week) {
    week.pass(2 / 24.0);
    double score = week.see(3 * Week.usual(week.time)).score();
    week.pass((22 * 3600 - Week.STEP) / (double) Week.DAY);
    return score;
  }

  @Test
  void a_new_level_is_accepted_after_about_a_day_and_told_once() {
    Week week = new Week(10).pass(21);
    int shifts = 0;
    double hours = 0;
    for (int i = 0; i < 4 * 288; i++) {
      week.see(week.noisy(Week.usual(week.time) * 2.5));
      if (week.verdict.isLevelShift()) {
        shifts++;
        hours = i / 12.0;
        assertThat(week.verdict.levelNow()).isGreaterThan(week.verdict.levelBefore());
      }
    }

    assertThat(shifts).isEqualTo(1);
    assertThat(hours).isBetween(20.0, 40.0);
  }

  @Test
  void a_weekday_that_goes_like_a_sunday_is_judged_as_one() {
    Week week = new Week(11).pass(28);
    long sunday = week.time - Week.DAY;
    SeriesState state = SeriesState.NORMAL;
    for (int i = 0; i < 288; i++) {
      state = week.see(week.noisy(Week.usual(sunday + i * (long) Week.STEP))).state();
    }

    assertThat(state).isEqualTo(SeriesState.HOLIDAY);
    assertThat(week.pass(0.5).verdict.state()).isNotEqualTo(SeriesState.HOLIDAY);
  }

  @Test
  void confidence_grows_with_the_weeks() {
    Week week = new Week(12).pass(7);
    assertThat(week.see(week.noisy(Week.usual(week.time))).confidence()).isLessThan(0.7);
    week.pass(7);
    assertThat(week.verdict.confidence()).isGreaterThan(0.5);
    week.pass(14);
    assertThat(week.verdict.confidence()).isGreaterThan(0.8);
  }

  @Test
  void a_gap_is_no_jump_and_the_sample_after_it_is_called_stale() {
    Week week = new Week(13).pass(15);
    week.time += 6 * 3600;

    week.see(week.noisy(Week.usual(week.time)));

    assertThat(week.verdict.state()).isEqualTo(SeriesState.STALE);
    assertThat(week.verdict.score()).isLessThan(4);
  }

  @Test
  void the_nights_of_daylight_saving_do_not_move_the_week() {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    Week week = new Week(14, zone);
    // 2024-03-31 and 2024-10-27; the traffic keeps to civil time.
    week.time = 1_709_500_000 / Week.STEP * Week.STEP;
    double worst = 0;
    for (int i = 0; i < 240 * 288; i++) {
      long civil = week.time + zone.getRules().getOffset(at(week.time)).getTotalSeconds();
      double score = week.see(week.noisy(Week.usual(civil))).score();
      worst = i > 21 * 288 ? Math.max(worst, score) : 0;
    }

    assertThat(worst).isLessThan(6.5);
  }

  private static Instant at(long time) {
    return Instant.ofEpochSecond(time);
  }

  @Test
  void hourly_means_teach_the_shape_and_leave_the_spread_to_samples() {
    Week week = new Week(15);
    for (int hour = 0; hour < 21 * 24; hour++) {
      long middle = week.time + 1800;
      week.detector.learnHourMean(week.at.moveTo(middle), Week.usual(middle));
      week.time += 3600;
    }
    week.pass(7);
    int inside = 0;
    for (int i = 0; i < 7 * 288; i++) {
      double value = week.noisy(Week.usual(week.time));
      Verdict verdict = week.see(value);
      inside += value >= verdict.lower() && value <= verdict.upper() ? 1 : 0;
    }

    assertThat(inside / (7 * 288.0)).isBetween(0.93, 0.98);
  }

  @Test
  void what_is_written_is_read_again() {
    Week week = new Week(16).pass(15);
    ByteBuffer state = ByteBuffer.allocate(1 << 14);
    week.detector.write(state);
    SeriesDetector read = new SeriesDetector(DetectorSettings.standard());
    read.read(state.flip(), true);

    for (int slot = 0; slot < WeekCursor.SLOTS; slot++) {
      double expected = week.detector.expected(slot);
      assertThat(read.expected(slot)).isCloseTo(expected, within(0.02 * expected));
      assertThat(read.confidence(slot)).isEqualTo(week.detector.confidence(slot));
    }
    assertThat(read.last()).isEqualTo(week.detector.last());
  }

  @Test
  void one_that_is_read_in_the_midst_of_a_deviation_goes_on_as_if_nothing_had_been() {
    Week week = new Week(19).pass(20);
    week.scoreOf(0.5, 30);
    ByteBuffer state = ByteBuffer.allocate(1 << 14);
    week.detector.write(state);
    SeriesDetector read = new SeriesDetector(DetectorSettings.standard());
    read.read(state.flip(), true);

    Verdict verdict = new Verdict();
    for (int i = 0; i < 60; i++) {
      double value = week.noisy(Week.usual(week.time) / 2);
      read.judge(week.at.moveTo(week.time), value, verdict);
      read.learn(week.at, verdict);
      assertThat(verdict.score()).isCloseTo(week.see(value).score(), within(0.3));
    }
  }

  @Test
  void a_state_that_is_cut_short_is_refused() {
    Week week = new Week(17).pass(2);
    ByteBuffer state = ByteBuffer.allocate(1 << 14);
    week.detector.write(state);
    ByteBuffer cut = ByteBuffer.wrap(state.array(), 0, state.position() / 2);

    assertThatThrownBy(() -> new SeriesDetector(DetectorSettings.standard()).read(cut, true))
        .isInstanceOf(BufferUnderflowException.class);
  }

  @Property(tries = 50)
  void whatever_comes_the_answers_are_numbers(
      @ForAll @Size(min = 300, max = 600) List<@DoubleRange(min = -1e12, max = 1e12) Double> values) {
    Week week = new Week(18).pass(1.5);
    for (double value : values) {
      Verdict verdict = week.see(value);
      assertThat(verdict.score()).isFinite().isNotNegative();
      assertThat(verdict.lower()).isLessThanOrEqualTo(verdict.upper());
      assertThat(verdict.confidence()).isBetween(0.0, 1.0);
    }
  }
}
