package org.opennms.plugins.trunkline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.alert.rule.AlertRule;
import org.opennms.plugins.trunkline.alert.rule.AlertRules;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.Alert.State;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertSubject;
import org.opennms.plugins.trunkline.model.AlertSubject.OfGroup;
import org.opennms.plugins.trunkline.model.AlertSubject.OfNode;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;

/**
 * From readings to alerts: one problem, one alert. Needs somebody who calls {@link #tick} about
 * every second. Memory is bounded by what is not well: a subject without trouble has no state. Not
 * thread-safe; the time is an argument.
 */
final class AlertEngine {
  private static final Duration CHECK = Duration.ofSeconds(5);
  private static final Duration SWEEP = Duration.ofMinutes(1);
  private static final Duration SETTLED = Duration.ofMinutes(15);

  private final Surroundings around;
  private final SeenUp seenUp;
  private final AlertOutlet outlet;
  private final Grouping grouping;
  private final RiseCauses rises;
  private final SilentGroups silentGroups;
  private final RootCauses causes;
  private final Map<TrackerKey, Tracker> trackers = new LinkedHashMap<>();
  private final Map<ProblemKey, Problem> problems = new LinkedHashMap<>();
  private final IdentityHashMap<Tracker, Problem> owners = new IdentityHashMap<>();
  private final Map<OfGroup, Instant> awaited = new HashMap<>();
  private AlertRules rules;
  private Judge judge;
  private Shadow shadow;
  private Instant nextCheck = Instant.MIN;
  private Instant nextSweep = Instant.MIN;
  private long lastId;

  private record TrackerKey(String rule, AlertSubject subject) {}

  AlertEngine(
      Surroundings around, SeenUp seenUp, AlertRules rules, Shadow shadow, AlertOutlet outlet) {
    this.around = around;
    this.seenUp = seenUp;
    this.outlet = outlet;
    this.grouping = new Grouping(around);
    this.rises = new RiseCauses(around, outlet);
    this.silentGroups = new SilentGroups(around);
    this.causes = new RootCauses(around);
    this.shadow = shadow;
    this.rules = rules;
    this.judge = new Judge(rules, seenUp::contains);
  }

  void linkAlarms(Function<InterfaceKey, Optional<HostAlarm>> alarms) {
    causes.linkAlarms(alarms);
  }

  void shadow(Shadow now) {
    shadow = now;
  }

  Shadow shadow() {
    return shadow;
  }

  AlertRules rules() {
    return rules;
  }

  /** Puts other rules in force; what they no longer say is cleared. */
  void rules(AlertRules others, Instant now) {
    rules = others;
    judge = new Judge(others, seenUp::contains);
    for (Problem problem : List.copyOf(problems.values())) {
      Optional<AlertRule> rule = ruleOf(problem.view());
      if (rule.isEmpty()) {
        clear(problem, "rule " + problem.rule().name() + " is gone", now);
      } else if (!rule.get().equals(problem.rule())) {
        forget(problem, now);
        adopt(Problem.restored(problem.view(), rule.get(), now), problem.state() == State.OPEN);
      }
    }
    // What is pending by a rule that is as it was goes on.
    trackers.values().removeIf(t -> !owners.containsKey(t) && !others.all().contains(t.rule()));
  }

  /** Takes over what was open before a restart. */
  void restore(List<Alert> open, long lastUsedId, Instant now) {
    lastId = Math.max(lastId, lastUsedId);
    for (Alert alert : open) {
      lastId = Math.max(lastId, alert.id());
      Optional<AlertRule> rule = ruleOf(alert);
      alert.members().forEach(seenUp::assume);
      Problem problem = Problem.restored(alert, rule.orElseGet(() -> GoneRule.rule(alert)), now);
      adopt(problem, true);
      if (alert.subject() instanceof OfGroup group) {
        awaited.put(group, now.plus(SETTLED));
      }
      if (rule.isEmpty()) {
        clear(problem, "rule " + alert.rule() + " is gone", now);
      }
    }
  }

  private Optional<AlertRule> ruleOf(Alert alert) {
    return rules.named(alert.rule()).filter(r -> r.kind() == alert.kind());
  }

  private void adopt(Problem problem, boolean open) {
    problem
        .members()
        .forEach(
            (subject, tracker) -> {
              trackers.put(new TrackerKey(problem.rule().name(), subject), tracker);
              owners.put(tracker, problem);
            });
    problems.put(new ProblemKey(problem.rule().name(), problem.subject()), problem);
    causes.began(problem);
    if (!open) {
      problem.suppress("to be judged anew", problem.since());
    }
  }

