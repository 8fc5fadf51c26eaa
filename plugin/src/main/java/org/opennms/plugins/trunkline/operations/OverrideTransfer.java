package org.opennms.plugins.trunkline.operations;

import java.time.Instant;
import java.util.List;

/**
 * Overrides as CSV (RFC 4180) with the columns {@code node, name, role, provider, critical,
 * monitored, capacity, by, at, why}; an empty field leaves the matter alone. Thread-safe; taking
 * blocks for as long as the host's key-value store does.
 */
public interface OverrideTransfer {
  /** All decisions by key, with a header line; lines end with LF. */
  String export();

  /**
   * Sets the decisions of a text; those that it does not name stay.
   *
   * @param csv with a header line; columns in any order, {@code node} and {@code name} required
   * @param by who decided where a line does not say
   * @param at when, likewise
   * @param skipBad whether sound lines count although others are wrong
   * @throws OperationException when the store refuses; the message says how many were set before
   */
  Outcome take(String csv, String by, Instant at, boolean skipBad);

  /**
   * What came of it.
   *
   * @param set decisions that were set
   * @param unchanged lines that say what is in force already
   * @param problems one for each wrong line, with its number and a remedy; unless bad lines were to
   *     be skipped, nothing was set when there are any
   */
  record Outcome(int set, int unchanged, List<String> problems) {
    /** Copies the list. */
    public Outcome {
      problems = List.copyOf(problems);
    }
  }
}
