package org.opennms.plugins.trunkline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfidenceBinsTest {
  private final ConfidenceBins bins = new ConfidenceBins();

  @Test
  void of_no_hours_nothing_is_said() {
    assertThat(bins.hours()).isZero();
    assertThat(bins.error()).isNaN();
    assertThat(bins.told()).isNaN();
  }

  @Test
  void an_honest_confidence_has_no_error() {
    for (int i = 0; i < 100; i++) {
      bins.add(0.75, i % 4 != 0);
    }
    assertThat(bins.error()).isCloseTo(0, within(1e-9));
    assertThat(bins.came()).isCloseTo(0.75, within(1e-9));
  }

  @Test
  void errors_of_different_confidence_do_not_cancel() {
    for (int i = 0; i < 100; i++) {
      bins.add(0.55, i % 4 != 0);
      bins.add(0.95, i % 4 != 0);
    }
    assertThat(bins.told()).isCloseTo(bins.came(), within(1e-9));
    assertThat(bins.error()).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void several_series_are_counted_by_their_hours() {
    ConfidenceBins other = new ConfidenceBins();
    other.add(0.5, true);
    bins.add(0.5, false);
    bins.addAll(other);
    assertThat(bins.hours()).isEqualTo(2);
    assertThat(bins.error()).isCloseTo(0, within(1e-9));
  }
}
