package org.opennms.plugins.trunkline.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.opennms.plugins.trunkline.baseline.BaselinePart;
import org.opennms.plugins.trunkline.baseline.BaselineSettings;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficRates;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.traffic.TrafficHistory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The part as a whole: four weeks of history of many interfaces, as an archive keeps them (hourly
 * means, the last week in five minutes), then the cycle in which each interface brings a sample of
 * bits and packets in both directions, which is judged, told and learned.
 */
@Command(name = "anomaly-cycle", description = "Learns from history and judges a whole network.")
public final class AnomalyCycleBenchmark implements Callable<Integer> {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Duration HOUR = Duration.ofHours(1);
  // All hours of the week, so that what is kept is of full size.
  private static final int WARM_UP_HOURS = 7 * 24 + 6;
  private static final int METRICS = 4;
  private static final int CYCLES = 6;

  @Option(names = "--history", defaultValue = "1000", description = "Interfaces that learn.")
  private int learning;

  @Option(names = "--interfaces", defaultValue = "20000", description = "Interfaces of a cycle.")
  private int interfaces;

  private Path store;
  private Instant now = NOW;

  /** Runs it; the exit code is 1 when something was not learned. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new AnomalyCycleBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    backfill(learning);
    boolean whole = backfill(learning);
    cycles();
    return whole && reload() ? 0 : 1;
  }

  private boolean backfill(int count) throws InterruptedException, IOException {
    MonitoredPorts ports = new MonitoredPorts(count);
    store = Files.createTempDirectory("trunkline-benchmark");
    long[] source = new long[1];
    try (BaselinePart part = part(ports, history(source))) {
      long began = System.nanoTime();
      part.learnMissing();
      while (part.desk().learning().running()) {
        Thread.sleep(5);
      }
      double seconds = (System.nanoTime() - began - source[0]) / 1e9;
      long samples = part.desk().learning().samples();
      System.out.printf(
          Locale.ROOT,
          "history of %,d interfaces, 4 weeks: %.2f s without the source (%,d samples of %d"
              + " metrics, %.2f million values/s; bound 30 s)%n",
          count,
          seconds,
          samples,
          METRICS,
          samples * METRICS / seconds / 1e6);
      return part.desk().learning().done() == count;
    }
  }

  private void cycles() throws IOException {
    MonitoredPorts ports = new MonitoredPorts(interfaces);
    store = Files.createTempDirectory("trunkline-benchmark");
    BaselinePart part = part(ports, history(new long[1]));
    part.tick();
    now = judge(part, ports).plus(HOUR);
    keep(part);
    feed(part, ports, now, HOUR);
    long began = System.nanoTime();
    part.close();
    System.out.printf(
        Locale.ROOT,
        "a stop in which all of them are to be written: %.1f s, %d left (bound 30 s)%n",
        (System.nanoTime() - began) / 1e9,
        part.unwritten());
  }

  private Instant judge(BaselinePart part, MonitoredPorts ports) {
    Instant at = NOW;
    for (int i = 0; i < WARM_UP_HOURS; i++) {
      at = at.plus(HOUR);
      feed(part, ports, at, HOUR);
    }
    double[] seconds = new double[CYCLES];
    for (int i = 0; i < CYCLES; i++) {
      at = at.plus(STEP);
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      feed(part, ports, at, STEP);
      seconds[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
    }
    Arrays.sort(seconds);
    System.out.printf(
        Locale.ROOT,
        "cycle of %,d interfaces, %d metrics each, after a week: %.2f s of one core, median of %d"
            + " (bound 10 s)%n",
        interfaces,
        METRICS,
        seconds[CYCLES / 2],
        CYCLES);
    return at;
  }

  /** Calls the job of every second until all are written. */
  private void keep(BaselinePart part) throws IOException {
    int seconds = 0;
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    while (part.unwritten() > 0) {
      part.tick();
      seconds++;
    }
    long[] size = DirectoryStore.size(store);
    System.out.printf(
        Locale.ROOT,
        "kept in %,d documents of %,d octets: all written in %d s of %.1f ms of one core each%n",
        size[0],
        size[1] / size[0],
        seconds,
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6 / seconds);
  }

  private boolean reload() {
    MonitoredPorts ports = new MonitoredPorts(interfaces);
    try (BaselinePart part = part(ports, history(new long[1]))) {
      long began = System.nanoTime();
      part.tick();
      int metrics = part.board().rate().metrics();
      System.out.printf(
          Locale.ROOT,
          "read after a restart: %,d metrics in %.1f s%n",
          metrics,
          (System.nanoTime() - began) / 1e9);
      return metrics == interfaces * METRICS;
    }
  }

  private static void feed(BaselinePart part, MonitoredPorts ports, Instant at, Duration step) {
    int number = 0;
    for (KnownInterface port : ports.all()) {
      part.samples().sample(port, sample(at, step, number++, false));
    }
  }

  private BaselinePart part(MonitoredPorts ports, TrafficHistory history) {
    return new BaselinePart(
        new BaselinePart.Needs(ports, () -> history, context -> new DirectoryStore(store, context)),
        () -> BaselineSettings.standard(ZoneOffset.UTC),
        () -> now,
        task -> {
          Thread thread = new Thread(task, "benchmark-baseline");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** The samples are made on the way; the time that takes is added up. */
  private static TrafficHistory history(long[] source) {
    return new TrafficHistory() {
      @Override
      public Reading read(KnownInterface of, Instant from, Instant to) {
        return new Reading.Absent("not asked for");
      }

      @Override
      public void readAll(List<KnownInterface> of, Instant from, Instant to, Receiver receiver) {
        for (int i = 0; i < of.size(); i++) {
          long began = System.nanoTime();
          Reading reading = new Reading.Samples(fourWeeks(from, to, i));
          source[0] += System.nanoTime() - began;
          receiver.history(of.get(i), reading);
        }
      }
    };
  }

  private static List<TrafficSample> fourWeeks(Instant from, Instant to, int number) {
    List<TrafficSample> samples = new ArrayList<>(3_000);
    Instant week = to.minus(Duration.ofDays(7));
    for (Instant end = from.plus(HOUR); !end.isAfter(week); end = end.plus(HOUR)) {
      samples.add(sample(end, HOUR, number, true));
    }
    for (Instant end = week.plus(STEP); !end.isAfter(to); end = end.plus(STEP)) {
      samples.add(sample(end, STEP, number, false));
    }
    return samples;
  }

  // Noise that is the same each time and costs little: the lowest bits of a multiplied time.
  private static TrafficSample sample(Instant end, Duration step, int number, boolean mean) {
    long second = end.getEpochSecond();
    double hour = second % 86_400 / 3600.0;
    double usual = 4e8 * (1.2 + Math.sin((hour - 9) / 24 * 2 * Math.PI));
    return new TrafficSample(
        end.minus(step),
        end,
        rates(usual, second + 31L * number),
        rates(usual / 3, second + 31L * number + 17),
        AdminStatus.UP,
        OperStatus.UP,
        TrafficQuality.GOOD,
        mean);
  }

  private static TrafficRates rates(double usual, long seed) {
    long mixed = seed * 0x9e3779b97f4a7c15L;
    double bits = usual * (1 + 0.1 * ((mixed >>> 40) / (double) (1 << 24) - 0.5));
    double packets = bits / (5_000 + (mixed & 1023));
    return new TrafficRates(bits, packets, 0, 0, bits / 1e9);
  }
}
