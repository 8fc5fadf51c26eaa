package org.opennms.plugins.trunkline.alert.rule;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.AlertKind;

/** The rules in force and the announced work. Immutable. */
public final class AlertRules {
  private final List<AlertRule> rules;
  private final List<Maintenance> maintenance;
  private final Map<AlertKind, List<AlertRule>> byKind = new EnumMap<>(AlertKind.class);

  /** In the file's order. */
  public AlertRules(List<AlertRule> rules, List<Maintenance> maintenance) {
    this.rules = List.copyOf(rules);
    this.maintenance = List.copyOf(maintenance);
    for (AlertKind kind : AlertKind.values()) {
      byKind.put(kind, rules.stream().filter(r -> r.kind() == kind).toList());
    }
  }

  /** All rules. */
  public List<AlertRule> all() {
    return rules;
  }

  /** Those that look at this. */
  public List<AlertRule> of(AlertKind kind) {
    return byKind.get(kind);
  }

  /** The rule of this name. */
  public Optional<AlertRule> named(String name) {
    return rules.stream().filter(r -> r.name().equals(name)).findFirst();
  }

  /** The announced work. */
  public List<Maintenance> maintenance() {
    return maintenance;
  }
}
