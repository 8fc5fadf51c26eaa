package org.opennms.plugins.trunkline.lab;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.OptionalLong;

/**
 * Times as they are written in recorded series: seconds, milliseconds, microseconds or nanoseconds
 * since 1970, or date and time with or without seconds and offset; without one they are in UTC.
 */
final class SeriesTime {
  // Seconds stay below this for 3,000 years; smaller units passed it in 1973.
  private static final double MOST_SECONDS = 1e11;
  private static final double THOUSAND = 1000;
  private static final DateTimeFormatter CIVIL =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd[ HH:mm[:ss]]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .appendPattern("[ ][XXX][XX][X]")
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
          .toFormatter();

  private SeriesTime() {}

  /** Seconds since 1970; empty for what is no time. */
  static OptionalLong parse(String text) {
    try {
      return text.length() > 4 && "-/".indexOf(text.charAt(4)) >= 0
          ? OptionalLong.of(civil(text.replace('T', ' ').replace('/', '-')))
          : number(Double.parseDouble(text));
    } catch (NumberFormatException | DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private static long civil(String text) {
    TemporalAccessor read = CIVIL.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return read instanceof OffsetDateTime offset
        ? offset.toEpochSecond()
        : LocalDateTime.from(read).toEpochSecond(ZoneOffset.UTC);
  }

  private static OptionalLong number(double since) {
    if (!Double.isFinite(since)) {
      return OptionalLong.empty();
    }
    double seconds = since;
    while (Math.abs(seconds) >= MOST_SECONDS) {
      seconds /= THOUSAND;
    }
    return OptionalLong.of((long) Math.floor(seconds));
  }
}
