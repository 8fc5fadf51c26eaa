package org.opennms.plugins.trunkline.shell;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.opennms.plugins.trunkline.operations.WeekBaseline.Slot;

/** A week as seven rows of 24 hours, the darker the more; in colour where a terminal can. */
final class WeekMap {
  private static final int HOURS = 24;
  private static final String LABEL = "%-5s";
  private static final String SHADES = " .:-=+*#%@";

  /** Blue to red, of the 256 colours of a terminal; 10 steps. */
  private static final int[] COLOURS = {17, 18, 19, 25, 31, 36, 71, 178, 202, 160};

  private static final String UNKNOWN = "??";

  private final boolean colour;

  /**
   * @param colour whether the terminal shows colours; characters stand for them otherwise
   */
  WeekMap(boolean colour) {
    this.colour = colour;
  }

  /** Draws the expected values of 168 slots; nothing of them needs to be known. */
  void print(Screen screen, List<Slot> slots) {
    double most =
        slots.stream().mapToDouble(Slot::expected).filter(Double::isFinite).max().orElse(0);
    screen.line(hours());
    for (DayOfWeek day : DayOfWeek.values()) {
      int first = (day.getValue() - 1) * HOURS;
      StringBuilder row =
          new StringBuilder(
              String.format(LABEL, day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)));
      slots.subList(first, first + HOURS).forEach(slot -> row.append(cell(slot.expected(), most)));
      screen.line(row.toString().stripTrailing());
    }
  }

  private static String hours() {
    StringBuilder line = new StringBuilder(String.format(LABEL, ""));
    for (int hour = 0; hour < HOURS; hour += 3) {
      line.append(String.format("%02d    ", hour));
    }
    return line.toString().stripTrailing();
  }

  private String cell(double value, double most) {
    if (!Double.isFinite(value)) {
      return UNKNOWN;
    }
    int step = most <= 0 ? 0 : (int) Math.round(9 * Math.max(0, Math.min(1, value / most)));
    return colour
        ? "\u001b[48;5;" + COLOURS[step] + "m  \u001b[0m"
        : String.valueOf(SHADES.charAt(step)).repeat(2);
  }
}
