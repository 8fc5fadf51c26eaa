package org.opennms.plugins.trunkline.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.alert.rule.AlertRule;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertPlace;
import org.opennms.plugins.trunkline.model.AlertSubject;
import org.opennms.plugins.trunkline.model.AlertSubject.OfInterface;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;

/**
 * Whose problem it is: a member's is its aggregate's, and one link has one, whichever end saw it
 * first.
 */
final class Grouping {
  private final Surroundings around;

  Grouping(Surroundings around) {
    this.around = around;
  }

  /** A subject in words. */
  record Owner(AlertSubject subject, AlertPlace place) {}

  /** Who owns what the tracker saw, among the problems that there are. */
  Owner owner(Tracker tracker, Map<ProblemKey, Problem> problems) {
    Finding cause = tracker.cause();
    Owner own = new Owner(cause.subject(), cause.place());
    AlertRule rule = tracker.rule();
    if (!(cause.subject() instanceof OfInterface of) || !isOfLinks(rule.kind())) {
      return own;
    }
    // How full one member is tells nothing of the aggregate.
    Owner whole =
        rule.kind() == AlertKind.UTILIZATION
            ? own
            : aggregate(of.is()).map(Grouping::owner).orElse(own);
    // Also when the other end's problem is its aggregate's.
    return farEnds(of.is(), whole).stream()
        .filter(o -> problems.containsKey(new ProblemKey(rule.name(), o.subject())))
        .findFirst()
        .orElse(whole);
  }

  private List<Owner> farEnds(InterfaceKey of, Owner whole) {
    Optional<KnownInterface> far = around.farEnd(of).or(() -> farEnd(whole));
    return far.map(
            f ->
                List.of(
                    owner(f), aggregate(f.key()).map(Grouping::owner).orElseGet(() -> owner(f))))
        .orElse(List.of());
  }

  private Optional<KnownInterface> farEnd(Owner of) {
    return of.subject() instanceof OfInterface is ? around.farEnd(is.is()) : Optional.empty();
  }

  /** Tells the problem about its link and its members. */
  void describe(Problem problem) {
    if (!(problem.subject() instanceof OfInterface of)) {
      return;
    }
    if (problem.shown().facts().get("neighbour") == null) {
      around.farEnd(of.is()).ifPresent(f -> problem.tell("neighbour", AlertPlace.of(f).words()));
    }
    String members =
        problem.members().values().stream()
            .filter(Tracker::isAsserted)
            .map(t -> t.cause())
            .filter(c -> c.subject() instanceof OfInterface m && isMember(m.is(), of.is()))
            .map(c -> c.place().ifName())
            .collect(Collectors.joining(", "));
    if (!members.isEmpty()) {
      problem.tell("members", members);
    }
  }

  private boolean isMember(InterfaceKey member, InterfaceKey aggregate) {
    return aggregate(member).map(a -> a.key().equals(aggregate)).orElse(false);
  }

  private Optional<KnownInterface> aggregate(InterfaceKey member) {
    return around.monitored(member).flatMap(around::aggregate);
  }

  private static Owner owner(KnownInterface known) {
    return new Owner(new OfInterface(known.key()), AlertPlace.of(known));
  }

  // What leaves one end arrives at the other; only errors and discards are one end's own.
  private static boolean isOfLinks(AlertKind kind) {
    return switch (kind) {
      case INTERFACE_DOWN, NEIGHBOUR_LOST, UTILIZATION, ANOMALY, LEVEL_SHIFT -> true;
      default -> false;
    };
  }
}
