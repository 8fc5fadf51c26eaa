package org.opennms.plugins.trunkline.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.opennms.plugins.trunkline.config.ConfigReader;
import org.opennms.plugins.trunkline.config.TrunklineConfig;
import org.opennms.plugins.trunkline.inventory.Inventory;
import org.opennms.plugins.trunkline.inventory.InventoryPart;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkMismatch;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.operations.TopologyControl.Refresh;
import org.opennms.plugins.trunkline.sandbox.network.Main;
import org.opennms.plugins.trunkline.snmp.EngineSettings;
import org.opennms.plugins.trunkline.snmp.SnmpEngine;
import org.opennms.plugins.trunkline.snmp.TopologyReader;
import org.opennms.plugins.trunkline.topology.NetworkTopology;
import org.opennms.plugins.trunkline.topology.TableDecoder;
import org.opennms.plugins.trunkline.topology.live.LinkEvents;
import org.opennms.plugins.trunkline.topology.live.TopologyPart;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Neighbours of a generated network walked and resolved, agents in another process on the same
 * machine, and the links found beside the cables that the generator laid.
 */
@Command(name = "neighbours", description = "Walks a generated network's neighbours.")
public final class NeighbourWalkBenchmark implements Callable<Integer> {
  @Option(names = "--devices", defaultValue = "1000", description = "Agents, 10 to 5000.")
  private int devices;

  @Option(names = "--ports", defaultValue = "48", description = "Interfaces per agent.")
  private int ports;

  @Option(names = "--network", defaultValue = "127.44.0.0", description = "Agents' first address.")
  private String network;

  @Option(names = "--bound", defaultValue = "20", description = "Fail over so many seconds; 0: no.")
  private double bound;

  /**
   * Runs it; the exit code is 0, or 1 when the bound was passed, a device failed, or a link leads
   * to a wrong node.
   */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new NeighbourWalkBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path out = Files.createTempDirectory("trunkline-benchmark");
    List<String> arguments =
        List.of(
            "generate",
            "--out",
            out.toString(),
            "--devices",
            Integer.toString(devices),
            "--ports",
            Integer.toString(ports),
            "--snmp",
            "v2c",
            "--network",
            network,
            "--seed",
            "1");
    try (JavaProcess agents = JavaProcess.start(Main.class, arguments);
        SnmpEngine engine = SnmpEngine.open(EngineSettings.DEFAULT)) {
      System.out.println("Agents run in process " + agents.pid());
      return measure(out, engine);
    }
  }

  private int measure(Path out, SnmpEngine engine) throws Exception {
    ExecutorService discovery = Executors.newSingleThreadExecutor();
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try {
      InventoryPart inventory = DiscoveryBenchmark.part(out, engine, discovery);
      inventory.load();
      DiscoveryBenchmark.await(inventory, inventory.discovery().discoverAll().id());
      TopologyPart part = part(out, engine, inventory.inventory(), discovery, worker);
      part.load();
      TruthLinks truth = new TruthLinks(out.resolve("truth.csv"));
      int worst = run(part, worker, truth, "first walk");
      worst = Math.max(worst, run(part, worker, truth, "second walk"));
      BulkWalks.print(out);
      return worst;
    } finally {
      worker.shutdownNow();
      discovery.shutdownNow();
    }
  }

  private int run(TopologyPart part, ExecutorService worker, TruthLinks truth, String what)
      throws Exception {
    long cpuBefore = DiscoveryBenchmark.cpuNanos();
    long begin = System.nanoTime();
    Refresh run = part.control().refresh();
    while (run.isRunning()) {
      Thread.sleep(10);
      run = part.control().run(run.id()).orElseThrow();
    }
    // What came last is resolved when the worker has got to here.
    worker.submit(() -> {}).get();
    List<Link> links =
        part.snapshot().links().stream()
            .filter(l -> l.isBetweenNodes() && l.state() != LinkState.INFERRED)
            .toList();
    double seconds = (System.nanoTime() - begin) / 1e9;
    TruthLinks.Score score = truth.score(links);
    System.out.printf(
        "%-12s %5d devices  %d failed  %6.2f s  %5.2f CPU-s  links right %d, reported %d, in truth"
            + " %d, wrong node %d, orphans %d%n",
        what,
        run.total(),
        run.failed(),
        seconds,
        (DiscoveryBenchmark.cpuNanos() - cpuBefore) / 1e9,
        score.right(),
        score.reported(),
        score.truth(),
        score.wrongNode(),
        part.snapshot().orphans().size());
    if (bound > 0) {
      System.out.printf(
          "%-12s %.0f s allowed, %.1f times what it took%n", "", bound, bound / seconds);
    }
    run.failures().forEach(f -> System.out.println("  " + f));
    boolean late = bound > 0 && seconds > bound;
    return late || run.failed() > 0 || score.wrongNode() > 0 ? 1 : 0;
  }

  private static TopologyPart part(
      Path out,
      SnmpEngine engine,
      Inventory inventory,
      ExecutorService blocking,
      ExecutorService worker)
      throws Exception {
    TrunklineConfig config = ConfigReader.read(Map.of()).value().orElseThrow();
    return new TopologyPart(
        new TopologyPart.Needs(
            inventory,
            new TopologyReader(engine, DiscoveryBenchmark.targets(out), blocking),
            Set::of,
            links -> links.size(),
            new Silent(),
            new DiscoveryBenchmark.MemoryStore(),
            new DiscoveryBenchmark.MemoryStore(),
            new DiscoveryBenchmark.MemoryStore(),
            new NetworkTopology(),
            new TableDecoder(true)),
        () -> config,
        Clock.systemUTC(),
        worker);
  }

  private static final class Silent implements LinkEvents {
    @Override
    public void neighborChanged(Device device, LinkEnd port, String before, String now) {}

    @Override
    public void linkLost(Device device, Link link) {}

    @Override
    public void linkRestored(Device device, Link link) {}

    @Override
    public void linkMismatch(Device device, Link link, LinkMismatch mismatch) {}

    @Override
    public void linkMatches(Device device, Link link, LinkMismatch.Kind kind) {}
  }
}
