package org.opennms.plugins.trunkline.topology.live;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The host's edges, kept from its announcements and put right by reading all of them now and then.
 * {@link #announce} is called on the host's thread, while the host holds a lock: it only queues.
 * The rest is for one thread of our own.
 */
public final class HostEdgeBook implements HostEdgeSink {
  /** Announcements that may wait; more are dropped, and everything is read anew instead. */
  static final int MOST_WAITING = 10_000;

  private final BlockingQueue<Change> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong dropped = new AtomicLong();
  private volatile boolean incomplete = true;
  private volatile boolean reading;
  private volatile Set<HostEdge> edges = Set.of();

  private record Change(HostEdge edge, boolean added) {}

  @Override
  public void announce(HostEdge edge, boolean added) {
    if (!waiting.offer(new Change(edge, added))) {
      dropped.incrementAndGet();
      incomplete = true;
    }
  }

  @Override
  public void misunderstood() {
    incomplete = true;
  }

  /** Announcements that found no room since the start. Any thread. */
  public long dropped() {
    return dropped.get();
  }

  /** Whether everything should be read: nothing was yet, or announcements were lost. */
  boolean isIncomplete() {
    return incomplete;
  }

  /** All edges are about to be read: what is announced from here on counts after them. */
  void beginReading() {
    reading = true;
    // Before the reading: what is lost while it runs must be read for once more.
    incomplete = false;
  }

  /** The reading came to nothing. */
  void readingFailed() {
    reading = false;
    incomplete = true;
  }

  /**
   * All edges were read.
   *
   * @return nodes at which something is different
   */
  Set<Integer> reconcile(Set<HostEdge> read) {
    Set<Integer> changed = new TreeSet<>();
    difference(edges, read).forEach(e -> e.nodeIds().forEach(changed::add));
    difference(read, edges).forEach(e -> e.nodeIds().forEach(changed::add));
    edges = Set.copyOf(read);
    reading = false;
    return changed;
  }

  /**
   * Takes what was announced, unless a reading is under way.
   *
   * @return nodes at which something is different
   */
  Set<Integer> drain() {
    Set<Integer> changed = new TreeSet<>();
    if (reading || waiting.isEmpty()) {
      return changed;
    }
    Set<HostEdge> now = new LinkedHashSet<>(edges);
    for (Change next = waiting.poll(); next != null; next = waiting.poll()) {
      boolean different = next.added() ? now.add(next.edge()) : now.remove(next.edge());
      if (different) {
        next.edge().nodeIds().forEach(changed::add);
      }
    }
    edges = Set.copyOf(now);
    return changed;
  }

  /** The edges as they are known; any thread. */
  Set<HostEdge> edges() {
    return edges;
  }

  private static Set<HostEdge> difference(Set<HostEdge> all, Set<HostEdge> without) {
    Set<HostEdge> rest = new HashSet<>(all);
    rest.removeAll(without);
    return rest;
  }
}
