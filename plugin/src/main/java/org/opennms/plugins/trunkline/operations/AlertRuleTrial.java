package org.opennms.plugins.trunkline.operations;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Tries a file of alert rules on what was measured; nothing is put in force and nothing is sent.
 * Blocks while it reads history. Thread-safe.
 */
public interface AlertRuleTrial {
  /** Days at most. */
  int MOST_DAYS = 31;

  /**
   * Checks the file and says what it would have raised.
   *
   * @param file on the host's disk
   * @param days how far back, 1 to {@link #MOST_DAYS}
   */
  Report check(Path file, int days);

  /**
   * What came of it.
   *
   * @param problems one line per problem with file, line, key and remedy; when there are any,
   *     nothing was tried
   * @param rules how many rules the file has
   * @param interfaces how many interfaces had history
   * @param withoutHistory how many had none
   * @param tried names of the rules that history can tell of: thresholds of traffic, and what rests
   *     on learned baselines
   * @param perDay alerts that would have been raised, by day (UTC), oldest first
   * @param noisiest rules and interfaces that would have raised most, most first
   */
  record Report(
      List<String> problems,
      int rules,
      int interfaces,
      int withoutHistory,
      List<String> tried,
      Map<String, Integer> perDay,
      List<Noise> noisiest) {
    /** Copies the collections. */
    public Report {
      problems = List.copyOf(problems);
      tried = List.copyOf(tried);
      noisiest = List.copyOf(noisiest);
    }

    /** Of a file that cannot be used. */
    public static Report refused(List<String> problems) {
      return new Report(problems, 0, 0, 0, List.of(), Map.of(), List.of());
    }
  }

  /**
   * How much a rule would have raised about an interface.
   *
   * @param rule the rule's name
   * @param place the interface in words
   * @param alerts how many
   */
  record Noise(String rule, String place, int alerts) {}
}
