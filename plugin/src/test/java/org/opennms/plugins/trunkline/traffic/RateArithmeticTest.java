package org.opennms.plugins.trunkline.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.opennms.plugins.trunkline.traffic.Readings.GIGABIT;
import static org.opennms.plugins.trunkline.traffic.Readings.START;
import static org.opennms.plugins.trunkline.traffic.Readings.direction;
import static org.opennms.plugins.trunkline.traffic.Readings.octets32;
import static org.opennms.plugins.trunkline.traffic.Readings.octets64;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.traffic.RateArithmetic.Outcome;
import org.opennms.plugins.trunkline.traffic.RateArithmetic.Terms;

/** The truth table of counters, row by row. */
class RateArithmeticTest {
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Terms TERMS = new Terms(INTERVAL, 0);
  private static final long WEEKS_71 = 0xffff_ffffL;

  private final Readings before = Readings.start();
  private final Readings after = before.after(INTERVAL);

  @Test
  void two_readings_give_means_over_the_time_between_them() {
    TrafficSample sample =
        sample(
            before,
            after.counters(
                direction(1_000_000 + 3_750_000_000L, 1_000 + 2_700, 10 + 200, 10 + 100),
                direction(2_000_000 + 37_500, 2_000 + 300, 10 + 3, 10)));
    assertThat(sample.quality()).isEqualTo(TrafficQuality.GOOD);
    assertThat(sample.start()).isEqualTo(START);
    assertThat(sample.end()).isEqualTo(START.plus(INTERVAL));
    assertThat(sample.in().bitsPerSecond()).isEqualTo(100e6);
    assertThat(sample.in().utilization()).isEqualTo(0.1);
    assertThat(sample.in().packetsPerSecond()).isEqualTo(9);
    assertThat(sample.out().bitsPerSecond()).isEqualTo(1_000);
    assertThat(sample.consolidated()).isFalse();
  }

  @Test
  void received_packets_with_errors_come_on_top_of_those_delivered_but_sent_ones_are_among_them() {
    TrafficSample sample =
        sample(
            before,
            after.counters(
                direction(2_000_000, 1_000 + 700, 10 + 200, 10 + 100),
                direction(3_000_000, 2_000 + 300, 10 + 3, 10)));
    assertThat(sample.in().errorRatio()).isEqualTo(0.2);
    assertThat(sample.in().discardRatio()).isEqualTo(0.1);
    assertThat(sample.out().errorRatio()).isEqualTo(0.01);
    assertThat(sample.out().discardRatio()).isZero();
  }

  @Test
  void ratios_are_zero_without_packets_and_one_when_all_are_broken() {
    TrafficSample sample = sample(before, after.in(direction(1_000_000, 1_000, 10 + 5, 10)));
    assertThat(sample.in().errorRatio()).isEqualTo(1);
    assertThat(sample.out().errorRatio()).isZero();
  }

  @Test
  void what_the_agent_does_not_tell_is_not_known() {
    TrafficSample sample = sample(before.in(octets64(0)), after.in(octets64(37_500)));
    assertThat(sample.in().bitsPerSecond()).isEqualTo(1_000);
    assertThat(sample.in().packetsPerSecond()).isNaN();
    assertThat(sample.in().errorRatio()).isNaN();
    TrafficSample nothing =
        sample(
            before.in(CounterReading.Direction.ABSENT), after.in(CounterReading.Direction.ABSENT));
    assertThat(nothing.in().isKnown()).isFalse();
    assertThat(nothing.out().isKnown()).isTrue();
  }

  @Test
  void a_counter_that_changes_its_width_gives_no_rate_once() {
    TrafficSample sample = sample(before.in(octets32(5)), after.in(octets64(50_000)));
    assertThat(sample.in().isKnown()).isFalse();
  }

  @Test
  void a_32_bit_counter_that_goes_through_zero_is_allowed_for() {
    long max = (1L << 32) - 1;
    TrafficSample sample =
        sample(
            before.speed(100_000_000).in(octets32(max - 99)),
            after.speed(100_000_000).in(octets32(37_400)));
    assertThat(sample.quality()).isEqualTo(TrafficQuality.WRAP);
    assertThat(sample.in().bitsPerSecond()).isEqualTo(1_000);
  }

