package org.opennms.plugins.trunkline.shell;

import java.time.Duration;
import java.util.Locale;

/** Spans of time for people. */
final class Spans {
  private Spans() {}

  /** The two largest units, for example {@code 1 d 2 h}, {@code 3 min 4 s}, {@code 0.3 s}. */
  static String text(Duration span) {
    if (span.toSeconds() < 10 && span.toMillisPart() != 0) {
      return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0);
    }
    long[] amounts = {
      span.toDays(), span.toHoursPart(), span.toMinutesPart(), span.toSecondsPart()
    };
    String[] units = {"d", "h", "min", "s"};
    int first = 0;
    while (first < amounts.length - 1 && amounts[first] == 0) {
      first++;
    }
    StringBuilder text =
        new StringBuilder().append(amounts[first]).append(' ').append(units[first]);
    if (first < amounts.length - 1 && amounts[first + 1] != 0) {
      text.append(' ').append(amounts[first + 1]).append(' ').append(units[first + 1]);
    }
    return text.toString();
  }
}
