package org.opennms.plugins.trunkline.alert.rule;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.config.YamlNode;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/** Reads what rules and announced work have in common. Stateless. */
final class SelectionReader {
  static final List<String> KEYS = List.of("roles", "categories", "nodes", "interfaces");

  private static final String OFF = "off";

  private SelectionReader() {}

  static Selection selection(Section section) {
    return new Selection(
        roles(section),
        new Patterns(section.texts("categories")),
        new Patterns(section.texts("nodes")),
        new Patterns(section.texts("interfaces")));
  }

  private static Set<InterfaceRole> roles(Section section) {
    Set<InterfaceRole> roles = EnumSet.noneOf(InterfaceRole.class);
    for (String text : section.texts("roles")) {
      InterfaceRole.parse(text)
          .ifPresentOrElse(
              roles::add,
              () ->
                  section.note(
                      "roles",
                      "'" + text + "' is no role",
                      "Known are " + InterfaceRole.spellings() + "."));
    }
    return roles;
  }

  /** One severity for all, or a mapping of {@code critical}, roles and {@code otherwise}. */
  static Severities severities(Section rule, Severities standard) {
    if (!rule.has("severity")) {
      return standard;
    }
    if (!(rule.entries().get("severity") instanceof YamlNode.Mapping)) {
      Optional<AlertSeverity> all = severity(rule, "severity", Optional.empty());
      return new Severities(Optional.empty(), false, Map.of(), all);
    }
    Section table = rule.section("severity");
    Map<InterfaceRole, Optional<AlertSeverity>> byRole = new EnumMap<>(InterfaceRole.class);
    for (String key : table.entries().keySet()) {
      if (key.equals("critical") || key.equals("otherwise")) {
        continue;
      }
      InterfaceRole.parse(key)
          .ifPresentOrElse(
              role -> byRole.put(role, severity(table, key, Optional.empty())),
              () ->
                  table.note(
                      key,
                      "is neither critical, otherwise nor a role",
                      "Known roles are " + InterfaceRole.spellings() + "."));
    }
    return new Severities(
        severity(table, "critical", Optional.empty()),
        table.has("critical"),
        byRole,
        severity(table, "otherwise", Optional.empty()));
  }

  // Outside: whether the text is one; inside: that off is none.
  @SuppressWarnings("OptionalMapToOptional")
  private static Optional<AlertSeverity> severity(
      Section section, String key, Optional<AlertSeverity> otherwise) {
    return section.value(
        key,
        otherwise,
        text ->
            // YAML 1.1 readers make a flag of it; ours keeps the word.
            text.equalsIgnoreCase(OFF)
                ? Optional.of(Optional.empty())
                : AlertSeverity.parse(text).map(Optional::of),
        "is no severity",
        "Write low, medium, high, critical or off.");
  }
}
