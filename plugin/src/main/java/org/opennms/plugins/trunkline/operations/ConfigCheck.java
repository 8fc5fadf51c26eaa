package org.opennms.plugins.trunkline.operations;

import java.util.List;

/** Looks at every configuration file without changing anything. May block; thread-safe. */
public interface ConfigCheck {
  /** Checks the files as they are on disk now. */
  Report check();

  /**
   * What was found.
   *
   * @param files one line per file: its path and what was read from it
   * @param problems one line per problem, with file, line, key, value and remedy; empty when all is
   *     well
   * @param hints what is allowed but unwise, for example a secrets file that others can read
   */
  record Report(List<String> files, List<String> problems, List<String> hints) {
    /** Copies the lists. */
    public Report {
      files = List.copyOf(files);
      problems = List.copyOf(problems);
      hints = List.copyOf(hints);
    }
  }
}
