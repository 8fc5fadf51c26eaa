package org.opennms.plugins.trunkline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The figures are worked out by hand from the benchmark's paper. */
class NabSeriesTest {
  private static final int SAMPLES = 1000;
  private static final NabSeries.Window WINDOW = new NabSeries.Window(500, 599);

  @Test
  void silence_costs_every_window() {
    assertThat(raw(NabProfile.STANDARD)).isEqualTo(-1);
    assertThat(raw(NabProfile.LOW_FALSE_NEGATIVES)).isEqualTo(-2);
  }

  @Test
  void the_first_sample_of_a_window_is_worth_all_and_later_ones_nothing_more() {
    assertThat(raw(NabProfile.STANDARD, 500)).isCloseTo(1, within(1e-9));
    assertThat(raw(NabProfile.STANDARD, 500, 501, 599)).isCloseTo(1, within(1e-9));
  }

  @Test
  void the_last_sample_of_a_window_is_worth_next_to_nothing() {
    assertThat(raw(NabProfile.STANDARD, 599)).isBetween(0.0, 0.03);
  }

  @Test
  void a_false_detection_costs_more_the_farther_it_is_behind_a_window() {
    double soon = raw(NabProfile.STANDARD, 500, 610);
    double late = raw(NabProfile.STANDARD, 500, 950);

    assertThat(soon).isBetween(1 - 0.11, 1.0);
    assertThat(late).isCloseTo(1 - 0.11, within(1e-9));
    assertThat(raw(NabProfile.LOW_FALSE_POSITIVES, 500, 950)).isCloseTo(1 - 0.22, within(1e-9));
  }

  @Test
  void before_any_window_a_false_detection_costs_all_but_in_the_probation_nothing() {
    assertThat(raw(NabProfile.STANDARD, 400, 500)).isCloseTo(1 - 0.11, within(1e-9));
    assertThat(raw(NabProfile.STANDARD, 149, 500)).isCloseTo(1, within(1e-9));
    assertThat(raw(NabProfile.STANDARD, 150, 500)).isCloseTo(1 - 0.11, within(1e-9));
  }

  @Test
  void what_is_detected_again_within_the_time_of_an_episode_is_the_same_episode() {
    double[] score = new double[SAMPLES];
    Arrays.fill(score, 700, 800, 9);

    double once = series(score).raw(5, 86_400, NabProfile.STANDARD);
    double every = series(score).raw(5, 0, NabProfile.STANDARD);

    assertThat(once).isBetween(-1 - 0.11, -1.0);
    assertThat(every).isLessThan(-1 - 5.0);
  }

  private static double raw(NabProfile profile, int... detected) {
    double[] score = new double[SAMPLES];
    Arrays.stream(detected).forEach(i -> score[i] = 9);
    return series(score).raw(5, 0, profile);
  }

  private static NabSeries series(double[] score) {
    long[] seconds = LongStream.range(0, SAMPLES).map(i -> 300 * i).toArray();
    return new NabSeries(seconds, score, List.of(WINDOW));
  }
}
