package org.opennms.plugins.trunkline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({"500ms, PT0.5S", "3s, PT3S", " 5 m , PT5M", "1h, PT1H", "7d, P7D", "0s, PT0S"})
  void a_number_with_a_unit_is_a_duration(String text, Duration expected) {
    assertThat(Durations.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "h", "1", "1w", "1H", "-1h", "1.5h", "1h30m", "PT1H", "1234567890s", "١h"})
  void anything_else_is_none(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }

  @Property
  void no_number_overflows(@ForAll @IntRange(max = 999_999_999) int number) {
    assertThat(Durations.parse(number + "d")).contains(Duration.ofDays(number));
    assertThat(Durations.parse(number + "ms")).contains(Duration.ofMillis(number));
  }
}
