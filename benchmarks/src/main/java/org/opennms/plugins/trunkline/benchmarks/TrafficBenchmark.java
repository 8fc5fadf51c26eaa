package org.opennms.plugins.trunkline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.sandbox.network.Main;
import org.opennms.plugins.trunkline.snmp.EngineSettings;
import org.opennms.plugins.trunkline.snmp.IfCounterReader;
import org.opennms.plugins.trunkline.snmp.ProfileTargets;
import org.opennms.plugins.trunkline.snmp.RequestOptions;
import org.opennms.plugins.trunkline.snmp.SnmpEngine;
import org.opennms.plugins.trunkline.traffic.CounterReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * One round of counters of all interfaces, agents in another process on the same machine; beside it
 * SNMP4J fetching the same objects with requests of the same size, the answers thrown away. Then
 * how long an operator waits for the last day of an interface.
 */
@Command(name = "traffic", description = "Polls the counters of a generated network.")
public final class TrafficBenchmark implements Callable<Integer> {
  @Option(names = "--devices", defaultValue = "68", description = "Agents, 10 to 5000.")
  private int devices;

  @Option(names = "--ports", defaultValue = "48", description = "Interfaces per agent.")
  private int ports;

  @Option(names = "--rounds", defaultValue = "20", description = "Measured, after as many others.")
  private int rounds;

  @Option(names = "--network", defaultValue = "127.44.0.0", description = "Agents' first address.")
  private String network;

  @Option(names = "--held", defaultValue = "20000", description = "Interfaces with a day held.")
  private int held;

  private int interfaces;

  /** Runs it; the exit code is 1 when an answer was missing or late. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new TrafficBenchmark()).execute(arguments));
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
      SnmpProfiles profiles =
          SnmpProfiles.parse("snmp.yaml", Files.readString(out.resolve("snmp.yaml")))
              .value()
              .orElseThrow();
      ProfileTargets targets =
          new ProfileTargets(
              () -> profiles,
              () -> RequestOptions.DEFAULT,
              alias -> Optional.empty(),
              Clock.systemUTC());
      int missing =
          measure(
              out,
              new IfCounterReader(() -> engine, targets, Clock.systemUTC(), Runnable::run),
              targets);
      return DayQueries.measure(held) ? missing : 1;
    }
  }

  private int measure(Path out, IfCounterReader reader, ProfileTargets targets) throws Exception {
    NodesFile nodes = new NodesFile(out.resolve("nodes.json"));
    JsonNode file = new ObjectMapper().readTree(out.resolve("nodes.json").toFile()).get("nodes");
    Map<Device, List<NetworkInterface>> network = new LinkedHashMap<>();
    for (int id : nodes.nodeIds()) {
      Device device = nodes.node(id).orElseThrow();
      network.put(device, rows(device, file.get(id - 1).get("interfaces")));
    }
    interfaces = network.values().stream().mapToInt(List::size).sum();
    Cost ours = cost("Trunkline", () -> poll(reader, network));
    Cost peer;
    try (Snmp4jPeer snmp4j = new Snmp4jPeer(targets)) {
      peer = cost("SNMP4J", () -> snmp4j.poll(network));
    }
    System.out.printf(
        "Trunkline's CPU is %.2f times that of SNMP4J, which only receives%n",
        ours.cpuSeconds / peer.cpuSeconds);
    return ours.missing + peer.missing > 0 ? 1 : 0;
  }

  private static List<NetworkInterface> rows(Device device, JsonNode interfaces) {
    List<NetworkInterface> rows = new ArrayList<>();
    for (JsonNode each : interfaces) {
      String name = each.get("ifName").asText();
      rows.add(
          new NetworkInterface(
              new InterfaceKey(device.key(), name),
              each.get("ifIndex").asInt(),
              name,
              "",
              "",
              6,
              0,
              AdminStatus.UP,
              OperStatus.UP,
              "",
              List.of()));
    }
    return rows;
  }

  private record Cost(double cpuSeconds, int missing) {}

  private Cost cost(String what, Callable<Integer> round) throws Exception {
    int missing = 0;
    for (int i = 0; i < rounds; i++) {
      missing += round.call();
    }
    long began = System.nanoTime();
    long cpu = cpuNanos();
    for (int i = 0; i < rounds; i++) {
      missing += round.call();
    }
    double cpuSeconds = (cpuNanos() - cpu) / 1e9 / rounds;
    System.out.printf(
        "%-10s %6d interfaces a round  %6.3f s  %6.3f CPU-s  %5.1f us of CPU an interface, %d"
            + " missing%n",
        what,
        interfaces,
        (System.nanoTime() - began) / 1e9 / rounds,
        cpuSeconds,
        cpuSeconds * 1e6 / interfaces,
        missing);
    return new Cost(cpuSeconds, missing);
  }

  private static int poll(IfCounterReader reader, Map<Device, List<NetworkInterface>> network) {
    List<CompletableFuture<Integer>> asked = new ArrayList<>();
    network.forEach(
        (device, rows) ->
            asked.add(
                reader
                    .read(device, rows, CounterReader.Wanted.COUNTERS)
                    .thenApply(answer -> missing(answer, rows.size()))
                    .toCompletableFuture()));
    return asked.stream().mapToInt(CompletableFuture::join).sum();
  }

  private static int missing(CounterReader.Answer answer, int wanted) {
    return answer instanceof CounterReader.Answer.Told told
        ? wanted - told.readings().size()
        : wanted;
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
