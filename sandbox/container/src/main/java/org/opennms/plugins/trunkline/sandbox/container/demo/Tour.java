package org.opennms.plugins.trunkline.sandbox.container.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.opennms.plugins.trunkline.sandbox.container.KarafContainer;
import org.opennms.plugins.trunkline.sandbox.container.KarafShell;
import org.opennms.plugins.trunkline.sandbox.container.ShellResult;
import org.opennms.plugins.trunkline.sandbox.container.Waiting;

/**
 * What Trunkline does after a discovery, shown by the commands that an operator types: links,
 * baselines, an alarm that comes and goes, telemetry that is verified.
 */
final class Tour {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KarafContainer karaf;
  private final Consumer<String> step;
  private final PrintStream out;

  Tour(KarafContainer karaf, Consumer<String> step, PrintStream out) {
    this.karaf = karaf;
    this.step = step;
    this.out = out;
  }

  /** Reads the neighbours of every device and shows what came of it. */
  void links() throws IOException {
    show("opennms-trunkline:topology-refresh");
    show("opennms-trunkline:topology");
    step.accept("Who is connected to whom is known");
  }

  /** Learns from the host's four weeks of history, and shows one interface's week. */
  void baselines() throws IOException {
    show("opennms-trunkline:baseline-learn");
    Optional<JsonNode> uplink = uplink();
    if (uplink.isPresent()) {
      showFirstPart("opennms-trunkline:baseline --plain " + quoted(uplink.get()));
    }
    step.accept("What is normal at each hour of the week is learned");
  }

  /** Cuts an uplink, as a digger would, and mends it. */
  void alarm() throws IOException {
    Optional<JsonNode> uplink = uplink();
    if (uplink.isEmpty()) {
      return;
    }
    show("sandbox:cut " + quoted(uplink.get()));
    shell().expect(trap("Down", uplink.get()));
    await("the alarm is raised", "interface-down", true);
    show("opennms-trunkline:alerts");
    step.accept("The cut is one alarm of the host");
    show("sandbox:restore " + quoted(uplink.get()));
    shell().expect(trap("Up", uplink.get()));
    await("the alarm is cleared", "interface-down", false);
    step.accept("The alarm has cleared by itself");
    show("opennms-trunkline:top --limit 5");
  }

  /** Exports what is collected from now on into files, and verifies them. */
  void telemetry() throws IOException {
    Path files = karaf.etc().resolveSibling("telemetry");
    Files.writeString(
        karaf.etc().resolve("trunkline/telemetry.yaml"),
        "agent: trunkline-demo\ninterval: 1m\nfiles:\n  directory: " + files + "\n");
    new Waiting(PATIENCE)
        .until("an envelope is in a file", () -> isAnyIn(files), () -> "See " + karaf.logFile());
    show("opennms-trunkline:telemetry-verify " + files);
    step.accept("Signed telemetry is in " + files);
  }

  private static boolean isAnyIn(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (var found = Files.list(directory)) {
      return found.anyMatch(f -> f.toString().endsWith(".envelopes") && f.toFile().length() > 0);
    }
  }

  /** An uplink that is up and that the operator would be called for. */
  private Optional<JsonNode> uplink() throws IOException {
    String listed =
        shell().expect("opennms-trunkline:interfaces --role isp_uplink --critical --json");
    return StreamSupport.stream(JSON.readTree(listed).spliterator(), false)
        .filter(i -> i.path("operStatus").asText().equals("up"))
        .findFirst();
  }

  private static String quoted(JsonNode row) {
    return "\"%s\" \"%s\"".formatted(row.path("node").asText(), row.path("name").asText());
  }

  // What the device tells the host at that moment: the host makes an event of the trap.
  private static String trap(String direction, JsonNode row) {
    return "sandbox:send-event --node %s --parm .1.3.6.1.2.1.2.2.1.1.%s=%s uei.opennms.org/generic/traps/SNMP_Link_%s"
        .formatted(
            row.path("nodeId").asText(),
            row.path("ifIndex").asText(),
            row.path("ifIndex").asText(),
            direction);
  }

  private void await(String what, String rule, boolean listed) throws IOException {
    new Waiting(PATIENCE)
        .until(
            what,
            () -> shell().expect("opennms-trunkline:alerts").contains(rule) == listed,
            () -> "See " + karaf.logFile());
  }

  private void show(String command) throws IOException {
    out.println("  > " + command);
    ShellResult result = shell().stream(command, out);
    out.print(result.isOk() ? "" : result.errors());
  }

  /** Only up to the first empty line: received bit/s stand for all four. */
  private void showFirstPart(String command) throws IOException {
    out.println("  > " + command);
    shell().expect(command).lines().takeWhile(line -> !line.isBlank()).forEach(out::println);
  }

  private KarafShell shell() {
    return karaf.shell();
  }
}
