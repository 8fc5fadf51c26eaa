package org.opennms.plugins.trunkline.sandbox.container.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.sandbox.container.Credentials;
import org.opennms.plugins.trunkline.sandbox.container.KarafContainer;
import org.opennms.plugins.trunkline.sandbox.container.KarafPorts;
import org.opennms.plugins.trunkline.sandbox.container.KarafSettings;
import org.opennms.plugins.trunkline.sandbox.container.NetworkProcess;
import org.opennms.plugins.trunkline.sandbox.container.Sandbox;
import org.opennms.plugins.trunkline.sandbox.container.SandboxFiles;
import org.opennms.plugins.trunkline.sandbox.container.ShellResult;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Installs the KAR into a fresh container, discovers a simulated network and shows what was found
 * and what Trunkline does with it.
 */
@Command(
    name = "trunkline-demo",
    description = "Trunkline in a container, with a simulated network to look at.",
    mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {

  private static final Credentials REST_USER = new Credentials("admin", "admin");

  @Option(names = "--once", description = "End after the summary, with exit code 0 or 1.")
  boolean once;

  @Option(
      names = "--recordings",
      paramLabel = "DIR",
      description =
          "Every .snmprec file below it becomes a device, in place of a generated network.")
  Path recordings;

  @Option(names = "--devices", defaultValue = "40", description = "Generated devices, 10 to 5000.")
  int devices;

  @Option(names = "--seed", defaultValue = "1", description = "The same seed, the same network.")
  long seed;

  @Option(names = "--ssh-port", defaultValue = "8101", description = "TCP port of the shell.")
  int sshPort;

  @Option(names = "--http-port", defaultValue = "8980", description = "TCP port of REST.")
  int httpPort;

  @Option(names = "--snmp-port", defaultValue = "1161", description = "UDP port of all agents.")
  int snmpPort;

  private final PrintStream out = System.out;
  private final SandboxFiles files = SandboxFiles.ofThisBuild();
  private final long began = System.nanoTime();

  /** Runs until Ctrl-C, or with {@code --once} until the summary. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Demo()).setExecutionExceptionHandler(Demo::explain).execute(arguments));
  }

  private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed)
      throws Exception {
    if (failure instanceof IOException || failure instanceof IllegalStateException) {
      line.getErr().println("The demo failed: " + failure.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw failure;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Optional<String> complaint = complaint();
    if (complaint.isPresent()) {
      System.err.println(complaint.get());
      return CommandLine.ExitCode.SOFTWARE;
    }
    try (NetworkProcess network = startNetwork();
        Sandbox sandbox = Sandbox.prepare(files, settings())) {
      boolean found = run(sandbox, network);
      if (!once) {
        showDoors(sandbox.karaf());
        sandbox.karaf().awaitEnd();
      }
      return found ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private Optional<String> complaint() {
    if (recordings != null && !Files.isDirectory(recordings)) {
      return Optional.of("There is no directory " + recordings + " (RECORDINGS).");
    }
    return new DemoPorts(sshPort, httpPort, snmpPort).complaint();
  }

  private NetworkProcess startNetwork() throws IOException {
    List<String> kind =
        recordings == null
            ? List.of(
                "generate",
                "--devices",
                String.valueOf(devices),
                "--seed",
                String.valueOf(seed),
                "--metrics")
            : List.of("replay", recordings.toString());
    NetworkProcess network =
        NetworkProcess.start(
            files.network(),
            directory().resolve("network"),
            Stream.concat(kind.stream(), Stream.of("--port", String.valueOf(snmpPort))).toList());
    step("The simulated network is up: " + network.announcement());
    return network;
  }

  /** One directory for each shell port, so that two demos at a time do not meet. */
  private Path directory() {
    return files.directory().resolve("demo-" + sshPort);
  }

  private KarafSettings settings() {
    return Sandbox.settings(files, files.newestKaraf(), directory().resolve("karaf"))
        .on(KarafPorts.of(sshPort, httpPort));
  }

  private boolean run(Sandbox sandbox, NetworkProcess network) throws IOException {
    sandbox.watch(network);
    sandbox.karaf().start();
    step("Karaf " + files.newestKaraf() + " is up, with a stand-in for OpenNMS in it");
    sandbox.deployTrunkline();
    sandbox.installTrunkline();
    sandbox.allowMetrics(REST_USER);
    step("Trunkline is installed from " + files.kar().getFileName());
    ShellResult discovery = sandbox.karaf().shell().stream("opennms-trunkline:discover", out);
    out.print(discovery.errors());
    step("Discovery is over");
    Totals totals = Totals.read(sandbox.karaf().http(), REST_USER);
    totals.print(out);
    tour(new Tour(sandbox.karaf(), this::step, out));
    return totals.isAnything();
  }

  /** Recordings have neither a history nor traffic: there only who is connected to whom. */
  private void tour(Tour tour) throws IOException {
    tour.links();
    if (recordings == null) {
      tour.baselines();
      tour.alarm();
      tour.telemetry();
    }
  }

  private void showDoors(KarafContainer karaf) {
    out.printf(
        """

        Trunkline stays up until Ctrl-C.
          Shell: ssh -p %d -o StrictHostKeyChecking=no admin@127.0.0.1      (password: admin; try opennms-trunkline:interfaces)
          REST:  curl -u admin:admin http://127.0.0.1:%d%s
          Log:   %s
        """,
        sshPort, httpPort, Totals.PATH, karaf.logFile());
  }

  private void step(String text) {
    out.printf("[%5.1f s] %s%n", (System.nanoTime() - began) / 1e9, text);
  }
}
