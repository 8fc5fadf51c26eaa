package org.opennms.plugins.trunkline.classify.rule;

import java.util.List;
import java.util.Optional;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.classify.evidence.Signal;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;

/**
 * One rule of the operator's.
 *
 * @param name for messages and reasons
 * @param line in its file, 1-based
 * @param conditions all must hold
 * @param effect what it does
 * @param signal the reason that it leaves; its weights are those that it adds
 */
record Rule(String name, int line, List<Condition> conditions, Effect effect, Signal signal) {
  /** Copies the list. */
  Rule {
    conditions = List.copyOf(conditions);
  }

  boolean matches(Device device, DeviceFacts facts) {
    return conditions.stream().allMatch(c -> c.matches(device, facts));
  }

  boolean matches(InterfaceEvidence evidence) {
    for (Condition condition : conditions) {
      if (!condition.matches(evidence)) {
        return false;
      }
    }
    return true;
  }

  /** The condition by whose literals the rule is found, if it has one. */
  Optional<Condition.Text> key() {
    return conditions.stream()
        .filter(Condition.Text.class::isInstance)
        .map(Condition.Text.class::cast)
        .filter(c -> c.field().isScanned() && !c.test().literals().isEmpty())
        .findFirst();
  }

  /** The provider with the groups of the rule's first expression put in; empty for none. */
  Optional<String> provider(InterfaceEvidence evidence) {
    return effect
        .provider()
        .map(template -> template.contains("$") ? fill(template, evidence) : template)
        .map(String::strip)
        .filter(name -> !name.isEmpty());
  }

  private String fill(String template, InterfaceEvidence evidence) {
    List<String> groups =
        conditions.stream()
            .filter(Condition.Text.class::isInstance)
            .map(Condition.Text.class::cast)
            .filter(c -> c.test() instanceof TextMatch.Regex && !c.field().isOfDevice())
            .findFirst()
            .map(c -> groups(c, evidence))
            .orElse(List.of());
    String filled = template;
    for (int i = groups.size() - 1; i > 0; i--) {
      filled = filled.replace("$" + i, groups.get(i));
    }
    return filled;
  }

  private static List<String> groups(Condition.Text condition, InterfaceEvidence evidence) {
    TextMatch.Regex regex = (TextMatch.Regex) condition.test();
    List<List<String>> found = new java.util.ArrayList<>(1);
    condition.field().any(evidence, value -> found.add(regex.groups(value)) && regex.test(value));
    return found.isEmpty() ? List.of() : found.get(found.size() - 1);
  }
}
