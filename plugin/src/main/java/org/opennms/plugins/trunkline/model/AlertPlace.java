package org.opennms.plugins.trunkline.model;

import java.util.Objects;

/**
 * Where an alert's subject is, in words for operators, as known when the alert was last changed.
 *
 * @param nodeId the host's id; 0 where there is no node
 * @param nodeLabel what operators call the node; may be empty
 * @param ifIndex where the interface was last; 0 where the subject is none
 * @param ifName the interface; empty where the subject is none
 * @param ifAlias its description; may be empty
 * @param role its role's spelling; empty where the subject is no interface
 * @param provider the carrier; may be empty
 * @param critical whether its failure is an incident of its own
 */
public record AlertPlace(
    int nodeId,
    String nodeLabel,
    int ifIndex,
    String ifName,
    String ifAlias,
    String role,
    String provider,
    boolean critical) {
  /** Nowhere in particular. */
  public static final AlertPlace NONE = new AlertPlace(0, "", 0, "", "", "", "", false);

  /** Rejects missing parts. */
  public AlertPlace {
    Objects.requireNonNull(nodeLabel, "nodeLabel");
    Objects.requireNonNull(ifName, "ifName");
    Objects.requireNonNull(ifAlias, "ifAlias");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(provider, "provider");
  }

  /** An interface's. */
  public static AlertPlace of(KnownInterface known) {
    return new AlertPlace(
        known.device().nodeId(),
        known.device().label(),
        known.networkInterface().ifIndex(),
        known.key().name(),
        known.networkInterface().ifAlias(),
        known.classification().role().spelling(),
        known.classification().provider().orElse(""),
        known.classification().critical());
  }

  /** A node's. */
  public static AlertPlace of(Device device) {
    return new AlertPlace(device.nodeId(), device.label(), 0, "", "", "", "", false);
  }

  /** For a line of text: {@code edge-1 Gi0/1 (to carrier)}, {@code edge-1}, or empty. */
  public String words() {
    String name = ifName.isEmpty() ? nodeLabel : nodeLabel + " " + ifName;
    return ifAlias.isBlank() ? name : name + " (" + ifAlias + ")";
  }
}
