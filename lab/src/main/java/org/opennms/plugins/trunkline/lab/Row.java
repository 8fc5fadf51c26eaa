package org.opennms.plugins.trunkline.lab;

import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/**
 * A record with columns that may be absent or withheld: both read as empty.
 *
 * @param values of the table
 * @param withheld columns to keep from the classifier
 */
record Row(CSVRecord values, Set<String> withheld) {
  /** The text of a column, of several names the first that is there; empty for none. */
  String text(String... columns) {
    for (String column : columns) {
      if (!withheld.contains(column) && values.isSet(column) && !values.get(column).isEmpty()) {
        return values.get(column);
      }
    }
    return "";
  }

  /** A whole number; the default where there is none. */
  int number(String column, int fallback) {
    String text = text(column).strip();
    try {
      return text.isEmpty() ? fallback : Math.toIntExact((long) Double.parseDouble(text));
    } catch (NumberFormatException | ArithmeticException e) {
      return fallback;
    }
  }

  /** The parts of a column between bars; a trailing empty part counts. */
  List<String> parts(String column) {
    String text = text(column);
    return text.isEmpty() ? List.of() : List.of(text.split("\\|", -1));
  }
}
