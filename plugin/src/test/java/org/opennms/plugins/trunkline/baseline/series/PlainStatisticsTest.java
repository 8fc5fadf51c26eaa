package org.opennms.plugins.trunkline.baseline.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PlainStatisticsTest {
  private static final int STEP = 300;
  private final WeekCursor at = new WeekCursor(ZoneOffset.UTC);

  // Ten o'clock on Mondays, with what comes after so that the hour is over.
  private void monday(PlainStatistics plain, int week, double... values) {
    long time = Week.MONDAY + week * 7L * Week.DAY + 10 * 3600;
    for (double value : values) {
      plain.add(at.moveTo(time), value);
      time += STEP;
    }
    plain.add(at.moveTo(Week.MONDAY + week * 7L * Week.DAY + 11 * 3600), 0);
  }

  @Test
  void they_are_those_of_the_school_book_within_the_look_back() {
    PlainStatistics plain = new PlainStatistics(2);
    monday(plain, 0, 2, 4, 4, 4);
    monday(plain, 1, 5, 5, 7, 9);

    assertThat(plain.mean(10)).isCloseTo(5, within(1e-5));
    assertThat(plain.deviation(10)).isCloseTo(2, within(1e-5));
    assertThat(plain.minimum(10)).isEqualTo(2);
    assertThat(plain.maximum(10)).isEqualTo(9);
    assertThat(plain.samples(10)).isEqualTo(8);
    assertThat(plain.weeks(10)).isEqualTo(2);
  }

  @Test
  void what_is_older_than_the_look_back_is_forgotten() {
    PlainStatistics plain = new PlainStatistics(2);
    monday(plain, 0, 1000, 1);
    for (int week = 1; week <= 12; week++) {
      monday(plain, week, 5, 5);
    }

    assertThat(plain.minimum(10)).isEqualTo(5);
    assertThat(plain.maximum(10)).isEqualTo(5);
    assertThat(plain.mean(10)).isCloseTo(5, within(0.5));
  }

  @Test
  void an_hour_that_was_never_seen_has_no_figures() {
    PlainStatistics plain = new PlainStatistics(4);

    assertThat(plain.mean(3)).isNaN();
    assertThat(plain.minimum(3)).isNaN();
    assertThat(plain.samples(3)).isZero();
  }
}
