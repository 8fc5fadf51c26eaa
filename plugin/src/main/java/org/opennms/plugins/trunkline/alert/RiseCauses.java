package org.opennms.plugins.trunkline.alert;

import java.util.Collection;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.opennms.plugins.trunkline.alert.rule.AlertRule;
import org.opennms.plugins.trunkline.alert.rule.AlertRules;
import org.opennms.plugins.trunkline.model.Alert.State;
import org.opennms.plugins.trunkline.model.AlertSubject;

/** What else explains that an interface carries more than usual. Not thread-safe. */
final class RiseCauses {
  private final Surroundings around;
  private final Failover failover;
  private final AlertOutlet outlet;

  /**
   * Looks at links around the subjects.
   *
   * @param outlet is told of an alert whose traffic moved elsewhere
   */
  RiseCauses(Surroundings around, AlertOutlet outlet) {
    this.around = around;
    this.failover = new Failover(around);
    this.outlet = outlet;
  }

  /**
   * In words; empty for whatever stands for itself or is no rise.
   *
   * @param isPending whether a rule's problem is there with a subject, but not for long enough
   */
  Optional<String> cause(
      Problem problem,
      Collection<Problem> problems,
      AlertRules rules,
      BiPredicate<AlertRule, AlertSubject> isPending) {
    return Load.of(problem, around, problems)
        .or(() -> pending(problem, rules, isPending))
        .or(() -> moved(problem, problems));
  }

  // What is raised already stays until the link was full for long enough.
  private Optional<String> pending(
      Problem problem, AlertRules rules, BiPredicate<AlertRule, AlertSubject> isPending) {
    return problem.state() == State.OPEN
        ? Optional.empty()
        : Load.pending(problem, around, rules, isPending);
  }

  private Optional<String> moved(Problem problem, Collection<Problem> problems) {
    Optional<Problem> loss = failover.lossBehind(problem, problems);
    loss.filter(l -> l.extra("failover").isEmpty())
        .ifPresent(
            l -> {
              l.tell("failover", problem.place().words());
              if (l.state() == State.OPEN) {
                outlet.changed(l.view());
              }
            });
    return loss.map(l -> "failover from " + l.place().words());
  }
}
