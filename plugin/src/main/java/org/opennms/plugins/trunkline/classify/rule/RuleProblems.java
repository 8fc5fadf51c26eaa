package org.opennms.plugins.trunkline.classify.rule;

import java.util.ArrayList;
import java.util.List;
import org.opennms.plugins.trunkline.config.Problem;

/** Collects what is wrong with a file of rules. For one thread. */
final class RuleProblems {
  private final String file;
  private final List<Problem> found = new ArrayList<>();
  private String rule = "rules";

  RuleProblems(String file) {
    this.file = file;
  }

  /** Names the rule that is read now. */
  void enter(String name) {
    rule = name;
  }

  void add(int line, String key, String what, String remedy) {
    found.add(new Problem(file, line, key.isEmpty() ? rule : rule + "." + key, what, remedy));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Problem> all() {
    return List.copyOf(found);
  }
}
