package org.opennms.plugins.trunkline.baseline;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.baseline.CalendarFile.CalendarLine;

/** One VEVENT under reading: gathers its properties, then makes times of them. For one thread. */
final class CalendarEvent {
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final Set<String> UNDERSTOOD =
      Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST", "BYMONTH", "BYMONTHDAY");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "DAILY", ChronoUnit.DAYS,
          "WEEKLY", ChronoUnit.WEEKS,
          "MONTHLY", ChronoUnit.MONTHS,
          "YEARLY", ChronoUnit.YEARS);

  private final Map<String, CalendarLine> lines = new HashMap<>();
  private final List<CalendarLine> exceptions = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final int line;

  CalendarEvent(int line) {
    this.line = line;
  }

  int line() {
    return line;
  }

  /** What of it is not understood, but bearable. */
  List<String> remarks() {
    return remarks;
  }

  void add(CalendarLine property) {
    if (property.name().equals("EXDATE")) {
      exceptions.add(property);
    } else {
      lines.put(property.name(), property);
    }
  }

  /**
   * The times that it describes.
   *
   * @throws IllegalArgumentException when it has no start or what is there is no time
   */
  List<PlannedTime> times() {
    if (lines.containsKey("STATUS") && lines.get("STATUS").value().equalsIgnoreCase("CANCELLED")) {
      return List.of();
    }
    CalendarLine first = lines.get("DTSTART");
    if (first == null) {
      throw new IllegalArgumentException("it has no DTSTART");
    }
    LocalDateTime start = time(first);
    Optional<ZoneId> zone = zone(first);
    boolean wholeDays = isDate(first.value());
    Map<String, String> rule = rule();
    PlannedTime time =
        new PlannedTime(
            kind(wholeDays),
            start,
            length(start, wholeDays),
            zone,
            rule(rule),
            left(),
            words("LOCATION"));
    List<DayOfWeek> days = days(rule);
    return days.isEmpty() ? List.of(time) : days.stream().map(time::from).toList();
  }

  private PlannedTime.Kind kind(boolean wholeDays) {
    Set<String> categories =
        words("CATEGORIES").stream()
            .map(c -> c.toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    if (categories.stream().anyMatch(c -> c.contains("HOLIDAY"))) {
      return PlannedTime.Kind.HOLIDAY;
    }
    boolean work = categories.contains("MAINTENANCE") || categories.contains("EXCLUSION");
    return wholeDays && !work ? PlannedTime.Kind.HOLIDAY : PlannedTime.Kind.EXCLUSION;
  }

  private Set<String> words(String property) {
    CalendarLine found = lines.get(property);
    return found == null
        ? Set.of()
        : Arrays.stream(found.value().split("\\\\?,", -1))
            .map(String::trim)
            .filter(w -> !w.isEmpty())
            .collect(Collectors.toSet());
  }

  private Duration length(LocalDateTime start, boolean wholeDays) {
    Duration length = wholeDays ? Duration.ofDays(1) : Duration.ZERO;
    if (lines.containsKey("DTEND")) {
      length = Duration.between(start, time(lines.get("DTEND")));
    } else if (lines.containsKey("DURATION")) {
      length = duration(lines.get("DURATION").value());
    }
    if (length.isNegative() || length.isZero()) {
      throw new IllegalArgumentException("it ends before it begins, or has no end");
    }
    return length;
  }

  private static Duration duration(String text) {
    try {
      boolean weeks = text.endsWith("W");
      return weeks
          ? Duration.ofDays(7L * Integer.parseInt(text.substring(1, text.length() - 1)))
          : Duration.parse(text);
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("'" + text + "' is no duration", e);
    }
  }

  private Set<LocalDateTime> left() {
    Set<LocalDateTime> left = new HashSet<>();
    for (CalendarLine exception : exceptions) {
      for (String each : exception.value().split(",", -1)) {
        left.add(time(each.trim()));
      }
    }
    return left;
  }

  private Map<String, String> rule() {
    Map<String, String> parts = new HashMap<>();
    if (lines.containsKey("RRULE")) {
      for (String part : lines.get("RRULE").value().toUpperCase(Locale.ROOT).split(";", -1)) {
        int equals = part.indexOf('=');
        parts.put(equals < 0 ? part : part.substring(0, equals), part.substring(equals + 1));
      }
      if (!UNDERSTOOD.containsAll(parts.keySet()) || !UNITS.containsKey(parts.get("FREQ"))) {
        remarks.add("this repetition is not understood, the event counts once");
        parts.clear();
      }
    }
    return parts;
  }

  private PlannedTime.Rule rule(Map<String, String> parts) {
    if (parts.isEmpty()) {
      return PlannedTime.Rule.ONCE;
    }
    try {
      int interval = Math.max(1, Integer.parseInt(parts.getOrDefault("INTERVAL", "1")));
      long count = parts.containsKey("COUNT") ? count(parts) : Long.MAX_VALUE;
      String until = parts.get("UNTIL");
      LocalDateTime last = until == null ? LocalDateTime.MAX : endOf(until);
      return new PlannedTime.Rule(UNITS.get(parts.get("FREQ")), interval, count, last);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("INTERVAL and COUNT are whole numbers", e);
    }
  }

  // With several days a week each is a series of its own, which shares the count.
  private long count(Map<String, String> parts) {
    int days = Math.max(1, days(parts).size());
    return (Long.parseLong(parts.get("COUNT")) + days - 1) / days;
  }

  private static LocalDateTime endOf(String until) {
    LocalDateTime time = time(until);
    return isDate(until) ? time.plusDays(1).minusSeconds(1) : time;
  }

  private List<DayOfWeek> days(Map<String, String> parts) {
    String days = parts.get("BYDAY");
    if (days == null) {
      return List.of();
    }
    boolean plain = Arrays.stream(days.split(",", -1)).allMatch(DAYS::contains);
    if (!"WEEKLY".equals(parts.get("FREQ")) || !plain) {
      remarks.add("BYDAY is understood in weekly repetitions only, the day of DTSTART counts");
      return List.of();
    }
    return Arrays.stream(days.split(",", -1)).map(d -> DayOfWeek.of(DAYS.indexOf(d) + 1)).toList();
  }

  private static boolean isDate(String text) {
    return text.indexOf('T') < 0;
  }

  private static LocalDateTime time(CalendarLine property) {
    return time(property.value());
  }

  private static LocalDateTime time(String text) {
    String plain = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
    try {
      return isDate(plain)
          ? LocalDate.parse(plain, DATE).atStartOfDay()
          : LocalDateTime.parse(plain, TIME);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is no time", e);
    }
  }

  private static Optional<ZoneId> zone(CalendarLine property) {
    if (property.value().endsWith("Z")) {
      return Optional.of(ZoneOffset.UTC);
    }
    try {
      return property.parameter("TZID").map(ZoneId::of);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("its TZID is no time zone that is known here", e);
    }
  }
}
