package org.opennms.plugins.trunkline.alert.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.Problem;
import org.opennms.plugins.trunkline.config.Spelling;
import org.opennms.plugins.trunkline.config.YamlException;
import org.opennms.plugins.trunkline.config.YamlFile;
import org.opennms.plugins.trunkline.config.YamlNode;

/** Reads {@code alerts.yaml}; its format is in docs/alerts.md. Stateless. */
public final class AlertRuleFile {
  private static final String DEFAULTS = "alerts.yaml";
  private static final List<String> KEYS = List.of("rules", "maintenance");
  private static final int MOST = 500;

  private AlertRuleFile() {}

  /**
   * The rules of a plugin without a file, which are also those of the file as it is shipped.
   *
   * @throws IllegalStateException when the bundle is damaged
   */
  public static AlertRules shipped() {
    try (InputStream in = AlertRuleFile.class.getResourceAsStream(DEFAULTS)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return parse(DEFAULTS, text)
          .value()
          .orElseThrow(() -> new IllegalStateException("the shipped rules are not sound"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads and checks all rules.
   *
   * @param file named in problems
   * @param text the whole file; an empty one has no rules, so nothing is raised
   */
  public static ConfigReading<AlertRules> parse(String file, String text) {
    List<Problem> problems = new ArrayList<>();
    Optional<AlertRules> rules = Optional.empty();
    try {
      rules = Optional.of(read(file, YamlFile.parse(file, text), problems));
    } catch (YamlException e) {
      problems.add(e.problem());
    }
    return new ConfigReading<>(rules.filter(r -> problems.isEmpty()), problems, List.of());
  }

  private static AlertRules read(String file, Optional<YamlNode> root, List<Problem> problems) {
    List<AlertRule> rules = new ArrayList<>();
    List<Maintenance> maintenance = new ArrayList<>();
    if (root.isPresent() && root.get() instanceof YamlNode.Mapping mapping) {
      mapping.entries().keySet().stream()
          .filter(k -> !KEYS.contains(k))
          .forEach(
              k ->
                  problems.add(
                      new Problem(
                          file, mapping.line(), k, "is no setting", Spelling.advice(k, KEYS))));
      each(file, mapping, "rules", problems, (s, n) -> RuleReader.rule(s).ifPresent(rules::add));
      each(
          file,
          mapping,
          "maintenance",
          problems,
          (s, n) -> RuleReader.maintenance(s, n).ifPresent(maintenance::add));
      unique(file, mapping, rules, problems);
    } else if (root.isPresent()
        && !(root.get() instanceof YamlNode.Scalar s && s.text().isEmpty())) {
      problems.add(
          new Problem(
              file, root.get().line(), "rules", "no list of rules", "Write 'rules:' and a list."));
    }
    return new AlertRules(rules, maintenance);
  }

  private static void each(
      String file,
      YamlNode.Mapping root,
      String key,
      List<Problem> problems,
      BiConsumer<Section, String> reader) {
    YamlNode node = root.get(key).orElse(new YamlNode.Sequence(root.line(), List.of()));
    if (node instanceof YamlNode.Scalar scalar && scalar.text().isEmpty()) {
      return;
    }
    if (!(node instanceof YamlNode.Sequence list) || list.items().size() > MOST) {
      problems.add(
          new Problem(
              file, node.line(), key, "is no list of at most " + MOST, "Write '- ' before each."));
      return;
    }
    for (int i = 0; i < list.items().size(); i++) {
      String where = key + "[" + i + "]";
      if (list.items().get(i) instanceof YamlNode.Mapping entry) {
        reader.accept(new Section(file, where, entry, problems), where);
      } else {
        int line = list.items().get(i).line();
        problems.add(new Problem(file, line, where, "is no mapping", "Write keys and values."));
      }
    }
  }

  private static void unique(
      String file, YamlNode.Mapping root, List<AlertRule> rules, List<Problem> problems) {
    Set<String> names = new HashSet<>();
    rules.stream()
        .filter(r -> !names.add(r.name()))
        .forEach(
            r ->
                problems.add(
                    new Problem(
                        file,
                        root.line(),
                        "rules",
                        "two rules are named '" + r.name() + "'",
                        "Give each rule a name of its own.")));
  }
}
