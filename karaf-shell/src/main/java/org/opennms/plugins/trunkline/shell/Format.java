package org.opennms.plugins.trunkline.shell;

import java.util.Arrays;
import org.apache.karaf.shell.support.CommandException;

/** How rows are printed. */
enum Format {
  /** For people. */
  TEXT,
  /** An array with an object a line, ASCII only. */
  JSON,
  /** RFC 4180 with a header. */
  CSV;

  /** The format of this name, text for null. */
  static Format of(String name) throws CommandException {
    if (name == null) {
      return TEXT;
    }
    return Arrays.stream(values())
        .filter(format -> Values.spelled(format).equals(name))
        .findFirst()
        .orElseThrow(() -> Refusal.of("--format is '" + name + "'.", "Give text, json or csv."));
  }
}
