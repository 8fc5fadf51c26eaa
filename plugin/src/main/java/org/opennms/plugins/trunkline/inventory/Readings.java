package org.opennms.plugins.trunkline.inventory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NodeKey;

/** Readings under way: one per device, shared by all runs that want it. Thread-safe. */
final class Readings {
  // No device takes that long; a reader that forgets one must not hold up its run for ever.
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final DeviceReader reader;
  private final InstantSource clock;
  private final Consumer<Arrival> arrivals;
  private final Map<NodeKey, UnderWay> underWay = new HashMap<>();

  /**
   * A reading that has ended.
   *
   * @param device as the host described it last
   * @param reading what came of it
   * @param thorough whether everything was asked for
   * @param runs that wait for it; none when all of them were cancelled
   */
  record Arrival(Device device, DeviceReading reading, boolean thorough, Set<Run> runs) {}

  private static final class UnderWay {
    private final CompletableFuture<DeviceReading> future;
    private final boolean thorough;
    private final Instant since;
    private final Set<Run> runs = new LinkedHashSet<>();
    private Device device;

    private UnderWay(
        CompletableFuture<DeviceReading> future, Device device, boolean thorough, Instant since) {
      this.future = future;
      this.device = device;
      this.thorough = thorough;
      this.since = since;
    }
  }

  /**
   * Nothing is under way.
   *
   * @param arrivals is handed each reading that ends, on any thread; must not block
   */
  Readings(DeviceReader reader, InstantSource clock, Consumer<Arrival> arrivals) {
    this.reader = reader;
    this.clock = clock;
    this.arrivals = arrivals;
  }

  /** How many devices are being read. */
  synchronized int size() {
    return underWay.size();
  }

  /** Has the device read for the run, or lets the run share a reading that is under way. */
  void ask(Run run, Device device, Optional<DeviceFingerprint> known) {
    UnderWay asked;
    boolean fresh;
    synchronized (this) {
      fresh = !underWay.containsKey(device.key());
      asked = underWay.computeIfAbsent(device.key(), k -> begin(device, known));
      asked.device = device;
      asked.runs.add(run);
    }
    if (fresh) {
      // Faults are handed to arrived(), too, so the stage that this makes has nothing to tell.
      var unused = asked.future.whenComplete((reading, fault) -> ended(asked, reading, fault));
    }
  }

  /** The run no longer waits; readings that nobody waits for are stopped. */
  void leave(Run run) {
    stop(u -> u.runs.remove(run) && u.runs.isEmpty());
  }

  /** Stops readings that have not ended for far too long; they arrive as failures. */
  void giveUp() {
    Instant before = clock.instant().minus(PATIENCE);
    List<UnderWay> forgotten;
    synchronized (this) {
      forgotten = underWay.values().stream().filter(u -> u.since.isBefore(before)).toList();
    }
    String detail = "no end after " + PATIENCE.toMinutes() + " minutes";
    for (UnderWay u : forgotten) {
      ended(u, new DeviceReading.Failed(FailureReason.CANCELLED, detail, 0), null);
      u.future.cancel(true);
    }
  }

  /** Stops all readings; none of them arrives. */
  void close() {
    stop(u -> true);
  }

  private UnderWay begin(Device device, Optional<DeviceFingerprint> known) {
    CompletableFuture<DeviceReading> future;
    try {
      future = reader.read(device, known).toCompletableFuture();
    } catch (RuntimeException e) {
      future = CompletableFuture.failedFuture(e);
    }
    return new UnderWay(future, device, known.isEmpty(), clock.instant());
  }

  private void ended(UnderWay u, DeviceReading reading, Throwable fault) {
    Arrival arrival;
    synchronized (this) {
      // Whoever takes it out hands it on; one that was stopped is not there any more.
      if (!underWay.remove(u.device.key(), u)) {
        return;
      }
      DeviceReading result = reading == null ? ReadingFaults.of(u.device, fault) : reading;
      arrival = new Arrival(u.device, result, u.thorough, Set.copyOf(u.runs));
    }
    arrivals.accept(arrival);
  }

  private void stop(Predicate<UnderWay> which) {
    List<UnderWay> stopped;
    synchronized (this) {
      stopped = underWay.values().stream().filter(which).toList();
      stopped.forEach(u -> underWay.remove(u.device.key()));
    }
    stopped.forEach(u -> u.future.cancel(true));
  }
}
