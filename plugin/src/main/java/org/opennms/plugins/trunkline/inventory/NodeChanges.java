package org.opennms.plugins.trunkline.inventory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Collects the host's announcements of nodes until they calm down, so that an import of a thousand
 * nodes gives one run. Announcing is thread-safe and takes no time: it happens on the host's
 * thread.
 */
public final class NodeChanges {
  /** More than this and every node is looked at instead. */
  static final int MOST = 10_000;

  // A host that never falls silent must not keep its nodes waiting for ever.
  private static final int PATIENCE = 10;

  private final Discovery discovery;
  private final Supplier<Duration> delay;
  private final InstantSource clock;
  private final Set<Integer> announced = new LinkedHashSet<>();
  private Instant first = Instant.EPOCH;
  private Instant last = Instant.EPOCH;
  private boolean overflow;

  NodeChanges(Discovery discovery, Supplier<Duration> delay, InstantSource clock) {
    this.discovery = discovery;
    this.delay = delay;
    this.clock = clock;
  }

  /** The host said that this node is new, was scanned, changed or was deleted. */
  public synchronized void announce(int nodeId) {
    Instant now = clock.instant();
    if (announced.isEmpty()) {
      first = now;
    }
    last = now;
    if (announced.size() < MOST || announced.contains(nodeId)) {
      announced.add(nodeId);
    } else {
      overflow = true;
    }
  }

  /** Starts a run when the announcements have calmed down. */
  public void tick() {
    Set<Integer> nodes;
    boolean all;
    synchronized (this) {
      if (!isDue(clock.instant())) {
        return;
      }
      nodes = new LinkedHashSet<>(announced);
      all = overflow;
      announced.clear();
      overflow = false;
    }
    if (!all) {
      discovery.read("event", nodes);
    } else if (!discovery.look("event", Duration.ZERO)) {
      // The run under way may have passed them by.
      keep(nodes);
    }
  }

  private synchronized void keep(Set<Integer> nodes) {
    announced.addAll(nodes);
    overflow = true;
  }

  private boolean isDue(Instant now) {
    Duration wait = delay.get();
    return !announced.isEmpty()
        && (!now.isBefore(last.plus(wait))
            || !now.isBefore(first.plus(wait.multipliedBy(PATIENCE)))
            // A clock that was set back must not keep them waiting either.
            || now.isBefore(first));
  }
}
