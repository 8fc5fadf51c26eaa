package org.opennms.plugins.trunkline.classify.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.classify.evidence.Signal;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.YamlException;
import org.opennms.plugins.trunkline.config.YamlFile;
import org.opennms.plugins.trunkline.config.YamlNode;

/** Reads {@code rules.yaml}; its format is in docs/classification.md. Stateless. */
public final class RuleFile {
  private static final int MOST_RULES = 2000;
  private static final Set<String> KEYS = Set.of("name", "match", "set", "add");

  private RuleFile() {}

  /**
   * Reads and checks all rules.
   *
   * @param file named in problems
   * @param text the whole file; an empty one is a book without rules
   */
  public static ConfigReading<RuleBook> parse(String file, String text) {
    RuleProblems problems = new RuleProblems(file);
    List<Rule> rules = new ArrayList<>();
    try {
      Optional<YamlNode> root = YamlFile.parse(file, text);
      if (root.isPresent()) {
        read(root.get(), rules, problems);
      }
    } catch (YamlException e) {
      return ConfigReading.failed(List.of(e.problem()));
    }
    return problems.isEmpty()
        ? ConfigReading.of(new RuleBook(rules))
        : ConfigReading.failed(problems.all());
  }

  private static void read(YamlNode root, List<Rule> rules, RuleProblems problems) {
    YamlNode list =
        root instanceof YamlNode.Mapping mapping
                && mapping.entries().keySet().equals(Set.of("rules"))
            ? mapping.get("rules").orElseThrow()
            : root;
    if (list instanceof YamlNode.Scalar scalar && scalar.text().isEmpty()) {
      return;
    }
    if (!(list instanceof YamlNode.Sequence sequence) || list == root) {
      problems.add(root.line(), "", "no list of rules", "Write 'rules:' and a list under it.");
      return;
    }
    if (sequence.items().size() > MOST_RULES) {
      problems.add(
          sequence.line(),
          "",
          "more than " + MOST_RULES + " rules",
          "Join rules that set the same.");
      return;
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      problems.enter("rules[" + i + "]");
      rule(sequence.items().get(i), names, problems).ifPresent(rules::add);
    }
  }

  private static Optional<Rule> rule(YamlNode node, Set<String> names, RuleProblems problems) {
    if (!(node instanceof YamlNode.Mapping entry)) {
      problems.add(node.line(), "", "no mapping", "Write 'name', 'match' and 'set' or 'add'.");
      return Optional.empty();
    }
    String name =
        entry.get("name").orElse(null) instanceof YamlNode.Scalar scalar
            ? scalar.text().strip()
            : "";
    if (name.isEmpty() || !names.add(name)) {
      String what = name.isEmpty() ? "has no name" : "'" + name + "' is there twice";
      problems.add(node.line(), "name", what, "Give each rule a name of its own.");
      return Optional.empty();
    }
    problems.enter("rule '" + name + "'");
    entry.entries().forEach((key, value) -> checkKey(key, value, problems));
    List<Condition> conditions =
        new ConditionReader(problems).read(entry.get("match").orElse(null), node.line());
    Effect effect = new EffectReader(problems).read(entry, conditions);
    Signal signal = new Signal("rule " + name, EffectReader.says(effect), effect.weights());
    return Optional.of(new Rule(name, node.line(), conditions, effect, signal));
  }

  private static void checkKey(String key, YamlNode value, RuleProblems problems) {
    if (!KEYS.contains(key)) {
      problems.add(value.line(), key, "is no key of a rule", "Use name, match, set, add.");
    }
  }
}
