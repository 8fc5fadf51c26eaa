package org.opennms.plugins.trunkline.sandbox.host.eventconf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opennms.integration.api.v1.model.EventParameter;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition.MaskRule;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition.VarbindRule;

/** Definitions in the order in which they are asked: by priority, then as they came. Immutable. */
final class DefinitionList {

  private final Map<String, List<Definition>> byUei = new HashMap<>();

  DefinitionList(Collection<Definition> definitions) {
    definitions.stream()
        .sorted(Comparator.comparingInt(Definition::priority).reversed())
        .forEach(d -> byUei.computeIfAbsent(d.uei(), uei -> new ArrayList<>()).add(d));
  }

  Optional<Definition> find(InMemoryEvent event) {
    return byUei.getOrDefault(event.getUei(), List.of()).stream()
        .filter(definition -> matches(definition, event))
        .findFirst();
  }

  private static boolean matches(Definition definition, InMemoryEvent event) {
    return definition.mask().stream().allMatch(rule -> matches(rule, event))
        && definition.varbinds().stream().allMatch(rule -> matches(rule, event.getParameters()));
  }

  /** Fields that only traps have (enterprise id, generic, specific) never match here. */
  private static boolean matches(MaskRule rule, InMemoryEvent event) {
    String value =
        switch (rule.name()) {
          case "uei" -> event.getUei();
          case "source" -> event.getSource();
          case "service" -> event.getService();
          default -> null;
        };
    return value != null && rule.values().stream().anyMatch(pattern -> matches(pattern, value));
  }

  private static boolean matches(VarbindRule rule, List<EventParameter> parameters) {
    if (rule.number() < 1 || rule.number() > parameters.size()) {
      return false;
    }
    String value = parameters.get(rule.number() - 1).getValue();
    return value != null && rule.values().stream().anyMatch(pattern -> matches(pattern, value));
  }

  private static boolean matches(String pattern, String value) {
    return pattern.endsWith("%")
        ? value.startsWith(pattern.substring(0, pattern.length() - 1))
        : pattern.equals(value);
  }
}
