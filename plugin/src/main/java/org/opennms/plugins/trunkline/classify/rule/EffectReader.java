package org.opennms.plugins.trunkline.classify.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.opennms.plugins.trunkline.classify.evidence.Weights;
import org.opennms.plugins.trunkline.classify.text.Bandwidths;
import org.opennms.plugins.trunkline.config.YamlNode;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/** Reads a rule's {@code set} and {@code add}. */
final class EffectReader {
  /** What a rule that sets a role adds to it, so that the reasons show it before all others. */
  private static final double CERTAIN = 15;

  private static final double MOST_NATS = 15;
  private static final Set<String> KEYS =
      Set.of("role", "provider", "critical", "monitored", "bandwidth");

  private final RuleProblems problems;

  EffectReader(RuleProblems problems) {
    this.problems = problems;
  }

  Effect read(YamlNode.Mapping rule, List<Condition> conditions) {
    Map<String, YamlNode> set = entries(rule, "set");
    Map<String, YamlNode> add = entries(rule, "add");
    if (set.isEmpty() && add.isEmpty()) {
      problems.add(rule.line(), "", "does nothing", "Write 'set' or 'add'.");
    }
    set.forEach(
        (key, value) -> {
          if (!KEYS.contains(key)) {
            problems.add(
                value.line(),
                "set." + key,
                "cannot be set",
                "Use role, provider, critical, monitored, bandwidth.");
          }
        });
    Optional<InterfaceRole> role = role(set);
    Weights weights = weights(add);
    return new Effect(
        role,
        provider(set, conditions),
        flag(set, "critical"),
        flag(set, "monitored"),
        bandwidth(set),
        role.isPresent() ? weights.and(role.get(), CERTAIN) : weights);
  }

  private Map<String, YamlNode> entries(YamlNode.Mapping rule, String key) {
    YamlNode node = rule.get(key).orElse(null);
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping.entries();
    }
    if (node != null) {
      problems.add(node.line(), key, "is no mapping", "Write 'key: value' lines under it.");
    }
    return Map.of();
  }

  private static String text(Map<String, YamlNode> set, String key) {
    return set.get(key) instanceof YamlNode.Scalar scalar ? scalar.text().strip() : "";
  }

  private Optional<InterfaceRole> role(Map<String, YamlNode> set) {
    if (!set.containsKey("role")) {
      return Optional.empty();
    }
    String text = text(set, "role");
    Optional<InterfaceRole> role = InterfaceRole.parse(text);
    if (role.isEmpty()) {
      problems.add(
          set.get("role").line(),
          "set.role",
          "'" + text + "' is no role",
          "Use one of " + InterfaceRole.spellings() + ".");
    }
    return role;
  }

  private Optional<String> provider(Map<String, YamlNode> set, List<Condition> conditions) {
    if (!set.containsKey("provider")) {
      return Optional.empty();
    }
    String template = text(set, "provider");
    int groups =
        conditions.stream()
            .filter(c -> c instanceof Condition.Text text && !text.field().isOfDevice())
            .map(c -> ((Condition.Text) c).test())
            .filter(TextMatch.Regex.class::isInstance)
            .mapToInt(t -> ((TextMatch.Regex) t).pattern().groupCount())
            .findFirst()
            .orElse(0);
    int dollar = template.indexOf('$');
    boolean wrong = false;
    if (dollar >= 0) {
      String digit = template.substring(dollar + 1).replaceFirst("\\D.*", "");
      wrong =
          digit.isEmpty()
              || digit.length() > 1
              || Integer.parseInt(digit) > groups
              || digit.equals("0");
    }
    if (template.isEmpty() || wrong) {
      problems.add(
          set.get("provider").line(),
          "set.provider",
          "'" + template + "' names no provider and no group of the rule's expression",
          "Write a name, or $1 with a '(...)' in the regex.");
      return Optional.empty();
    }
    return Optional.of(template);
  }

  private Optional<Boolean> flag(Map<String, YamlNode> set, String key) {
    String text = text(set, key);
    boolean known = text.equals("true") || text.equals("false");
    if (set.containsKey(key) && !known) {
      problems.add(
          set.get(key).line(), "set." + key, "'" + text + "' is no flag", "Write true or false.");
    }
    return known ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
  }

  private OptionalLong bandwidth(Map<String, YamlNode> set) {
    if (!set.containsKey("bandwidth")) {
      return OptionalLong.empty();
    }
    OptionalLong bits = Bandwidths.parse(text(set, "bandwidth"));
    if (bits.isEmpty() || bits.getAsLong() == 0) {
      problems.add(
          set.get("bandwidth").line(),
          "set.bandwidth",
          "'" + text(set, "bandwidth") + "' is no bandwidth",
          "Write bit/s, or a number with k, M or G, for example 500M.");
    }
    return bits;
  }

  private Weights weights(Map<String, YamlNode> add) {
    Map<InterfaceRole, Double> table = new EnumMap<>(InterfaceRole.class);
    add.forEach(
        (key, value) -> {
          Optional<InterfaceRole> role = InterfaceRole.parse(key);
          Optional<Double> nats = nats(value);
          if (role.isEmpty() || nats.isEmpty()) {
            problems.add(
                value.line(),
                "add." + key,
                "is no role with a weight",
                "Write a role and -15 to 15 nats, for example 'trunk: 1.5'.");
          } else {
            table.put(role.get(), nats.get());
          }
        });
    return Weights.of(table);
  }

  private static Optional<Double> nats(YamlNode value) {
    String text = value instanceof YamlNode.Scalar scalar ? scalar.text().strip() : "";
    try {
      double nats = Double.parseDouble(text);
      return Math.abs(nats) <= MOST_NATS ? Optional.of(nats) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** What a rule did, for the reasons. */
  static String says(Effect effect) {
    List<String> parts = new ArrayList<>();
    effect.role().ifPresent(role -> parts.add("role " + role.spelling()));
    effect.provider().ifPresent(provider -> parts.add("provider " + provider));
    effect.critical().ifPresent(critical -> parts.add(critical ? "critical" : "not critical"));
    effect.monitored().ifPresent(m -> parts.add(m ? "monitored" : "not monitored"));
    effect.contractBandwidth().ifPresent(bits -> parts.add("bandwidth " + bits));
    return parts.isEmpty() ? "adds weight" : "sets " + String.join(", ", parts);
  }
}
