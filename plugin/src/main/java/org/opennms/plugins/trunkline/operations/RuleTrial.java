package org.opennms.plugins.trunkline.operations;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/**
 * Tries a file of rules on all known interfaces; nothing is put in force. Blocks on the disk and
 * while it judges, some seconds for a million interfaces. Thread-safe.
 */
public interface RuleTrial {
  /**
   * Judges by the rules in force and by those of the file, everything else being equal. Overrides,
   * which win over rules, are left aside.
   *
   * @param file on the host's disk
   */
  Report check(Path file);

  /**
   * What came of it.
   *
   * @param problems one line per problem with file, line, rule and remedy; when there are any,
   *     nothing was judged
   * @param interfaces how many were judged
   * @param changed how many would get another role, provider, criticality, bandwidth or monitoring
   * @param before interfaces by role now; roles without any are left out
   * @param after interfaces by role then; likewise
   * @param examples some of the changes, by key
   */
  record Report(
      List<String> problems,
      int interfaces,
      int changed,
      Map<InterfaceRole, Integer> before,
      Map<InterfaceRole, Integer> after,
      List<Example> examples) {
    /** Copies the collections. */
    public Report {
      problems = List.copyOf(problems);
      before = Map.copyOf(before);
      after = Map.copyOf(after);
      examples = List.copyOf(examples);
    }

    /** Of a file that cannot be used. */
    public static Report refused(List<String> problems) {
      return new Report(problems, 0, 0, Map.of(), Map.of(), List.of());
    }
  }

  /**
   * An interface that would change.
   *
   * @param node its node's label
   * @param key which
   * @param before as judged now
   * @param after as judged by the file's rules; equal where only monitoring would change
   */
  record Example(String node, InterfaceKey key, Classification before, Classification after) {}
}
