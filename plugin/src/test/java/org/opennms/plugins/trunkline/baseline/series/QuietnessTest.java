package org.opennms.plugins.trunkline.baseline.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class QuietnessTest {
  @Test
  void at_the_level_a_jump_counts_as_it_is() {
    assertThat(Quietness.of(10, 9, 10)).isEqualTo(1);
  }

  @Test
  void at_night_it_counts_less_and_at_noon_more() {
    assertThat(Quietness.of(1, 0.5, 10)).isCloseTo(1.58, within(0.01));
    assertThat(Quietness.of(15, 20, 10)).isCloseTo(0.87, within(0.01));
  }

  @Test
  void the_larger_of_what_is_and_what_is_usual_decides() {
    assertThat(Quietness.of(20, 1, 10)).isEqualTo(Quietness.of(1, 20, 10));
  }

  @Test
  void of_a_series_that_is_zero_nothing_is_said() {
    assertThat(Quietness.of(0, 0, 10)).isEqualTo(1);
    assertThat(Quietness.of(5, 0, 0)).isEqualTo(1);
  }

  @Property
  void it_stays_within_its_bounds(
      @ForAll @DoubleRange(min = -1e12, max = 1e12) double value,
      @ForAll @DoubleRange(min = -1e12, max = 1e12) double usual,
      @ForAll @DoubleRange(min = -1e12, max = 1e12) double level) {
    assertThat(Quietness.of(value, usual, level)).isBetween(0.8, 2.0);
  }
}