  @Test
  void a_32_bit_counter_on_a_link_that_could_wrap_it_unseen_is_not_believed() {
    TrafficSample sample = sample(before.in(octets32(0)), after.in(octets32(37_500)));
    assertThat(sample.quality()).isEqualTo(TrafficQuality.IMPLAUSIBLE);
    assertThat(sample.hasRates()).isFalse();
  }

  @Test
  void a_32_bit_counter_is_believed_when_polled_often_enough_for_the_speed() {
    Readings soon = before.after(Duration.ofSeconds(30)).in(octets32(37_500));
    assertThat(sampled(before.in(octets32(0)), soon, new Terms(Duration.ofSeconds(30), 0)))
        .extracting(TrafficSample::quality)
        .isEqualTo(TrafficQuality.GOOD);
  }

  @Test
  void a_32_bit_fall_that_would_be_too_much_for_the_link_is_implausible() {
    TrafficSample sample =
        sample(
            before.speed(10_000_000).in(octets32(2_000_000_000)),
            after.speed(10_000_000).in(octets32(1_000_000_000)));
    assertThat(sample.quality()).isEqualTo(TrafficQuality.IMPLAUSIBLE);
  }

  @Test
  void a_64_bit_counter_goes_through_zero_only_if_the_link_can_carry_it() {
    TrafficSample wrap = sample(before.in(octets64(-100)), after.in(octets64(37_400)));
    assertThat(wrap.quality()).isEqualTo(TrafficQuality.WRAP);
    assertThat(wrap.in().bitsPerSecond()).isEqualTo(1_000);
    TrafficSample reset = sample(before.in(octets64(5_000_000)), after.in(octets64(37_400)));
    assertThat(reset.quality()).isEqualTo(TrafficQuality.RESET);
  }

  @Test
  void an_octet_counter_beyond_2_63_is_read_without_a_sign() {
    TrafficSample sample =
        sample(before.in(octets64(Long.MAX_VALUE)), after.in(octets64(Long.MIN_VALUE + 37_499)));
    assertThat(sample.quality()).isEqualTo(TrafficQuality.GOOD);
    assertThat(sample.in().bitsPerSecond()).isEqualTo(1_000);
  }

  @Test
  void a_reboot_is_told_by_the_uptime() {
    Readings rebooted =
        after.uptime(5_000).counters(direction(100, 1, 0, 0), direction(9_000_000, 9_000, 10, 10));
    TrafficSample sample = sample(before, rebooted);
    assertThat(sample.quality()).isEqualTo(TrafficQuality.RESET);
    assertThat(sample.hasRates()).isFalse();
    assertThat(sample.start()).isEqualTo(START);
  }

  @Test
  void a_reboot_during_a_long_silence_is_told_although_the_uptime_is_higher_than_before() {
    Readings young = before.uptime(1_000);
    Readings later = young.at(START.plus(Duration.ofHours(2))).uptime(360_000);
    assertThat(sample(young, later).quality()).isEqualTo(TrafficQuality.RESET);
  }

  @Test
  void the_uptime_returns_to_zero_after_497_days_without_a_reboot() {
    Readings old = before.uptime(WEEKS_71 - 10_000);
    Readings wrapped = old.after(INTERVAL).in(direction(1_037_500, 1_001, 10, 10));
    assertThat(wrapped.reading().sysUpTime()).isLessThan(20_001);
    TrafficSample sample = sample(old, wrapped);
    assertThat(sample.quality()).isEqualTo(TrafficQuality.GOOD);
    assertThat(sample.in().bitsPerSecond()).isEqualTo(1_000);
  }

  @Test
  void a_reboot_close_to_the_497_days_is_not_taken_for_a_wrap() {
    Readings old = before.uptime(WEEKS_71 - 1_000_000);
    assertThat(sample(old, old.after(INTERVAL).uptime(9_000)).quality())
        .isEqualTo(TrafficQuality.RESET);
  }

