package org.opennms.plugins.trunkline.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.Problem;

/**
 * Reads {@code calendar.ics}, an iCalendar file (RFC 5545) as calendar programs and holiday servers
 * write it. Events that last whole days are holidays, others planned work; the categories {@code
 * HOLIDAY} and {@code MAINTENANCE} or {@code EXCLUSION} say otherwise. LOCATION may name the nodes
 * that an event concerns. Stateless.
 */
public final class CalendarFile {
  /** As operators know it. */
  public static final String NAME = "trunkline/calendar.ics";

  private static final String REMEDY = "Correct the event or leave it out.";

  private final List<PlannedTime> times = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> hints = new ArrayList<>();

  private CalendarFile() {}

  /** The events of a file; problems name the line. */
  public static ConfigReading<PlannedCalendar> read(String text) {
    CalendarFile file = new CalendarFile();
    file.take(lines(text));
    return file.problems.isEmpty()
        ? new ConfigReading<>(Optional.of(new PlannedCalendar(file.times)), List.of(), file.hints)
        : new ConfigReading<>(Optional.empty(), file.problems, file.hints);
  }

  private void take(List<CalendarLine> lines) {
    CalendarEvent event = null;
    int depth = 0;
    for (CalendarLine line : lines) {
      if (line.is("BEGIN", "VEVENT")) {
        event = new CalendarEvent(line.number());
      } else if (line.is("END", "VEVENT") && event != null) {
        finish(event);
        event = null;
      } else if (event != null) {
        // Alarms within an event have properties of their own.
        depth += line.name().equals("BEGIN") ? 1 : line.name().equals("END") ? -1 : 0;
        if (depth == 0) {
          event.add(line);
        }
      }
    }
    if (event != null) {
      refuse(event.line(), "VEVENT", "the event does not end");
    }
  }

  private void finish(CalendarEvent event) {
    try {
      times.addAll(event.times());
      event
          .remarks()
          .forEach(r -> hints.add(new Problem(NAME, event.line(), "RRULE", r, "See the manual.")));
    } catch (IllegalArgumentException e) {
      refuse(event.line(), "VEVENT", e.getMessage());
    }
  }

  private void refuse(int line, String where, String what) {
    problems.add(new Problem(NAME, line, where, what, REMEDY));
  }

  // A line that begins with a blank goes on with the one before.
  private static List<CalendarLine> lines(String text) {
    List<CalendarLine> lines = new ArrayList<>();
    StringBuilder whole = new StringBuilder();
    int number = 0;
    int began = 1;
    for (String line : text.split("\r?\n", -1)) {
      number++;
      if (!line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
        whole.append(line, 1, line.length());
        continue;
      }
      CalendarLine.parse(whole.toString(), began).ifPresent(lines::add);
      whole.setLength(0);
      whole.append(line);
      began = number;
    }
    CalendarLine.parse(whole.toString(), began).ifPresent(lines::add);
    return lines;
  }

  /**
   * A property.
   *
   * @param name in upper case
   * @param parameters between name and value, in upper case but for time zones
   * @param value as written
   * @param number of its first line
   */
  record CalendarLine(String name, List<String> parameters, String value, int number) {
    static Optional<CalendarLine> parse(String text, int number) {
      boolean quoted = false;
      for (int i = 0; i < text.length(); i++) {
        quoted ^= text.charAt(i) == '"';
        if (text.charAt(i) == ':' && !quoted) {
          String[] head = text.substring(0, i).split(";", -1);
          List<String> parameters = List.of(head).subList(1, head.length);
          String name = head[0].trim().toUpperCase(Locale.ROOT);
          return Optional.of(
              new CalendarLine(name, parameters, text.substring(i + 1).trim(), number));
        }
      }
      return Optional.empty();
    }

    boolean is(String wanted, String what) {
      return name.equals(wanted) && value.equalsIgnoreCase(what);
    }

    /** The value of a parameter, without quotes. */
    Optional<String> parameter(String wanted) {
      return parameters.stream()
          .filter(p -> p.regionMatches(true, 0, wanted + "=", 0, wanted.length() + 1))
          .map(p -> p.substring(wanted.length() + 1).replace("\"", ""))
          .findFirst();
    }
  }
}
