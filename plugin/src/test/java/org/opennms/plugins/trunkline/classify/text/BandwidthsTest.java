package org.opennms.plugins.trunkline.classify.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandwidthsTest {
  @ParameterizedTest
  @CsvSource({
    "500M, 500000000",
    "1.5 Gbit/s, 1500000000",
    "64kbps, 64000",
    "10G, 10000000000",
    "100 Mb/s, 100000000",
    "2000000, 2000000",
    "1Tbps, 1000000000000"
  })
  void a_number_with_a_unit_is_bits_per_second(String text, long bits) {
    assertThat(Bandwidths.parse(text)).hasValue(bits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fast", "500X", "1.2.3G", "G", "10 M", "10 Meter", "99999999999G"})
  void anything_else_is_none(String text) {
    assertThat(Bandwidths.parse(text)).isEmpty();
  }

  @Property
  void no_text_is_too_odd_to_be_read(@ForAll String any) {
    Bandwidths.parse(any).ifPresent(bits -> assertThat(bits).isNotNegative());
  }
}
