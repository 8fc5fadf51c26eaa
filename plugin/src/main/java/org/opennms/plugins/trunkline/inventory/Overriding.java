package org.opennms.plugins.trunkline.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Classification.Boundary;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Reason;

/** Lays an operator's decision over the classifier's. Stateless. */
final class Overriding {
  private Overriding() {}

  /** The classification in force; what the decision leaves open stays as it was. */
  static Classification apply(Classification given, Optional<InterfaceOverride> decision) {
    return decision.map(d -> overlay(given, d)).orElse(given);
  }

  private static Classification overlay(Classification given, InterfaceOverride decision) {
    InterfaceRole role = decision.role().orElse(given.role());
    boolean otherRole = role != given.role();
    boolean uplink = role == InterfaceRole.ISP_UPLINK;
    List<Reason> reasons = new ArrayList<>(given.reasons().size() + 1);
    reasons.add(reason(decision));
    reasons.addAll(given.reasons());
    return new Classification(
        role,
        decision.provider().or(given::provider),
        decision.critical().orElse(otherRole ? uplink : given.critical()),
        otherRole ? (uplink ? Boundary.EXTERNAL : Boundary.INTERNAL) : given.boundary(),
        given.circuitId(),
        given.remotePort(),
        decision.capacity().isPresent() ? decision.capacity() : given.contractBandwidth(),
        decision.role().isPresent() ? 1.0 : given.confidence(),
        reasons);
  }

  private static Reason reason(InterfaceOverride decision) {
    StringJoiner what = new StringJoiner(", ");
    decision.role().ifPresent(r -> what.add("role " + r.spelling()));
    decision.provider().ifPresent(p -> what.add("provider " + p));
    decision.critical().ifPresent(c -> what.add("critical " + c));
    decision.monitored().ifPresent(m -> what.add("monitored " + m));
    decision.capacity().ifPresent(c -> what.add("capacity " + c + " bit/s"));
    String why = decision.why().isEmpty() ? "" : ": " + decision.why();
    return new Reason(
        "override", what + " set by " + decision.by() + " at " + decision.at() + why, 0);
  }
}
