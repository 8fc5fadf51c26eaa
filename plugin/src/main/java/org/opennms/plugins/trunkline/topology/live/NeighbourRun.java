package org.opennms.plugins.trunkline.topology.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.TopologyControl.Refresh;

/** The books of one reading of neighbours. Thread-safe. */
final class NeighbourRun {
  private static final int EXAMPLES = 5;

  private final String id;
  private final String trigger;
  private final Optional<Device> only;
  private final Duration spread;
  private final Instant started;
  private final Deque<NodeKey> waiting;
  private final List<String> failures = new ArrayList<>();
  private final int total;
  private Optional<Instant> ended = Optional.empty();
  private int taken;
  private int read;
  private int failed;

  NeighbourRun(
      String id,
      String trigger,
      Optional<Device> only,
      Collection<NodeKey> nodes,
      Duration spread,
      Instant started) {
    this.id = id;
    this.trigger = trigger;
    this.only = only;
    this.spread = spread;
    this.started = started;
    waiting = new ArrayDeque<>(nodes);
    total = waiting.size();
  }

  /** Whether it is about all devices. */
  boolean isOverAll() {
    return only.isEmpty() && trigger.equals("operator");
  }

  /** The next device that is due. */
  synchronized Optional<NodeKey> next(Instant now) {
    Instant due = started.plus(spread.multipliedBy(taken).dividedBy(Math.max(1, total)));
    if (waiting.isEmpty() || (now.isBefore(due) && !now.isBefore(started))) {
      return Optional.empty();
    }
    taken++;
    return Optional.of(waiting.remove());
  }

  synchronized void wasRead(Instant now) {
    read++;
    endIfOver(now);
  }

  synchronized void failed(String detail, Instant now) {
    failed++;
    if (failures.size() < EXAMPLES) {
      failures.add(detail);
    }
    endIfOver(now);
  }

  /** Ends one that has nothing to do, or that is given up. */
  synchronized void end(Instant now) {
    waiting.clear();
    ended = ended.or(() -> Optional.of(now));
  }

  synchronized Refresh view() {
    return new Refresh(id, only, trigger, total, read, failed, failures, started, ended);
  }

  private void endIfOver(Instant now) {
    if (read + failed == total) {
      ended = Optional.of(now);
    }
  }
}
