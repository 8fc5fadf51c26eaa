package org.opennms.plugins.trunkline.alert.rule;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;

/**
 * How bad a rule's problem is, by what the interface is for. An empty severity is off.
 *
 * @param critical of critical interfaces
 * @param criticalIsSet whether those are not like others of their role
 * @param byRole of a role's interfaces
 * @param otherwise of all others, and of nodes
 */
public record Severities(
    Optional<AlertSeverity> critical,
    boolean criticalIsSet,
    Map<InterfaceRole, Optional<AlertSeverity>> byRole,
    Optional<AlertSeverity> otherwise) {
  /** Copies the map and rejects missing parts. */
  public Severities {
    Objects.requireNonNull(critical, "critical");
    byRole = Map.copyOf(byRole);
    Objects.requireNonNull(otherwise, "otherwise");
  }

  /** The same for all. */
  public static Severities always(AlertSeverity severity) {
    return new Severities(Optional.empty(), false, Map.of(), Optional.of(severity));
  }

  /** How bad it is on this interface; empty where the rule is off. */
  public Optional<AlertSeverity> of(KnownInterface known) {
    return criticalIsSet && known.classification().critical()
        ? critical
        : byRole.getOrDefault(known.classification().role(), otherwise);
  }
}
