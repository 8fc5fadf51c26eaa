package org.opennms.plugins.trunkline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.opennms.plugins.trunkline.alert.rule.AlertRules;
import org.opennms.plugins.trunkline.alert.rule.Maintenance;
import org.opennms.plugins.trunkline.model.Alert.State;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertSubject;
import org.opennms.plugins.trunkline.model.AlertSubject.OfInterface;
import org.opennms.plugins.trunkline.model.AlertSubject.OfNode;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NodeKey;

/** Why a problem is not raised: something else explains it. Not thread-safe. */
final class RootCauses {
  /** What the host's list of alarms may be behind its events. */
  private static final Duration LAG = Duration.ofSeconds(20);

  private final Surroundings around;
  private final Map<NodeKey, Instant> downNodes = new HashMap<>();
  private final Map<AlertSubject, Problem> interfacesDown = new HashMap<>();
  private final Map<NodeKey, Problem> silent = new HashMap<>();
  private final Map<NodeKey, Problem> groups = new HashMap<>();
  private final PastCauses past;
  private Function<InterfaceKey, Optional<HostAlarm>> linkAlarms = key -> Optional.empty();

  RootCauses(Surroundings around) {
    this.around = around;
    past = new PastCauses(around);
  }

  /** Where the host's own link-down alarms are asked for. */
  void linkAlarms(Function<InterfaceKey, Optional<HostAlarm>> alarms) {
    linkAlarms = alarms;
  }

  /** The host holds a node for down, or no longer. */
  void node(NodeKey node, boolean down, Instant at) {
    if (down) {
      downNodes.put(node, at);
    } else if (downNodes.remove(node) != null) {
      past.over(AlertKind.DEVICE_SILENT, List.of(new OfNode(node)), at);
    }
  }

  /**
   * These are all nodes that the host's list of alarms holds for down at this time. What an event
   * told a moment ago may not be in it yet; what one told before that is over, and the event that
   * said so was lost.
   */
  void nodes(Set<NodeKey> down, Instant at) {
    for (NodeKey node : List.copyOf(downNodes.keySet())) {
      if (!down.contains(node) && downNodes.get(node).plus(LAG).isBefore(at)) {
        node(node, false, at);
      }
    }
    down.forEach(node -> downNodes.put(node, at));
  }

  boolean isDown(NodeKey node) {
    return downNodes.containsKey(node) || silent.containsKey(node);
  }

  /** A problem has begun: it may explain others, and does from now on. */
  void began(Problem problem) {
    if (problem.rule().kind() == AlertKind.INTERFACE_DOWN) {
      problem.members().keySet().forEach(m -> interfacesDown.put(m, problem));
      interfacesDown.put(problem.subject(), problem);
    } else if (problem.rule().kind() == AlertKind.DEVICE_SILENT
        && problem.subject() instanceof OfNode of) {
      silent.put(of.is(), problem);
    }
  }

  void ended(Problem problem, Instant at) {
    past.over(problem.rule().kind(), problem.members().keySet(), at);
    past.over(problem.rule().kind(), List.of(problem.subject()), at);
    interfacesDown.values().removeIf(p -> p == problem);
    silent.values().removeIf(p -> p == problem);
  }

  /** The nodes whose silence a group's problem explains. */
  void group(Problem problem, List<NodeKey> nodes) {
    groups.values().removeIf(p -> p == problem);
    nodes.forEach(n -> groups.put(n, problem));
  }

  /** What forbids to raise it now, in words; empty where nothing does. */
  Optional<String> postponed(Problem problem, AlertRules rules, Instant now) {
    if (problem.rule().when().map(w -> !w.contains(now)).orElse(false)) {
      return Optional.of("outside the hours of rule " + problem.rule().name());
    }
    return maintenance(problem.subject(), rules, now).or(() -> outage(problem.subject(), now));
  }

  // Of its own node, or of the one that its link leads to.
  private Optional<String> outage(AlertSubject subject, Instant now) {
    return subject
        .node()
        .flatMap(around::device)
        .flatMap(d -> outage(d, now))
        .or(
            () ->
                subject instanceof OfInterface of
                    ? around.farEnd(of.is()).flatMap(f -> outage(f.device(), now))
                    : Optional.empty());
  }

  private Optional<String> outage(Device device, Instant now) {
    return around
        .outage(device, now)
        .map(name -> "the host's scheduled outage " + name + " of node " + device.label());
  }

  /** What the problem's cause is, in words; empty where it stands for itself. */
  Optional<String> cause(Problem problem) {
    return node(problem).or(() -> link(problem)).or(() -> host(problem));
  }

  /** What turned out to be the cause of a problem that is open already; empty as a rule. */
  Optional<String> overtaking(Problem problem) {
    return problem.rule().kind() == AlertKind.DEVICE_SILENT ? node(problem) : link(problem);
  }

  private Optional<String> maintenance(AlertSubject subject, AlertRules rules, Instant now) {
    return rules.maintenance().stream()
        .filter(m -> m.when().contains(now) && touches(m, subject))
        .findFirst()
        .map(m -> "announced work: " + m.name());
  }

  private boolean touches(Maintenance work, AlertSubject subject) {
    if (subject instanceof OfInterface of) {
      Optional<KnownInterface> far = around.farEnd(of.is());
      return around.monitored(of.is()).map(work.what()::accepts).orElse(false)
          || far.map(work.what()::accepts).orElse(false);
    }
    return subject instanceof OfNode of
        && around.device(of.is()).map(work.what()::accepts).orElse(false);
  }

  private Optional<String> node(Problem problem) {
    Optional<NodeKey> node = problem.subject().node();
    if (node.isEmpty()) {
      return Optional.empty();
    }
    String label = problem.place().nodeLabel();
    if (downNodes.containsKey(node.get())) {
      return Optional.of("the host holds node " + label + " for down");
    }
    if (problem.rule().kind() == AlertKind.DEVICE_SILENT) {
      return Optional.ofNullable(groups.get(node.get()))
          .map(g -> "alert " + g.id() + ": " + g.shown().text());
    }
    return Optional.ofNullable(silent.get(node.get()))
        .map(s -> "device " + label + " does not answer");
  }

  private Optional<String> link(Problem problem) {
    if (!(problem.subject() instanceof OfInterface of)
        || problem.rule().kind() == AlertKind.INTERFACE_DOWN
        || problem.rule().kind() == AlertKind.CLASSIFICATION_CHANGED) {
      return Optional.empty();
    }
    return down(of.is())
        .or(() -> around.farEnd(of.is()).flatMap(f -> down(f.key())))
        .map(
            p ->
                p.state() == State.OPEN
                    ? "alert " + p.id() + ": " + p.place().words() + " is down"
                    : p.place().words() + " is down");
  }

  private Optional<Problem> down(InterfaceKey key) {
    return Optional.ofNullable(interfacesDown.get(new OfInterface(key)));
  }

  private Optional<String> host(Problem problem) {
    if (problem.rule().kind() != AlertKind.INTERFACE_DOWN
        || !(problem.subject() instanceof OfInterface of)) {
      return Optional.empty();
    }
    Optional<HostAlarm> theirs = linkAlarms.apply(of.is());
    if (theirs.isPresent() && problem.place().critical()) {
      problem.tell("hostAlarm", "alarm " + theirs.get().id());
      return Optional.empty();
    }
    return theirs.map(a -> "the host's own alarm " + a.id() + " of this interface");
  }

  /** Which causes are over. */
  PastCauses past() {
    return past;
  }

  /** The node as it is known now. */
  Optional<Device> device(NodeKey node) {
    return around.device(node);
  }
}
