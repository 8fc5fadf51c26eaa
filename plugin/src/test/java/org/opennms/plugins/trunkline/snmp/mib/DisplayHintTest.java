package org.opennms.plugins.trunkline.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayHintTest {
  @ParameterizedTest
  @CsvSource({
    "d, 1234, 1234",
    "d-2, 1234, 12.34",
    "d-2, 5, 0.05",
    "d-2, -5, -0.05",
    "x, 255, ff",
    "o, 8, 10",
    "b, 5, 101",
  })
  void numbers_are_shown_by_their_hint(String hint, long number, String shown) {
    assertThat(DisplayHint.of(hint).format(number)).contains(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1x: | 001b21 | 00:1b:21",
        "1d.1d.1d.1d | c0000201 | 192.0.2.1",
        "2x:2x:2x:2x:2x:2x:2x:2x | 20010db8000000000000000000000001 | 2001:db8:0:0:0:0:0:1",
        "1d.1d.1d.1d%4d | c000020100000007 | 192.0.2.1%7",
        "255a | 6162 | ab",
        "1o | 0810 | 1020",
        "2d-1d-1d,1d:1d:1d.1d,1a1d:1d | 07ea0b140a1e0f052b0100 | 2026-11-20,10:30:15.5,+1:0",
      })
  void octets_are_shown_by_their_hint_and_read_back(String hint, String hex, String shown) {
    DisplayHint display = DisplayHint.of(hint);
    byte[] octets = HexFormat.of().parseHex(hex);

    assertThat(display.format(octets)).contains(shown);
    if (!hint.equals("1o")) {
      assertThat(display.parse(shown)).hasValueSatisfying(o -> assertThat(o).isEqualTo(octets));
    }
  }

  @Test
  void a_repeat_count_comes_from_the_octets() {
    DisplayHint hint = DisplayHint.of("*1d./1d");

    assertThat(hint.format(new byte[] {3, 1, 2, 3, 24})).contains("1.2.3/24");
    assertThat(hint.parse("1.2.3/24")).as("hints with a count are not read").isEmpty();
  }

  @Test
  void octets_that_are_no_characters_are_not_shown_as_such() {
    assertThat(DisplayHint.of("255a").format(new byte[] {7, 0})).isEmpty();
    assertThat(DisplayHint.of("255t").format(new byte[] {-1})).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x",
        "0d:",
        "*0x",
        "*",
        "99999999999x",
        "1q",
        "x1",
        "-",
        "1",
        "*1x",
        "65536a",
        "8d",
        "☃"
      })
  void a_hostile_hint_is_answered(String text) {
    DisplayHint hint = DisplayHint.of(text);
    byte[] octets = new byte[1000];

    assertThat(hint.format(octets).map(String::length).orElse(0)).isLessThan(5000);
    assertThat(hint.parse("1:2:3").map(o -> o.length).orElse(0)).isLessThan(5000);
    assertThat(hint.format(5L).map(String::length).orElse(0)).isLessThan(30);
    assertThat(hint).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({"1x:, 1:2:zz", "1d., 256.1", "1d., 1-1", "1x:, 100", "2d-1d, 70000-1"})
  void text_that_does_not_fit_is_not_read(String hint, String text) {
    assertThat(DisplayHint.of(hint).parse(text)).isEmpty();
  }
}
