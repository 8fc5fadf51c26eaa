package org.opennms.plugins.trunkline;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.inventory.KnownDevices;
import org.opennms.plugins.trunkline.telemetry.StatusChange;
import org.opennms.plugins.trunkline.telemetry.TelemetrySink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the host's poller says of nodes, for the export. The host's thread only notes it; {@link
 * #tick} tells it.
 */
final class ExportedReachability {
  private static final Logger LOG = LoggerFactory.getLogger(ExportedReachability.class);
  private static final int MOST_NOTED = 10_000;

  private final TelemetrySink sink;
  private final KnownDevices inventory;
  private final InstantSource clock;
  private final BlockingQueue<Noted> noted = new ArrayBlockingQueue<>(MOST_NOTED);
  private final AtomicLong lost = new AtomicLong();

  private record Noted(int nodeId, boolean down, Instant at) {}

  ExportedReachability(TelemetrySink sink, KnownDevices inventory, InstantSource clock) {
    this.sink = sink;
    this.inventory = inventory;
    this.clock = clock;
  }

  /** By one thread of the host's; takes no time. */
  void note(int nodeId, boolean down) {
    if (!noted.offer(new Noted(nodeId, down, clock.instant())) && lost.getAndIncrement() == 0) {
      LOG.warn("The host tells of more nodes than are exported; the rest is counted");
    }
  }

  /** What was too much to be noted. */
  long lost() {
    return lost.get();
  }

  /** Tells what was noted; nodes that Trunkline does not know are left out. One thread. */
  void tick() {
    List<Noted> all = new ArrayList<>();
    noted.drainTo(all);
    if (all.isEmpty()) {
      return;
    }
    Map<Integer, List<Noted>> byNode = all.stream().collect(Collectors.groupingBy(Noted::nodeId));
    for (KnownDevices.Known known : inventory.devices()) {
      for (Noted each : byNode.getOrDefault(known.device().nodeId(), List.of())) {
        sink.changed(known.device(), known.facts(), change(each));
      }
    }
  }

  private static StatusChange change(Noted noted) {
    return new StatusChange(
        "node",
        "reachability",
        noted.down() ? "OFFLINE" : "ONLINE",
        noted.down() ? "ONLINE" : "OFFLINE",
        noted.at(),
        List.of("source=host"));
  }
}
