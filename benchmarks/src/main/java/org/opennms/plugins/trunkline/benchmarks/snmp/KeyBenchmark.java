package org.opennms.plugins.trunkline.benchmarks.snmp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.opennms.plugins.trunkline.benchmarks.JavaProcess;
import org.opennms.plugins.trunkline.benchmarks.NodesFile;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.sandbox.network.Main;
import org.opennms.plugins.trunkline.snmp.EngineSettings;
import org.opennms.plugins.trunkline.snmp.ProfileTargets;
import org.opennms.plugins.trunkline.snmp.RequestOptions;
import org.opennms.plugins.trunkline.snmp.SnmpEngine;
import org.opennms.plugins.trunkline.snmp.SnmpResult;
import org.opennms.plugins.trunkline.snmp.SnmpTarget;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** What it costs to speak SNMPv3 with very many devices for the first time. */
final class KeyBenchmark {
  private static final String FIRST = "127.63.0.0";
  private static final int DEVICES = 1_000;

  private KeyBenchmark() {}

  static void run() throws Exception {
    Path out = Files.createTempDirectory("trunkline-benchmark");
    List<String> arguments =
        List.of(
            "generate",
            "--out",
            out.toString(),
            "--devices",
            "" + DEVICES,
            "--ports",
            "8",
            "--snmp",
            "v3",
            "--network",
            FIRST,
            "--seed",
            "1");
    try (JavaProcess agents = JavaProcess.start(Main.class, arguments)) {
      System.out.println("  agents run in process " + agents.pid());
      List<SnmpTarget> targets = targets(out);
      for (int round = 0; round < 3; round++) {
        try (SnmpEngine engine = SnmpEngine.open(EngineSettings.DEFAULT)) {
          ask(round == 0 ? "in a fresh JVM" : "in a warm JVM", "unknown engines", engine, targets);
          ask(round == 0 ? "in a fresh JVM" : "in a warm JVM", "known engines", engine, targets);
        }
      }
    }
  }

  private static List<SnmpTarget> targets(Path out) throws IOException {
    SnmpProfiles profiles =
        SnmpProfiles.parse("snmp.yaml", Files.readString(out.resolve("snmp.yaml")))
            .value()
            .orElseThrow();
    ProfileTargets chooser =
        new ProfileTargets(
            () -> profiles, () -> RequestOptions.DEFAULT, a -> Optional.empty(), Clock.systemUTC());
    NodesFile nodes = new NodesFile(out.resolve("nodes.json"));
    return nodes.nodeIds().stream()
        .map(id -> chooser.choose(nodes.node(id).orElseThrow()))
        .map(choice -> ((ProfileTargets.Choice.Usable) choice).target())
        .toList();
  }

  private static void ask(String when, String what, SnmpEngine engine, List<SnmpTarget> targets)
      throws Exception {
    OID upTime = new OID("1.3.6.1.2.1.1.3.0");
    long cpuBefore = Measure.cpuNanos();
    long before = System.nanoTime();
    List<CompletableFuture<SnmpResult<List<VariableBinding>>>> answers = new ArrayList<>();
    targets.forEach(target -> answers.add(engine.get(target, List.of(upTime))));
    int answered = 0;
    for (CompletableFuture<SnmpResult<List<VariableBinding>>> answer : answers) {
      answered += answer.get(1, TimeUnit.MINUTES) instanceof SnmpResult.Success<?> ? 1 : 0;
    }
    System.out.printf(
        "  %s, %s: %d of %d devices answered in %.2f s, %.2f CPU-s%n",
        when,
        what,
        answered,
        targets.size(),
        (System.nanoTime() - before) / 1e9,
        (Measure.cpuNanos() - cpuBefore) / 1e9);
  }
}
