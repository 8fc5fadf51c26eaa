package org.opennms.plugins.trunkline.alert;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.opennms.plugins.trunkline.model.AlertSubject;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;

/**
 * Which interfaces were ever up: only those can go down. Not thread-safe, but for the predicate.
 */
final class SeenUp {
  private final Map<NodeKey, Set<String>> names = new HashMap<>();
  private final Set<NodeKey> unwritten = new LinkedHashSet<>();
  private final Predicate<InterfaceKey> before;

  /**
   * Nothing seen yet.
   *
   * @param before whether an interface was up before anything was polled
   */
  SeenUp(Predicate<InterfaceKey> before) {
    this.before = before;
  }

  boolean contains(InterfaceKey key) {
    return names.getOrDefault(key.node(), Set.of()).contains(key.name()) || before.test(key);
  }

  void note(InterfaceKey key, OperStatus status) {
    if (status == OperStatus.UP || before.test(key)) {
      add(key);
    }
  }

  /** An interface with an open alert was up before. */
  void assume(AlertSubject subject) {
    if (subject instanceof AlertSubject.OfInterface of) {
      add(of.is());
    }
  }

  void add(InterfaceKey key) {
    if (names.computeIfAbsent(key.node(), n -> new HashSet<>()).add(key.name())) {
      unwritten.add(key.node());
    }
  }

  void restore(NodeKey node, Set<String> known) {
    names.computeIfAbsent(node, n -> new HashSet<>()).addAll(known);
  }

  /** Nodes are forgotten that are gone. */
  void retain(Predicate<NodeKey> known) {
    names
        .keySet()
        .removeIf(
            n -> {
              boolean gone = !known.test(n);
              if (gone) {
                unwritten.add(n);
              }
              return gone;
            });
  }

  /** A node whose names are not written yet, taken out; null without one. */
  NodeKey takeUnwritten() {
    var nodes = unwritten.iterator();
    if (!nodes.hasNext()) {
      return null;
    }
    NodeKey node = nodes.next();
    nodes.remove();
    return node;
  }

  void unwritten(NodeKey node) {
    unwritten.add(node);
  }

  /** A node's names, sorted; empty for a node that is forgotten. */
  Set<String> of(NodeKey node) {
    return new TreeSet<>(names.getOrDefault(node, Set.of()));
  }
}
