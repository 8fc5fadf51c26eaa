package org.opennms.plugins.trunkline.topology.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.opennms.plugins.trunkline.inventory.KnownDevices;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.TopologyControl.Refresh;
import org.opennms.plugins.trunkline.topology.NeighbourTables;
import org.opennms.plugins.trunkline.topology.live.NeighbourReader.Failed;
import org.opennms.plugins.trunkline.topology.live.NeighbourReader.Reading;

/**
 * Readings of neighbours: a bounded number of devices at the same time, each once however many runs
 * want it. Thread-safe; nothing blocks.
 */
final class NeighbourRuns {
  private static final int KEPT = 20;
  // No device takes that long; a reader that forgets one must not hold up its run for ever.
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final KnownDevices devices;
  private final NeighbourReader reader;
  private final IntSupplier concurrency;
  private final InstantSource clock;
  private final Consumer<Arrival> arrivals;
  private final Deque<NeighbourRun> runs = new ArrayDeque<>();
  private final Map<NodeKey, UnderWay> underWay = new HashMap<>();
  private boolean forwarding;
  private boolean closed;

  /**
   * What came of reading a device.
   *
   * @param device as it was when it was asked
   * @param tables what was read
   * @param reading how it went
   */
  record Arrival(Known device, NeighbourTables tables, Reading reading) {}

  private record UnderWay(
      CompletableFuture<Reading> future, List<NeighbourRun> runs, Instant since) {}

  /**
   * Nothing runs.
   *
   * @param arrivals is handed each reading, on any thread; must not block
   */
  NeighbourRuns(
      KnownDevices devices,
      NeighbourReader reader,
      IntSupplier concurrency,
      InstantSource clock,
      Consumer<Arrival> arrivals) {
    this.devices = devices;
    this.reader = reader;
    this.concurrency = concurrency;
    this.clock = clock;
    this.arrivals = arrivals;
  }

  /** Whether forwarding tables are read from now on. */
  synchronized void forwarding(boolean wanted) {
    forwarding = wanted;
  }

  /** Starts a run over these nodes; one without nodes is over at once. */
  synchronized Refresh start(
      String trigger, Optional<Device> only, Collection<NodeKey> nodes, Duration spread) {
    Instant now = clock.instant();
    String id = UUID.randomUUID().toString().substring(0, 8);
    NeighbourRun run = new NeighbourRun(id, trigger, only, nodes, spread, now);
    if (nodes.isEmpty() || closed) {
      run.end(now);
    }
    runs.addFirst(run);
    while (runs.size() > KEPT) {
      runs.removeLast();
    }
    advance();
    return run.view();
  }

  /** The operator's run over all that is under way. */
  synchronized Optional<Refresh> overAll() {
    return runs.stream()
        .filter(NeighbourRun::isOverAll)
        .map(NeighbourRun::view)
        .filter(Refresh::isRunning)
        .findFirst();
  }

  /** The last runs, newest first. */
  synchronized List<Refresh> all() {
    return runs.stream().map(NeighbourRun::view).toList();
  }

  /** Whether any run is under way. */
  synchronized boolean areRunning() {
    return !underWay.isEmpty() || runs.stream().anyMatch(r -> r.view().isRunning());
  }

  /** Lets spread runs go on, and gives up what takes far too long. */
  synchronized void tick() {
    Instant before = clock.instant().minus(PATIENCE);
    List.copyOf(underWay.values()).stream()
        .filter(u -> u.since().isBefore(before))
        .forEach(u -> u.future().complete(new Failed("no end after 15 minutes")));
    advance();
  }

  /** Stops every run and every request under way. */
  synchronized void close() {
    closed = true;
    Instant now = clock.instant();
    runs.forEach(r -> r.end(now));
    List<UnderWay> stopped = List.copyOf(underWay.values());
    underWay.clear();
    stopped.forEach(u -> u.future().cancel(true));
  }

  private void advance() {
    // Newest first: an operator who waits for one device does not queue behind the daily walk.
    for (NeighbourRun run : List.copyOf(runs)) {
      while (!closed && underWay.size() < concurrency.getAsInt()) {
        Optional<NodeKey> node = run.next(clock.instant());
        if (node.isEmpty()) {
          break;
        }
        ask(run, node.get());
      }
    }
  }

  private void ask(NeighbourRun run, NodeKey node) {
    UnderWay shared = underWay.get(node);
    Optional<Known> device = devices.device(node);
    if (shared != null) {
      shared.runs().add(run);
    } else if (device.isEmpty() || device.get().device().address().isEmpty()) {
      run.failed(node + ": not known any more, or without an address", clock.instant());
    } else {
      begin(run, device.get());
    }
  }

  private void begin(NeighbourRun run, Known device) {
    NeighbourTables tables = new NeighbourTables();
    CompletableFuture<Reading> future =
        reader.read(device, forwarding, new TableRows(tables)).toCompletableFuture();
    List<NeighbourRun> waiting = new ArrayList<>(List.of(run));
    underWay.put(device.device().key(), new UnderWay(future, waiting, clock.instant()));
    CompletableFuture<Reading> unused =
        future.whenComplete((reading, fault) -> ended(device, tables, reading));
  }

  private void ended(Known device, NeighbourTables tables, Reading reading) {
    Reading result = reading == null ? new Failed("stopped") : reading;
    synchronized (this) {
      UnderWay done = underWay.remove(device.device().key());
      if (done == null) {
        return;
      }
      // Before the books are closed: who sees the run end finds what it read on its way.
      arrivals.accept(new Arrival(device, tables, result));
      done.runs().forEach(run -> record(run, device, result));
      advance();
    }
  }

  private void record(NeighbourRun run, Known device, Reading reading) {
    if (reading instanceof Failed failed) {
      run.failed(device.device().label() + ": " + failed.detail(), clock.instant());
    } else {
      run.wasRead(clock.instant());
    }
  }
}
