package org.opennms.plugins.trunkline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bit rates, spans and harmless text. */
class TextTest {
  @ParameterizedTest
  @CsvSource({
    "500M, 500000000",
    "500m, 500000000",
    "1G, 1000000000",
    "1.544M, 1544000",
    "64k, 64000",
    "64K, 64000",
    "0.5G, 500000000",
    "10T, 10000000000000",
    "1, 1",
    "' 7M ', 7000000",
  })
  void a_rate_is_read_in_bits_per_second(String text, long expected) {
    assertThat(BitRate.parse(text)).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "k",
        "0",
        "0M",
        "-1",
        "+1",
        "1e9",
        "1.5",
        "0.0001k",
        "1,5M",
        "1 M",
        "5X",
        "500Mb",
        "1..5M",
        "9999999999999T",
        "99999999999999999999999",
        "NaN",
        "0x10",
        "\u0663M"
      })
  void what_is_no_positive_whole_number_of_bits_is_no_rate(String text) {
    assertThat(BitRate.parse(text)).isEmpty();
  }

  @Property
  void a_rate_that_is_written_is_read_back(@ForAll @LongRange(min = 1) long rate) {
    assertThat(BitRate.parse(BitRate.format(rate))).hasValue(rate);
  }

  @Property
  void any_text_is_read_or_refused(@ForAll String text) {
    assertThat(BitRate.parse(text).orElse(1)).isPositive();
  }

  @Property
  void no_text_comes_through_with_control_characters(@ForAll String raw) {
    String shown = Printable.text(raw);

    assertThat(shown.codePoints())
        .noneMatch(Character::isISOControl)
        .noneMatch(c -> Character.getType(c) == Character.FORMAT)
        .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    assertThat(Printable.text(shown)).isEqualTo(shown);
  }

  @Example
  void text_in_any_script_stays_as_it_is() {
    for (String text : new String[] {"Büro", "Вход", "支店", "café\u0301", "שלום", "🏢"}) {
      assertThat(Printable.text(text)).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.3S, 0.3 s",
    "PT1S, 1 s",
    "PT12.345S, 12 s",
    "PT0S, 0 s",
    "PT3M4S, 3 min 4 s",
    "PT1H, 1 h",
    "PT1H0M9S, 1 h",
    "P1DT2H3M, 1 d 2 h",
  })
  void a_span_is_told_by_its_two_largest_units(Duration span, String expected) {
    assertThat(Spans.text(span)).isEqualTo(expected);
  }
}