  @Test
  void a_new_discontinuity_time_voids_the_interval() {
    TrafficSample sample =
        sample(before.discontinuity(100), after.discontinuity(1_010_000).in(octets64(9_000_000)));
    assertThat(sample.quality()).isEqualTo(TrafficQuality.DISCONTINUITY);
    assertThat(sample.hasRates()).isFalse();
  }

  @Test
  void an_agent_that_always_answers_with_the_present_time_tells_of_no_discontinuity() {
    Readings first = before.discontinuity(before.reading().sysUpTime());
    Readings second = after.discontinuity(after.reading().sysUpTime());
    assertThat(sample(first, second).quality()).isEqualTo(TrafficQuality.GOOD);
  }

  @Test
  void counters_that_fall_all_together_have_begun_anew_even_when_the_uptime_goes_on() {
    TrafficSample sample =
        sample(before, after.counters(direction(5, 1, 0, 0), direction(5, 1, 0, 0)));
    assertThat(sample.quality()).isEqualTo(TrafficQuality.RESET);
  }

  @Test
  void counters_that_fall_all_together_are_no_wrap_of_32_bits() {
    TrafficSample sample =
        sample(
            before.speed(0).counters(octets32(3_000_000_000L), octets32(2_900_000_000L)),
            after.speed(0).counters(octets32(900_000_000), octets32(800_000_000)));
    assertThat(sample.quality()).isEqualTo(TrafficQuality.RESET);
  }

  @Test
  void a_missed_poll_gives_a_mean_over_the_longer_time_marked_as_gap() {
    Readings late = before.after(INTERVAL.multipliedBy(2)).in(direction(1_075_000, 1_001, 10, 10));
    TrafficSample sample = sample(before, late);
    assertThat(sample.quality()).isEqualTo(TrafficQuality.GAP);
    assertThat(sample.in().bitsPerSecond()).isEqualTo(1_000);
    assertThat(sample.step()).isEqualTo(INTERVAL.multipliedBy(2));
  }

  @Test
  void a_duplicate_poll_is_no_sample() {
    assertThat(compare(before, before)).isInstanceOf(Outcome.Duplicate.class);
    assertThat(compare(before, before.after(Duration.ofSeconds(2))))
        .isInstanceOf(Outcome.Duplicate.class);
  }

  @Test
  void when_our_clock_steps_back_the_device_s_clock_tells_the_time() {
    Readings stepped =
        before
            .at(START.minus(Duration.ofHours(1)))
            .uptime(Readings.UPTIME + 30_000)
            .in(direction(1_037_500, 1_001, 10, 10));
    TrafficSample sample = sample(before, stepped);
    assertThat(sample.quality()).isEqualTo(TrafficQuality.GOOD);
    assertThat(sample.step()).isEqualTo(INTERVAL);
    assertThat(sample.in().bitsPerSecond()).isEqualTo(1_000);
  }

  @Test
  void when_our_clock_steps_forward_the_device_s_clock_tells_the_time() {
    Readings stepped =
        before
            .at(START.plus(Duration.ofMinutes(65)))
            .uptime(Readings.UPTIME + 30_000)
            .in(direction(1_037_500, 1_001, 10, 10));
    TrafficSample sample = sample(before, stepped);
    assertThat(sample.quality()).isEqualTo(TrafficQuality.GOOD);
    assertThat(sample.in().bitsPerSecond()).isEqualTo(1_000);
  }

  @Test
  void without_an_uptime_a_clock_that_steps_back_makes_a_new_start() {
    Readings untold = before.uptime(CounterReading.UNTOLD);
    assertThat(compare(untold, untold.at(START.minusSeconds(60))))
        .isInstanceOf(Outcome.Restart.class);
    assertThat(compare(untold, untold)).isInstanceOf(Outcome.Duplicate.class);
  }

  @Test
  void without_an_uptime_our_clock_is_believed() {
    Readings untold = before.uptime(CounterReading.UNTOLD);
    TrafficSample sample =
        sample(untold, untold.at(START.plus(INTERVAL)).in(direction(1_037_500, 1_001, 10, 10)));
    assertThat(sample.in().bitsPerSecond()).isEqualTo(1_000);
  }

