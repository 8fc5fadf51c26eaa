package org.opennms.plugins.trunkline.sandbox.network.metrics;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.opennms.plugins.trunkline.sandbox.network.SimulatedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;

/**
 * Does the host's collecting: fills an archive for every port that is up with the weeks before, and
 * goes on every five minutes in what the agents count. One file a port, in a directory a device:
 * {@code <label>/<ifName, sanitized>-<MAC>}, as the host labels its resources. Thread-safe.
 */
public final class MetricRecorder implements AutoCloseable {
  private record Recorded(Port port, ArchiveFile file) {}

  private final List<Recorded> ports = new ArrayList<>();
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "metric-recorder");
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicLong failures = new AtomicLong();
  private long last;

  private MetricRecorder(InstantSource clock) {
    this.clock = clock;
    this.last = now();
  }

  /**
   * Fills the archives, which takes about a millisecond and 90 kB a port.
   *
   * @param clock the agents' own
   * @throws IOException where a file cannot be written
   */
  public static MetricRecorder fill(
      Path directory, List<SimulatedDevice> devices, InstantSource clock) throws IOException {
    MetricRecorder recorder = new MetricRecorder(clock);
    for (SimulatedDevice device : devices) {
      if (device instanceof SimulatedDevice.Generated generated) {
        recorder.fill(directory.resolve(device.label()), generated.device());
      }
    }
    return recorder;
  }

  private void fill(Path directory, GeneratedDevice device) throws IOException {
    for (Port port : device.ports()) {
      if (port.operUp()) {
        ArchiveFile file = new ArchiveFile(directory.resolve(label(port)));
        file.fill(last, (from, to) -> PortRates.past(port, from * 1000, to * 1000));
        ports.add(new Recorded(port, file));
      }
    }
  }

  /** What the host calls the port's resource. */
  static String label(Port port) {
    String name = port.ifName().replaceAll("[^A-Za-z0-9]", "_");
    return port.mac() == 0 ? name : name + String.format(Locale.ROOT, "-%012x", port.mac());
  }

  /** Goes on by itself until closed. */
  public void start() {
    var unused = timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
  }

  /** Values that could not be written; 0 as long as the disk is sound. */
  public long failures() {
    return failures.get();
  }

  /** Adds what became complete since the last call. */
  public synchronized void tick() {
    long upTo = now();
    for (long end = last + ArchiveFile.FINE_SECONDS; end <= upTo; end = next(end)) {
      append(end);
      last = end;
    }
  }

  private static long next(long end) {
    return end + ArchiveFile.FINE_SECONDS;
  }

  private void append(long end) {
    for (Recorded each : ports) {
      try {
        each.file.append(end, (from, to) -> PortRates.counted(each.port, from * 1000, to * 1000));
      } catch (IOException e) {
        failures.incrementAndGet();
      }
    }
  }

  private long now() {
    return clock.millis() / 1000 / ArchiveFile.FINE_SECONDS * ArchiveFile.FINE_SECONDS;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
