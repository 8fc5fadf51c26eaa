package org.opennms.plugins.trunkline.alert.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opennms.plugins.trunkline.alert.rule.AlertRule.Lasting;
import org.opennms.plugins.trunkline.alert.rule.AlertRule.Levels;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertSeverity;

/** Reads one rule or one announced work. Stateless. */
final class RuleReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final List<String> SHARED =
      List.of("name", "kind", "match", "severity", "for", "times", "flapping", "when");
  private static final List<String> OF_SHARES = List.of("above", "clear");

  private RuleReader() {}

  static Optional<AlertRule> rule(Section section) {
    Optional<AlertKind> kind = kind(section);
    String name = name(section);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    section.allow(keys(kind.get()));
    Section match = section.section("match");
    match.allow(SelectionReader.KEYS);
    return Optional.of(
        new AlertRule(
            name,
            kind.get(),
            SelectionReader.selection(match),
            SelectionReader.severities(section, Severities.always(AlertSeverity.MEDIUM)),
            levels(section, kind.get()),
            lasting(section),
            atLeast(section),
            when(section)));
  }

  static Optional<Maintenance> maintenance(Section section, String otherwise) {
    List<String> keys = new ArrayList<>(List.of("name", "match"));
    keys.addAll(WindowReader.KEYS);
    section.allow(keys);
    Section match = section.section("match");
    match.allow(SelectionReader.KEYS);
    String name = section.text("name").orElse(otherwise);
    Selection what = SelectionReader.selection(match);
    return WindowReader.window(section).map(window -> new Maintenance(name, what, window));
  }

  // Outside: whether the text is one; inside: that the key may be left out.
  @SuppressWarnings("OptionalMapToOptional")
  private static Optional<AlertKind> kind(Section section) {
    Optional<AlertKind> kind =
        section.value(
            "kind",
            Optional.empty(),
            t -> AlertKind.parse(t).filter(k -> k != AlertKind.TEST).map(Optional::of),
            "is no kind of alert",
            "Known are " + AlertKind.spellings() + "; test is Trunkline's own.");
    if (!section.has("kind")) {
      section.note("kind", "is missing", "Known are " + AlertKind.spellings() + ".");
    }
    return kind;
  }

  private static String name(Section section) {
    String name = section.text("name").orElse("");
    if (!NAME.matcher(name).matches()) {
      section.note(
          "name",
          "'" + name + "' is no name of a rule",
          "Use 1 to 64 lower-case letters, digits and hyphens; it is part of alarm keys.");
    }
    return name;
  }

  private static List<String> keys(AlertKind kind) {
    List<String> keys = new ArrayList<>(SHARED);
    switch (kind) {
      case UTILIZATION -> keys.addAll(OF_SHARES);
      case ERRORS, DISCARDS -> {
        keys.addAll(OF_SHARES);
        keys.add("packets");
      }
      case ANOMALY, LEVEL_SHIFT -> keys.add("at-least");
      case DEVICES_SILENT -> keys.add("more-than");
      default -> {}
    }
    return keys;
  }

  private static Levels levels(Section section, AlertKind kind) {
    if (kind == AlertKind.DEVICES_SILENT) {
      return new Levels(section.count("more-than", 20), 0, 0);
    }
    if (!kind.isShare()) {
      return Levels.NONE;
    }
    if (!section.has("above")) {
      section.note("above", "is missing", "Write a percentage, as in 80%.");
    }
    double above = section.share("above", 1);
    double clear = section.share("clear", above);
    if (clear > above) {
      section.note("clear", "is higher than above", "Write the same or a lower percentage.");
    }
    return new Levels(above, clear, section.count("packets", 0));
  }

  private static Lasting lasting(Section section) {
    Duration raise = section.duration("for", Duration.ZERO);
    if (raise.compareTo(LONGEST) > 0) {
      section.note("for", "is longer than 7d", "Write a shorter time.");
    }
    int[] times = counts(section, "times", "of", new int[] {1, 1}, 60);
    Optional<String> flapping = section.text("flapping").filter(t -> !t.equalsIgnoreCase("off"));
    if (section.has("flapping") && flapping.isEmpty()) {
      return new Lasting(raise, times[0], times[1], 0, Lasting.AT_ONCE.flapSpan());
    }
    int[] flaps = counts(section, "flapping", "in", new int[] {5, 30}, 1440);
    return new Lasting(raise, times[0], times[1], flaps[0], Duration.ofMinutes(flaps[1]));
  }

  // "3 of 5", or "5 in 30m" for flapping.
  private static int[] counts(Section section, String key, String word, int[] standard, int most) {
    return section.value(
        key,
        standard,
        text -> {
          String[] parts = text.split(" " + word + " ", 2);
          if (parts.length != 2
              || !parts[0].strip().matches("\\d{1,2}")
              || !parts[1].strip().matches("\\d{1,4}m?")) {
            return Optional.empty();
          }
          int first = Integer.parseInt(parts[0].strip());
          int second = Integer.parseInt(parts[1].strip().replace("m", ""));
          boolean sound = first >= 1 && second >= first && second <= most;
          return sound ? Optional.of(new int[] {first, second}) : Optional.empty();
        },
        "does not say how often",
        word.equals("of")
            ? "Write it as 3 of 5, at most of 60."
            : "Write it as 5 in 30m (more minutes than times), or off.");
  }

  private static AlertSeverity atLeast(Section section) {
    return section.value(
        "at-least",
        AlertSeverity.LOW,
        AlertSeverity::parse,
        "is no severity",
        "Write low, medium, high or critical.");
  }

  private static Optional<Window> when(Section section) {
    if (!section.has("when")) {
      return Optional.empty();
    }
    Section when = section.section("when");
    when.allow(WindowReader.KEYS);
    return WindowReader.window(when);
  }
}
