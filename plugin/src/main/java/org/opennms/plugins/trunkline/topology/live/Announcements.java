package org.opennms.plugins.trunkline.topology.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Nodes that something happened at, collected until it has calmed down: a link that goes down tells
 * of itself at both ends, and a switch that restarts tells of each port. Announcing takes no time
 * and may happen on any thread. Thread-safe.
 */
final class Announcements {
  static final int MOST = 10_000;
  // A link that never falls silent must not keep the others waiting for ever.
  private static final int PATIENCE = 10;

  private final InstantSource clock;
  private final Set<Integer> nodes = new LinkedHashSet<>();
  private Instant first = Instant.EPOCH;
  private Instant last = Instant.EPOCH;
  private long dropped;

  Announcements(InstantSource clock) {
    this.clock = clock;
  }

  /** Something happened at this node. */
  synchronized void announce(int nodeId) {
    Instant now = clock.instant();
    if (nodes.isEmpty()) {
      first = now;
    }
    last = now;
    if (nodes.size() < MOST || nodes.contains(nodeId)) {
      nodes.add(nodeId);
    } else {
      dropped++;
    }
  }

  /** Those that have calmed down for so long, and takes them out; none while they have not. */
  synchronized Set<Integer> due(Duration delay) {
    Instant now = clock.instant();
    boolean calm = !now.isBefore(last.plus(delay));
    boolean late = !now.isBefore(first.plus(delay.multipliedBy(PATIENCE)));
    if (nodes.isEmpty() || !(calm || late || now.isBefore(first))) {
      return Set.of();
    }
    Set<Integer> due = new LinkedHashSet<>(nodes);
    nodes.clear();
    return due;
  }

  /** Announcements that found no room since the start. */
  synchronized long dropped() {
    return dropped;
  }
}
