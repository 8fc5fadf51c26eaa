package org.opennms.plugins.trunkline.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.opennms.plugins.trunkline.alert.rule.AlertRule;
import org.opennms.plugins.trunkline.alert.rule.AlertRules;
import org.opennms.plugins.trunkline.model.Alert.State;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertSubject;
import org.opennms.plugins.trunkline.model.AlertSubject.OfInterface;

/**
 * A link that is full carries more than usual: that is one problem, and the operator's threshold
 * says how long it is borne. Stateless.
 */
final class Load {
  private Load() {}

  /** The open alert of a full link whose rise it is. */
  static Optional<String> of(Problem rise, Surroundings around, Collection<Problem> problems) {
    List<AlertSubject> ends = ends(rise, around);
    return ends.isEmpty()
        ? Optional.empty()
        : problems.stream()
            .filter(p -> p.rule().kind() == AlertKind.UTILIZATION && p.state() == State.OPEN)
            .filter(
                p ->
                    ends.contains(p.subject())
                        || p.members().keySet().stream().anyMatch(ends::contains))
            .findFirst()
            .map(p -> "alert " + p.id() + ": " + p.place().words() + " is full");
  }

  /** Whether the link is above a threshold, though not for long enough yet. */
  static Optional<String> pending(
      Problem rise,
      Surroundings around,
      AlertRules rules,
      BiPredicate<AlertRule, AlertSubject> isPending) {
    List<AlertSubject> ends = ends(rise, around);
    return rules.of(AlertKind.UTILIZATION).stream()
        .filter(rule -> ends.stream().anyMatch(e -> isPending.test(rule, e)))
        .findFirst()
        .map(rule -> "rule " + rule.name() + ", whose time is running");
  }

  /** Both ends of the link that carries more than usual; none for any other problem. */
  private static List<AlertSubject> ends(Problem rise, Surroundings around) {
    if (!rise.isRise() || !(rise.subject() instanceof OfInterface of)) {
      return List.of();
    }
    List<AlertSubject> ends = new ArrayList<>(rise.members().keySet());
    ends.add(rise.subject());
    around.farEnd(of.is()).ifPresent(f -> ends.add(new OfInterface(f.key())));
    return ends;
  }
}
