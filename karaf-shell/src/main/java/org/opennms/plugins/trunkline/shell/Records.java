package org.opennms.plugins.trunkline.shell;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows for other programs, as JSON or CSV, printed one at a time. For one thread. */
final class Records {
  private final Screen screen;
  private final Format format;
  private final List<String> columns;
  private boolean first = true;

  /**
   * Prints the beginning.
   *
   * @param format JSON or CSV
   */
  Records(Screen screen, Format format, List<String> columns) {
    this.screen = screen;
    this.format = format;
    this.columns = List.copyOf(columns);
    if (format == Format.CSV) {
      screen.line(csv(columns));
    } else {
      screen.out().print("[");
    }
  }

  /** One cell for each column. */
  void row(List<String> cells) {
    if (format == Format.CSV) {
      screen.line(csv(cells));
      return;
    }
    screen.out().print(first ? "\n" : ",\n");
    first = false;
    screen
        .out()
        .print(
            IntStream.range(0, columns.size())
                .mapToObj(i -> json(columns.get(i)) + ":" + json(cells.get(i)))
                .collect(Collectors.joining(",", "{", "}")));
  }

  /** Prints the end. */
  void end() {
    if (format == Format.JSON) {
      screen.line("\n]");
    }
  }

  private static String csv(List<String> cells) {
    return cells.stream().map(Records::csv).collect(Collectors.joining(","));
  }

  /** Harmless also for a spreadsheet, which would run a formula that a device sent. */
  static String csv(String raw) {
    String cell = Printable.text(raw);
    boolean formula = cell.matches("(?s)[=+@-].*") && !cell.matches("-|-\\d+(\\.\\d+)?");
    String harmless = formula ? "'" + cell : cell;
    return harmless.matches("(?s).*[\",\n\r].*")
        ? "\"" + harmless.replace("\"", "\"\"") + "\""
        : harmless;
  }

  /** A JSON string, whatever the text. */
  static String json(String raw) {
    StringBuilder text = new StringBuilder(raw.length() + 2).append('"');
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.append('"').toString();
  }
}
