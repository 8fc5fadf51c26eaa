package org.opennms.plugins.trunkline.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficRates;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.operations.TrafficTotals;

class SampleRingTest {
  private static final Instant START = Readings.START;
  private static final Duration STEP = Duration.ofMinutes(5);

  private final SampleRing ring = new SampleRing();

  @Test
  void what_goes_in_comes_out() {
    TrafficSample sample =
        new TrafficSample(
            START,
            START.plus(STEP),
            new TrafficRates(1.5e9, 200_000, 0.25, 0.125, 0.5),
            TrafficRates.UNKNOWN,
            AdminStatus.UP,
            OperStatus.LOWER_LAYER_DOWN,
            TrafficQuality.WRAP,
            false);
    ring.add(sample);
    assertThat(ring.between(START, START.plus(STEP))).containsExactly(sample);
    assertThat(ring.between(START.plus(STEP), START.plus(STEP))).isEmpty();
  }

  @Test
  void it_holds_24_hours_in_15_kilobytes() {
    for (int i = 1; i <= 1000; i++) {
      ring.add(sample(i, 1e6 * i, 0, TrafficQuality.GOOD));
    }
    assertThat(ring.size()).isEqualTo(288);
    assertThat(ring.bytes()).isLessThan(15_000);
    Instant end = START.plus(STEP.multipliedBy(1000));
    assertThat(ring.between(START, end))
        .hasSize(288)
        .last()
        .extracting(TrafficSample::end)
        .isEqualTo(end);
    assertThat(ring.between(START, end).get(0).in().bitsPerSecond()).isEqualTo(713e6);
  }

  @Test
  void a_sample_that_is_not_later_is_left_out_unless_the_clock_was_far_ahead() {
    ring.add(sample(10, 1, 0, TrafficQuality.GOOD));
    assertThat(ring.add(sample(10, 2, 0, TrafficQuality.GOOD))).isFalse();
    assertThat(ring.add(sample(9, 2, 0, TrafficQuality.GOOD))).isFalse();
    ring.add(sample(10_000, 3, 0, TrafficQuality.GOOD));
    assertThat(ring.add(sample(11, 4, 0, TrafficQuality.GOOD))).isTrue();
    assertThat(ring.size()).isEqualTo(1);
  }

  @Test
  void a_day_is_summed_up_by_time_and_packets() {
    ring.add(sample(1, 100e6, 0.5, TrafficQuality.GOOD));
    ring.add(sample(2, 300e6, 0, TrafficQuality.GOOD));
    ring.add(sample(3, Double.NaN, Double.NaN, TrafficQuality.RESET));
    DaySum sum = new DaySum();
    ring.visit(START, START.plus(STEP.multipliedBy(3)), sum);
    TrafficTotals in = sum.in();
    assertThat(in.averageMbps()).isEqualTo(200);
    assertThat(in.maximumMbps()).isEqualTo(300);
    assertThat(in.gigabytes()).isCloseTo(400e6 * 300 / 8e9, within(1e-9));
    // 100 and 300 packets a second, half of the first with errors.
    assertThat(in.averageErrorRatio()).isCloseTo(0.125, within(1e-6));
    assertThat(in.maximumErrorRatio()).isEqualTo(0.5);
    assertThat(in.averageUtilization()).isCloseTo(0.2, within(1e-6));
    assertThat(in.maximumUtilization()).isCloseTo(0.3, within(1e-6));
    assertThat(sum.coverage(900)).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void a_mean_over_a_gap_counts_for_the_sums_but_is_no_maximum() {
    ring.add(sample(1, 100e6, 0, TrafficQuality.GOOD));
    ring.add(sample(2, 900e6, 0, TrafficQuality.GAP));
    DaySum sum = new DaySum();
    ring.visit(START, START.plus(STEP.multipliedBy(2)), sum);
    assertThat(sum.in().averageMbps()).isEqualTo(500);
    assertThat(sum.in().maximumMbps()).isEqualTo(100);
  }

  @Test
  void of_nothing_nothing_is_known() {
    DaySum sum = new DaySum();
    ring.visit(START, START.plus(STEP), sum);
    assertThat(sum.in().averageMbps()).isNaN();
    assertThat(sum.in().gigabytes()).isNaN();
    assertThat(sum.out().maximumErrorRatio()).isNaN();
    assertThat(sum.coverage(300)).isZero();
  }

  private static TrafficSample sample(
      int position, double bits, double errors, TrafficQuality quality) {
    Instant end = START.plus(STEP.multipliedBy(position));
    TrafficRates rates = new TrafficRates(bits, bits / 1e6, errors, 0, bits / 1e9);
    return new TrafficSample(
        end.minus(STEP), end, rates, rates, AdminStatus.UP, OperStatus.UP, quality, false);
  }
}