  void accept(Reading reading, Instant now) {
    if (reading instanceof Reading.HostNode node) {
      causes.node(node.node().key(), node.down(), node.at());
      return;
    }
    if (reading instanceof Reading.Status status && status.status().answered()) {
      seenUp.note(status.of().key(), status.status().operStatus());
    }
    for (Finding finding : judge.findings(reading)) {
      take(finding, now);
    }
  }

  private void take(Finding said, Instant now) {
    TrackerKey key = new TrackerKey(said.rule().name(), said.subject());
    Tracker tracker = trackers.get(key);
    Finding finding = tracker == null ? said : tracker.against(said);
    if (tracker == null) {
      if (finding.verdict() != Finding.Verdict.BREACHED) {
        return;
      }
      tracker = new Tracker(finding);
      trackers.put(key, tracker);
    }
    tracker.take(finding, now);
    step(tracker, now);
    if (tracker.isIdle()) {
      trackers.remove(key);
    }
  }

  /** Time has passed. */
  void tick(Instant now) {
    for (Tracker tracker : trackers.values().stream().filter(Tracker::isRestless).toList()) {
      boolean before = tracker.isAsserted();
      tracker.tick(now);
      if (tracker.isAsserted() != before) {
        step(tracker, now);
      }
    }
    // After a clock was set back, too, it is looked again soon.
    if (!now.isBefore(nextCheck) || now.plus(CHECK).isBefore(nextCheck)) {
      nextCheck = now.plus(CHECK);
      checkGroups(now);
      List.copyOf(problems.values()).forEach(p -> review(p, now));
    }
    if (!now.isBefore(nextSweep) || now.plus(SWEEP).isBefore(nextSweep)) {
      nextSweep = now.plus(SWEEP);
      causes.past().forget(now.minus(Aftermath.longest(around.calm())));
      trackers.values().removeIf(t -> t.isIdle() && !owners.containsKey(t));
      List.copyOf(problems.values())
          .forEach(p -> Staleness.over(p, around, causes, now).ifPresent(w -> clear(p, w, now)));
    }
  }

  private void step(Tracker tracker, Instant now) {
    Problem problem = owners.get(tracker);
    if (problem == null) {
      if (tracker.isAsserted()) {
        begin(tracker, now);
      }
    } else if (!problem.isAsserted()) {
      clear(problem, tracker.last().text(), now);
    } else if (problem.refresh(now) && problem.state() == State.OPEN) {
      grouping.describe(problem);
      outlet.changed(problem.view());
    }
  }

  private void begin(Tracker tracker, Instant now) {
    Grouping.Owner owner = grouping.owner(tracker, problems);
    ProblemKey key = new ProblemKey(tracker.rule().name(), owner.subject());
    Problem problem = problems.get(key);
    boolean isNew = problem == null;
    if (isNew) {
      problem = new Problem(owner.subject(), owner.place(), tracker);
      problems.put(key, problem);
    } else {
      problem.members().put(tracker.cause().subject(), tracker);
      problem.note(now, "also " + tracker.cause().place().words() + ": " + tracker.cause().text());
    }
    owners.put(tracker, problem);
    causes.began(problem);
    grouping.describe(problem);
    if (isNew) {
      decide(problem, now);
    } else {
      problem.refresh(now);
      if (problem.state() == State.OPEN) {
        outlet.changed(problem.view());
      }
    }
  }

  private void review(Problem problem, Instant now) {
    if (problem.state() == State.SUPPRESSED) {
      decide(problem, now);
    } else if (problem.state() == State.OPEN) {
      overtake(problem, now);
    }
  }

  /** Opens a problem, unless something explains it. */
  private void decide(Problem problem, Instant now) {
    Optional<String> cause = causes.cause(problem).or(() -> carried(problem));
    if (cause.isPresent()) {
      problem.explain(cause.get(), now);
      return;
    }
    if (problem.explainedUntil().isEmpty()) {
      causes.past().end(problem).ifPresent(problem::explainedUntil);
    }
    Optional<String> later =
        causes
            .postponed(problem, rules, now)
            .or(() -> shadowed(problem, now))
            .or(() -> Aftermath.waits(problem, around.calm(), now));
    if (later.isPresent()) {
      problem.suppress(later.get(), now);
      return;
    }
    problem.refresh(now);
    problem.open(++lastId, now);
    outlet.changed(problem.view());
  }