  @Test
  void a_speed_of_zero_bounds_nothing_and_leaves_utilization_open() {
    TrafficSample sample =
        sample(before.speed(0), after.speed(0).in(octetsLike(400_000_000_000_000L)));
    assertThat(sample.quality()).isEqualTo(TrafficQuality.GOOD);
    assertThat(sample.in().utilization()).isNaN();
  }

  @Test
  void a_speed_change_bounds_by_the_higher_and_relates_to_the_new_one() {
    TrafficSample down =
        sample(before, after.speed(100_000_000).in(octetsLike(1_000_000 + 7_500_000_000L)));
    assertThat(down.quality()).isEqualTo(TrafficQuality.GOOD);
    assertThat(down.in().utilization()).isEqualTo(2);
    TrafficSample up =
        sample(before.speed(100_000_000), after.in(octetsLike(1_000_000 + 7_500_000_000L)));
    assertThat(up.in().utilization()).isEqualTo(0.2);
  }

  @Test
  void more_than_the_link_can_carry_is_implausible_a_little_more_is_not() {
    long full = GIGABIT / 8 * 300;
    TrafficSample over = sample(before, after.in(octetsLike(1_000_000 + full + full / 15)));
    assertThat(over.quality()).isEqualTo(TrafficQuality.IMPLAUSIBLE);
    assertThat(over.hasRates()).isFalse();
    TrafficSample little = sample(before, after.in(octetsLike(1_000_000 + full + full / 25)));
    assertThat(little.quality()).isEqualTo(TrafficQuality.GOOD);
    assertThat(little.in().utilization()).isEqualTo(1.04, within(1e-9));
  }

  @Test
  void a_contract_s_bandwidth_replaces_the_speed_in_utilization_but_not_as_a_bound() {
    TrafficSample sample =
        sampled(
            before,
            after.in(octetsLike(1_000_000 + 3_750_000_000L)),
            new Terms(INTERVAL, 50_000_000));
    assertThat(sample.quality()).isEqualTo(TrafficQuality.GOOD);
    assertThat(sample.in().utilization()).isEqualTo(2);
  }

  @Test
  void packets_of_32_bits_that_wrap_keep_the_ratios() {
    CounterReading.Direction nearlyFull =
        new CounterReading.Direction(
            Counter.of64(0), Counter.of32((1L << 32) - 50), Counter.of32(0), Counter.of32(0));
    CounterReading.Direction wrapped =
        new CounterReading.Direction(
            Counter.of64(37_500), Counter.of32(49), Counter.of32(1), Counter.of32(0));
    TrafficSample sample = sample(before.in(nearlyFull), after.in(wrapped));
    assertThat(sample.in().errorRatio()).isEqualTo(0.01);
    assertThat(sample.in().packetsPerSecond()).isEqualTo(99 / 300.0);
  }

  @Test
  void a_counter_of_packets_that_falls_alone_takes_only_its_ratios_away() {
    TrafficSample sample = sample(before, after.in(direction(1_037_500, 10, 10, 10)));
    assertThat(sample.quality()).isEqualTo(TrafficQuality.GOOD);
    assertThat(sample.in().packetsPerSecond()).isNaN();
    assertThat(sample.in().errorRatio()).isNaN();
    assertThat(sample.in().bitsPerSecond()).isEqualTo(1_000);
  }

  private static CounterReading.Direction octetsLike(long octets) {
    return direction(octets, 1_000, 10, 10);
  }

  private static TrafficSample sample(Readings before, Readings after) {
    return sampled(before, after, TERMS);
  }

  private static TrafficSample sampled(Readings before, Readings after, Terms terms) {
    Outcome outcome = RateArithmetic.compare(before.reading(), after.reading(), terms);
    assertThat(outcome).isInstanceOf(Outcome.Sampled.class);
    TrafficSample sample = ((Outcome.Sampled) outcome).sample();
    assertThat(sample.end()).isEqualTo(after.reading().at()).isAfter(Instant.EPOCH);
    return sample;
  }

  private static Outcome compare(Readings before, Readings after) {
    return RateArithmetic.compare(before.reading(), after.reading(), TERMS);
  }
}
