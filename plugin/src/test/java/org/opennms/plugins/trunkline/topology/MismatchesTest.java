package org.opennms.plugins.trunkline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opennms.plugins.trunkline.topology.PortSettings.Duplex;

/** What two ends of a link have set differently, and what only looks so. */
class MismatchesTest {
  private static final PortSettings OWN = new PortSettings(1_000_000_000L, Duplex.FULL, 1_500, 1);

  private static List<String> between(PortSettings a, PortSettings b) {
    return words(a, b, PortSettings.UNKNOWN, PortSettings.UNKNOWN);
  }

  private static List<String> words(
      PortSettings a, PortSettings b, PortSettings aTold, PortSettings bTold) {
    return Mismatches.between(a, b, aTold, bTold).stream()
        .map(m -> m.kind().spelling() + " " + m.a() + " / " + m.b())
        .toList();
  }

  @Test
  void equal_ends_differ_in_nothing() {
    assertThat(between(OWN, OWN)).isEmpty();
  }

  @Test
  void each_setting_is_reported_with_both_values() {
    assertThat(between(OWN, new PortSettings(100_000_000L, Duplex.HALF, 9_000, 7)))
        .hasSize(4)
        .anyMatch(m -> m.contains("1000 Mbit/s / 100 Mbit/s"))
        .anyMatch(m -> m.contains("full / half"))
        .anyMatch(m -> m.contains("1500 / 9000"))
        .anyMatch(m -> m.contains("1 / 7"));
  }

  @Test
  void what_an_end_does_not_say_differs_from_nothing() {
    assertThat(between(OWN, PortSettings.UNKNOWN)).isEmpty();
    assertThat(between(PortSettings.UNKNOWN, OWN)).isEmpty();
  }

  @Test
  void what_the_other_was_told_stands_in_for_what_an_end_does_not_say_itself() {
    PortSettings told = new PortSettings(0, Duplex.HALF, 0, 7);

    assertThat(words(OWN, PortSettings.UNKNOWN, PortSettings.UNKNOWN, told))
        .anyMatch(m -> m.contains("full / half"))
        .anyMatch(m -> m.contains("1 / 7"))
        .hasSize(2);
  }

  @Test
  void an_ends_own_word_counts_before_what_the_other_was_told() {
    PortSettings stale = new PortSettings(0, Duplex.HALF, 576, 9);

    assertThat(words(OWN, OWN, stale, stale)).isEmpty();
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({"1500, 1514", "1500, 1518", "1500, 1522", "9000, 9014", "9216, 9198", "1500, 1504"})
  void a_header_that_one_vendor_counts_is_no_difference(int one, int other) {
    PortSettings a = new PortSettings(0, Duplex.UNKNOWN, one, 0);
    PortSettings b = new PortSettings(0, Duplex.UNKNOWN, other, 0);

    assertThat(between(a, b)).isEmpty();
    assertThat(between(b, a)).isEmpty();
  }
}
