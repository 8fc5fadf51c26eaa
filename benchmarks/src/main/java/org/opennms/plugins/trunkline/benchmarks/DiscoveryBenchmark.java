package org.opennms.plugins.trunkline.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.opennms.plugins.trunkline.classify.Calibration;
import org.opennms.plugins.trunkline.classify.RuleBookClassifier;
import org.opennms.plugins.trunkline.classify.provider.Providers;
import org.opennms.plugins.trunkline.classify.rule.RuleBook;
import org.opennms.plugins.trunkline.config.ConfigReader;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.config.TrunklineConfig;
import org.opennms.plugins.trunkline.inventory.DeviceEvents;
import org.opennms.plugins.trunkline.inventory.InventoryPart;
import org.opennms.plugins.trunkline.inventory.StateStore;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;
import org.opennms.plugins.trunkline.sandbox.network.Main;
import org.opennms.plugins.trunkline.snmp.EngineSettings;
import org.opennms.plugins.trunkline.snmp.IfMibReader;
import org.opennms.plugins.trunkline.snmp.ProfileTargets;
import org.opennms.plugins.trunkline.snmp.RequestOptions;
import org.opennms.plugins.trunkline.snmp.SnmpEngine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole path of a discovery run, agents in another process on the same machine. */
@Command(name = "discovery", description = "Discovers a generated network and prints what it cost.")
public final class DiscoveryBenchmark implements Callable<Integer> {
  @Option(names = "--devices", defaultValue = "1000", description = "Agents, 10 to 5000.")
  private int devices;

  @Option(names = "--ports", defaultValue = "48", description = "Interfaces per agent.")
  private int ports;

  @Option(names = "--snmp", defaultValue = "v2c", description = "v2c or v3.")
  private String version;

  @Option(names = "--network", defaultValue = "127.40.0.0", description = "Agents' first address.")
  private String network;

  @Option(names = "--bound", defaultValue = "0", description = "Fail over so many seconds; 0: no.")
  private double bound;

  /** Runs it; the exit code is 0, or 1 when the bound was passed or a device failed. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new DiscoveryBenchmark()).execute(arguments));
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
            version,
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
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try {
      InventoryPart part = part(out, engine, worker);
      part.load();
      long heapBefore = heap();
      long cpuBefore = cpuNanos();
      DiscoveryRun full = await(part, part.discovery().discoverAll().id());
      long cpu = cpuNanos() - cpuBefore;
      long grown = heap() - heapBefore;
      print("full, " + version, full, cpu, grown);
      cpuBefore = cpuNanos();
      part.lookAtStart();
      DiscoveryRun again = await(part, part.discovery().runs().get(0).id());
      print("unchanged, " + version, again, cpuNanos() - cpuBefore, heap() - heapBefore);
      boolean late = bound > 0 && seconds(full) > bound;
      return late || full.failed() + again.failed() > 0 ? 1 : 0;
    } finally {
      worker.shutdownNow();
    }
  }

  static InventoryPart part(Path out, SnmpEngine engine, ExecutorService worker) throws Exception {
    ProfileTargets targets = targets(out);
    TrunklineConfig config = ConfigReader.read(Map.of()).value().orElseThrow();
    return new InventoryPart(
        new InventoryPart.Needs(
            new NodesFile(out.resolve("nodes.json")),
            new IfMibReader(engine, targets, Clock.systemUTC(), worker),
            new RuleBookClassifier(RuleBook.empty(), Providers.shipped(), Calibration.none()),
            new Silent(),
            new MemoryStore(),
            new MemoryStore()),
        () -> config,
        Clock.systemUTC(),
        worker);
  }

  /** Credentials as the simulated network wrote them. */
  static ProfileTargets targets(Path out) throws IOException {
    SnmpProfiles profiles =
        SnmpProfiles.parse("snmp.yaml", Files.readString(out.resolve("snmp.yaml")))
            .value()
            .orElseThrow();
    return new ProfileTargets(
        () -> profiles, () -> RequestOptions.DEFAULT, a -> Optional.empty(), Clock.systemUTC());
  }

  static DiscoveryRun await(InventoryPart part, String id) throws InterruptedException {
    DiscoveryRun run = part.discovery().run(id).orElseThrow();
    while (run.state() == DiscoveryRun.State.RUNNING) {
      Thread.sleep(20);
      run = part.discovery().run(id).orElseThrow();
    }
    return run;
  }

  private static void print(String what, DiscoveryRun run, long cpuNanos, long grown) {
    double seconds = seconds(run);
    System.out.printf(
        "%-16s %5d devices %6d interfaces %5d failed  %6.2f s  %6.0f devices/s  %8.0f varbinds/s"
            + "  %5.2f CPU-s  heap +%d MB%n",
        what,
        run.total(),
        run.interfaces(),
        run.failed(),
        seconds,
        run.total() / seconds,
        run.varbinds() / seconds,
        cpuNanos / 1e9,
        grown >> 20);
    run.failures().forEach(f -> System.out.println("  " + f));
  }

  private static double seconds(DiscoveryRun run) {
    Instant end = run.ended().orElseThrow();
    return Duration.between(run.started(), end).toMillis() / 1000.0;
  }

  // Live heap: what remains after a collection.
  private static long heap() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static final class Silent implements DeviceEvents {
    @Override
    public void restarted(Device device, long uptimeSeconds) {}

    @Override
    public void identityChanged(Device device, String object, String before, String now) {}

    @Override
    public void classificationChanged(
        Device device, InterfaceKey key, Classification before, Classification now) {}
  }

  static final class MemoryStore implements StateStore {
    private final Map<String, String> documents = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> all() {
      return Map.copyOf(documents);
    }

    @Override
    public void put(String key, String json) {
      documents.put(key, json);
    }

    @Override
    public void delete(String key) {
      documents.remove(key);
    }
  }
}
