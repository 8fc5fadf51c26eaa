package org.opennms.plugins.trunkline.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;

/**
 * A table that fits the terminal: wide columns are cut first, then those at the right end are left
 * out. Without a terminal it is as wide as its content. Cells are made harmless here.
 */
final class Table {
  private static final int BETWEEN = 3;
  private static final int NARROWEST = 8;

  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /** How a column may be treated. */
  private record Column(String header, boolean flexible, boolean right) {}

  /** A column that is never cut. */
  Table column(String header) {
    columns.add(new Column(header, false, false));
    return this;
  }

  /** A column that is never cut, aligned to the right. */
  Table number(String header) {
    columns.add(new Column(header, false, true));
    return this;
  }

  /** A column that is cut where the terminal is narrow. */
  Table flexible(String header) {
    columns.add(new Column(header, true, false));
    return this;
  }

  /** One cell for each column. */
  void row(Object... cells) {
    rows.add(Arrays.stream(cells).map(Table::text).map(Printable::text).toList());
  }

  private static String text(Object cell) {
    return cell instanceof Instant instant ? Times.text(instant) : String.valueOf(cell);
  }

  void print(Screen screen) {
    List<Integer> widths = fitted(screen.width());
    ShellTable table = new ShellTable();
    for (Column column : columns.subList(0, widths.size())) {
      if (column.right()) {
        table.column(column.header()).alignRight();
      } else {
        table.column(column.header());
      }
    }
    for (List<String> row : rows) {
      Object[] cells = new Object[widths.size()];
      Arrays.setAll(cells, i -> cut(row.get(i), widths.get(i)));
      table.addRow().addContent(cells);
    }
    table.print(screen.out());
  }

  /** Widths of the columns that are shown; all of them, and uncut, where the width is 0. */
  private List<Integer> fitted(int width) {
    List<Integer> natural = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      int content = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
      natural.add(Math.max(columns.get(i).header().length(), content));
    }
    for (int shown = columns.size(); shown > 1; shown--) {
      List<Integer> widths = new ArrayList<>(natural.subList(0, shown));
      if (width == 0 || shrunk(widths, width)) {
        return widths;
      }
    }
    return natural.subList(0, 1);
  }

  /** Takes from the widest column that may be cut until all fit; false where they cannot. */
  private boolean shrunk(List<Integer> widths, int width) {
    while (total(widths) > width) {
      int widest = -1;
      for (int i = 0; i < widths.size(); i++) {
        if (isShrinkable(widths, i) && (widest < 0 || widths.get(i) > widths.get(widest))) {
          widest = i;
        }
      }
      if (widest < 0) {
        return false;
      }
      widths.set(widest, widths.get(widest) - 1);
    }
    return true;
  }

  private static int total(List<Integer> widths) {
    return widths.stream().mapToInt(Integer::intValue).sum() + BETWEEN * (widths.size() - 1);
  }

  private boolean isShrinkable(List<Integer> widths, int i) {
    return columns.get(i).flexible()
        && widths.get(i) > Math.max(NARROWEST, columns.get(i).header().length());
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "~";
  }
}