  /** Takes back what is open, where its cause was seen only later. */
  private void overtake(Problem problem, Instant now) {
    Optional<String> by = causes.overtaking(problem).or(() -> carried(problem));
    by.ifPresent(cause -> outlet.changed(problem.overtake(cause, now)));
  }

  private Optional<String> carried(Problem problem) {
    return rises.cause(problem, problems.values(), rules, this::isPending);
  }

  private boolean isPending(AlertRule rule, AlertSubject subject) {
    return Optional.ofNullable(trackers.get(new TrackerKey(rule.name(), subject)))
        .map(Tracker::isPending)
        .orElse(false);
  }

  private Optional<String> shadowed(Problem problem, Instant now) {
    return problem.rule().kind().isLearned() && shadow.isOn(now)
        ? Optional.of("only counted until " + shadow.until() + ", unless alerts-enable ends it")
        : Optional.empty();
  }

  private void clear(Problem problem, String why, Instant now) {
    forget(problem, now);
    boolean wasOpen = problem.state() == State.OPEN;
    problem.clear(why, now);
    if (wasOpen) {
      outlet.changed(problem.view());
    }
  }

  private void forget(Problem problem, Instant now) {
    problems.remove(new ProblemKey(problem.rule().name(), problem.subject()));
    problem.members().values().forEach(owners::remove);
    if (problem.isAsserted()) {
      // Forgotten while it lasts: the next reading begins anew.
      problem
          .members()
          .keySet()
          .forEach(m -> trackers.remove(new TrackerKey(problem.rule().name(), m)));
    }
    causes.ended(problem, now);
    causes.group(problem, List.of());
  }

  private void checkGroups(Instant now) {
    Set<NodeKey> silent = silent();
    for (AlertRule rule : rules.of(AlertKind.DEVICES_SILENT)) {
      long most = (long) rule.levels().above();
      Map<OfGroup, List<NodeKey>> found = silentGroups.groups(silent, most);
      found.forEach(
          (group, nodes) -> {
            take(silentGroups.finding(rule, group, nodes.size(), true, now), now);
            explain(rule, group, nodes);
          });
      awaited.keySet().removeAll(found.keySet());
      awaited.values().removeIf(until -> !now.isBefore(until));
      over(rule, found.keySet())
          .forEach(g -> take(silentGroups.finding(rule, g, 0, false, now), now));
    }
  }

  // After a restart, which devices are silent is known again only after they were asked.
  private List<OfGroup> over(AlertRule rule, Set<OfGroup> found) {
    return trackers.keySet().stream()
        .filter(k -> k.rule().equals(rule.name()) && k.subject() instanceof OfGroup)
        .map(k -> (OfGroup) k.subject())
        .filter(g -> !found.contains(g) && !awaited.containsKey(g))
        .toList();
  }

  private void explain(AlertRule rule, OfGroup group, List<NodeKey> nodes) {
    Problem problem = problems.get(new ProblemKey(rule.name(), group));
    if (problem != null) {
      causes.group(problem, nodes);
    }
  }

  private Set<NodeKey> silent() {
    return trackers.values().stream()
        .filter(t -> t.rule().kind() == AlertKind.DEVICE_SILENT)
        .filter(t -> t.isPending() || t.isAsserted())
        .filter(t -> t.cause().subject() instanceof OfNode)
        .map(t -> ((OfNode) t.cause().subject()).is())
        .collect(Collectors.toSet());
  }

  /** Notes on the timeline of an open problem what the host did. */
  void note(ProblemKey key, String what, Instant now) {
    Optional.ofNullable(problems.get(key)).ifPresent(p -> p.note(now, what));
  }

  /** The problem as it is now, if there is one. */
  Optional<Alert> view(ProblemKey key) {
    return Optional.ofNullable(problems.get(key)).map(Problem::view);
  }

  /** All problems that are there, open and suppressed. */
  List<Alert> views() {
    return problems.values().stream().map(Problem::view).toList();
  }

  /** A number for an alert that no rule raised. */
  long takeId() {
    return ++lastId;
  }

  /** How many causes have not lasted for long enough yet. */
  int pending() {
    return (int) trackers.values().stream().filter(Tracker::isPending).count();
  }

  /** How many trackers there are; for tests of what memory is held. */
  int tracked() {
    return trackers.size();
  }

  Collection<Problem> problems() {
    return new ArrayList<>(problems.values());
  }

  RootCauses causes() {
    return causes;
  }
}
