package org.opennms.plugins.trunkline.inventory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The last runs, newest first. Those under way are always kept. Thread-safe. */
final class RunLog {
  private static final int KEPT = 20;

  private final Deque<Run> runs = new ArrayDeque<>();

  synchronized void add(Run run) {
    runs.addFirst(run);
    Iterator<Run> oldest = runs.descendingIterator();
    while (runs.size() > KEPT && oldest.hasNext()) {
      if (!oldest.next().running()) {
        oldest.remove();
      }
    }
  }

  synchronized List<Run> all() {
    return List.copyOf(runs);
  }

  synchronized List<Run> running() {
    return runs.stream().filter(Run::running).toList();
  }

  /** The run under way that somebody started over all nodes. */
  Optional<Run> overAll(String trigger) {
    return running().stream()
        .filter(r -> r.plan().scope() == RunPlan.Scope.SELECTED)
        .filter(r -> r.plan().trigger().equals(trigger))
        .findFirst();
  }

  /** The run under way with this id. */
  Optional<Run> running(String id) {
    return running().stream().filter(r -> r.id().equals(id)).findFirst();
  }
}
