package org.opennms.plugins.trunkline.alert;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertSubject.OfInterface;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NodeKey;

/** Finds the uplink whose loss explains why another one carries more. */
final class Failover {
  private static final Duration TOGETHER = Duration.ofMinutes(15);
  private static final String EVERYWHERE = "Default";

  private final Surroundings around;

  Failover(Surroundings around) {
    this.around = around;
  }

  /** The problem whose traffic the rise is; empty where the rise stands for itself. */
  Optional<Problem> lossBehind(Problem rise, Collection<Problem> problems) {
    Optional<KnownInterface> risen = uplink(rise);
    if (risen.isEmpty() || !rise.isRise()) {
      return Optional.empty();
    }
    return problems.stream()
        .filter(p -> p != rise && isLoss(p) && isTogether(p, rise))
        .filter(p -> uplink(p).map(u -> areSisters(u, risen.get())).orElse(false))
        .findFirst();
  }

  private static boolean isLoss(Problem problem) {
    return problem.rule().kind() == AlertKind.INTERFACE_DOWN || problem.isDrop();
  }

  private static boolean isTogether(Problem one, Problem other) {
    return Duration.between(one.since(), other.since()).abs().compareTo(TOGETHER) <= 0;
  }

  // Uplinks of one place: of one node, or of nodes that traffic can change between. A location says
  // that only where it is not the one in which everything is by default.
  private boolean areSisters(KnownInterface one, KnownInterface other) {
    NodeKey a = one.key().node();
    NodeKey b = other.key().node();
    return !one.key().equals(other.key())
        && (a.equals(b) || areClose(a, b) || isOnePlace(one.device(), other.device()));
  }

  private boolean areClose(NodeKey a, NodeKey b) {
    Set<NodeKey> ofA = around.neighbours(a);
    return ofA.contains(b) || !Collections.disjoint(ofA, around.neighbours(b));
  }

  private static boolean isOnePlace(Device a, Device b) {
    return a.location().equals(b.location()) && !a.location().equals(EVERYWHERE);
  }

  private Optional<KnownInterface> uplink(Problem problem) {
    return problem.subject() instanceof OfInterface of
        ? around
            .monitored(of.is())
            .filter(k -> k.classification().role() == InterfaceRole.ISP_UPLINK)
        : Optional.empty();
  }
}
