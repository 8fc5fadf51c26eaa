package org.opennms.plugins.trunkline.benchmarks.snmp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.opennms.plugins.trunkline.benchmarks.JavaProcess;
import org.opennms.plugins.trunkline.snmp.EngineSettings;
import org.opennms.plugins.trunkline.snmp.SnmpEngine;
import org.opennms.plugins.trunkline.snmp.SnmpTarget;
import org.opennms.plugins.trunkline.snmp.TableRequest;
import org.opennms.plugins.trunkline.snmp.TableResult;

/** The same few counters from very many devices: 450,000 objects of 5,000. */
final class FleetBenchmark {
  private static final String FIRST = "127.62.0.1";
  private static final int PORT = 16_104;
  private static final int DEVICES = 5_000;
  private static final int ROWS = 10;
  private static final int COLUMNS = 9;

  private final int rounds;

  FleetBenchmark(int rounds) {
    this.rounds = rounds;
  }

  void run() throws Exception {
    List<String> agents = List.of(FIRST, "" + DEVICES, "" + PORT, "" + COLUMNS, "" + ROWS);
    try (JavaProcess process = JavaProcess.start(BulkAgent.class, agents);
        SnmpEngine engine = SnmpEngine.open(EngineSettings.DEFAULT)) {
      System.out.println("  agents run in process " + process.pid());
      List<SnmpTarget> targets = new ArrayList<>();
      for (int i = 0; i < DEVICES; i++) {
        targets.add(Measure.target(BulkAgent.address(FIRST, i, PORT), 25));
      }
      long threads = ours();
      round("cold", engine, targets);
      for (int i = 1; i < rounds; i++) {
        round(i < rounds - 3 ? "" : "warm", engine, targets);
      }
      memory(engine, targets);
      System.out.printf("  threads of the engine before %d, after %d%n", threads, ours());
    }
  }

  private static long ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("trunkline-"))
        .count();
  }

  private static List<TableResult> round(String name, SnmpEngine engine, List<SnmpTarget> targets)
      throws Exception {
    long cpuBefore = Measure.cpuNanos();
    long before = System.nanoTime();
    TableRequest table = Measure.table(COLUMNS);
    List<CompletableFuture<TableResult>> walks =
        targets.stream().map(target -> engine.table(target, table)).toList();
    List<TableResult> results = new ArrayList<>(targets.size());
    for (CompletableFuture<TableResult> walk : walks) {
      results.add(Measure.whole(walk, ROWS));
    }
    double wall = (System.nanoTime() - before) / 1e9;
    double cpu = (Measure.cpuNanos() - cpuBefore) / 1e9;
    if (!name.isEmpty()) {
      System.out.printf(
          "  %s: %,d objects of %,d devices in %.2f s (at most 4), %.2f CPU-s (at most 1)%n",
          name, (long) DEVICES * ROWS * COLUMNS, targets.size(), wall, cpu);
    }
    return results;
  }

  /** What the results of all devices take, as they say and on the heap. */
  private static void memory(SnmpEngine engine, List<SnmpTarget> targets) throws Exception {
    long before = heap();
    List<TableResult> results = round("", engine, targets);
    double onHeap = heap() - (double) before;
    double objects = (double) DEVICES * ROWS * COLUMNS;
    // Counted after the heap, so that the results are still held then.
    long blocks = results.stream().mapToLong(r -> r.block().size()).sum();
    System.out.printf(
        "  results take %.1f octets an object in blocks, %.1f on the heap (at most 16)%n",
        blocks / objects, onHeap / objects);
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
