package org.opennms.plugins.trunkline.topology.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keeps what flaps from being told each time. The fifth change of a subject within the quiet time
 * silences it; once it has been steady for as long, what it became is told, if that is different
 * from what was told last. For one thread.
 *
 * @param <K> what may flap
 * @param <S> how it may be
 */
final class FlapDamper<K extends Comparable<K>, S> {
  static final int MOST_CHANGES = 5;

  private final Map<K, Subject<S>> subjects = new TreeMap<>();

  /**
   * Something to be told.
   *
   * @param key of the subject
   * @param before as it was told last
   * @param now as it is
   */
  record Change<K, S>(K key, S before, S now) {}

  private static final class Subject<S> {
    private final Deque<Instant> changes = new ArrayDeque<>();
    private S told;
    private S current;
    private boolean silenced;

    private Subject(S told) {
      this.told = told;
      this.current = told;
    }
  }

  /**
   * A subject changed.
   *
   * @param before how it was; counts where nothing is known of it yet
   * @param quiet for how long it must be steady; zero damps nothing
   * @return what is to be told now
   */
  Optional<Change<K, S>> changed(K key, S before, S now, Instant at, Duration quiet) {
    Subject<S> subject = subjects.computeIfAbsent(key, k -> new Subject<>(before));
    if (now.equals(subject.current)) {
      return Optional.empty();
    }
    subject.current = now;
    forgetOld(subject, at, quiet);
    subject.changes.addLast(at);
    subject.silenced |= subject.changes.size() >= MOST_CHANGES;
    return subject.silenced ? Optional.empty() : tell(key, subject);
  }

  /** What is to be told of subjects that have become steady. */
  List<Change<K, S>> tick(Instant at, Duration quiet) {
    List<Change<K, S>> due = new ArrayList<>();
    Iterator<Map.Entry<K, Subject<S>>> each = subjects.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<K, Subject<S>> entry = each.next();
      Subject<S> subject = entry.getValue();
      forgetOld(subject, at, quiet);
      if (subject.changes.isEmpty()) {
        tell(entry.getKey(), subject).ifPresent(due::add);
        each.remove();
      }
    }
    return due;
  }

  /** Whether the subject changed a short while ago. */
  boolean isWatched(K key) {
    return subjects.containsKey(key);
  }

  /** All that changed a short while ago. */
  Stream<K> watched() {
    return subjects.keySet().stream();
  }

  /** How many are silenced now. */
  int silenced() {
    return (int) subjects.values().stream().filter(s -> s.silenced).count();
  }

  private Optional<Change<K, S>> tell(K key, Subject<S> subject) {
    S before = subject.told;
    subject.told = subject.current;
    return before.equals(subject.current)
        ? Optional.empty()
        : Optional.of(new Change<>(key, before, subject.current));
  }

  // After a clock was set back, too, what changed is forgotten in time.
  private static void forgetOld(Subject<?> subject, Instant at, Duration quiet) {
    Instant last = subject.changes.peekLast();
    boolean steady = last != null && (!at.isBefore(last.plus(quiet)) || at.isBefore(last));
    if (subject.silenced && !steady) {
      return;
    }
    subject.silenced = subject.silenced && !steady;
    subject.changes.removeIf(c -> !at.isBefore(c.plus(quiet)) || at.isBefore(c));
  }
}
