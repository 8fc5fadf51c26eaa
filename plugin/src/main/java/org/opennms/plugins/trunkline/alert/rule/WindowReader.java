package org.opennms.plugins.trunkline.alert.rule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads when something holds: {@code start} and {@code end}, or days and times. Stateless. */
final class WindowReader {
  static final List<String> KEYS = List.of("start", "end", "days", "from", "to", "zone");

  private WindowReader() {}

  static Optional<Window> window(Section section) {
    return section.has("start") || section.has("end") ? once(section) : weekly(section);
  }

  private static Optional<Window> once(Section section) {
    Optional<Instant> start = instant(section, "start");
    Optional<Instant> end = instant(section, "end");
    if (start.isEmpty() || end.isEmpty()) {
      section.note("", "has only one end", "Write start and end, as in 2027-01-31T22:00:00Z.");
      return Optional.empty();
    }
    if (!start.get().isBefore(end.get())) {
      section.note("end", "is not after start", "Exchange the two.");
      return Optional.empty();
    }
    return Optional.of(new Window.Once(start.get(), end.get()));
  }

  private static Optional<Window> weekly(Section section) {
    if (!section.has("from") || !section.has("to")) {
      section.note("", "says no time", "Write from and to, as in 22:00, or start and end.");
      return Optional.empty();
    }
    return Optional.of(
        new Window.Weekly(
            days(section), time(section, "from"), time(section, "to"), zone(section)));
  }

  private static Set<DayOfWeek> days(Section section) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String text : section.texts("days")) {
      String wanted = text.toUpperCase(Locale.ROOT);
      Optional<DayOfWeek> day =
          Arrays.stream(DayOfWeek.values())
              .filter(d -> wanted.length() >= 3 && d.name().startsWith(wanted))
              .findFirst();
      day.ifPresentOrElse(
          days::add,
          () -> section.note("days", "'" + text + "' is no day", "Write mon, tue and so on."));
    }
    return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
  }

  private static LocalTime time(Section section, String key) {
    return section.value(
        key, LocalTime.MIDNIGHT, parsing(LocalTime::parse), "is no time", "Write it as 22:00.");
  }

  private static ZoneId zone(Section section) {
    return section.value(
        "zone",
        ZoneOffset.UTC,
        parsing(ZoneId::of),
        "is no time zone",
        "Write one as Europe/Zurich or UTC.");
  }

  // Outside: whether the text is one; inside: that the key may be left out.
  @SuppressWarnings("OptionalMapToOptional")
  private static Optional<Instant> instant(Section section, String key) {
    return section.value(
        key,
        Optional.empty(),
        parsing(Instant::parse).andThen(i -> i.map(Optional::of)),
        "is no instant",
        "Write it in UTC, as in 2027-01-31T22:00:00Z.");
  }

  private static <T> Function<String, Optional<T>> parsing(Function<String, T> parser) {
    return text -> {
      try {
        return Optional.of(parser.apply(text));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    };
  }
}
