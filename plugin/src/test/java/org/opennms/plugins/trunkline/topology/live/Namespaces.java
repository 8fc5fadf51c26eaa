package org.opennms.plugins.trunkline.topology.live;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/**
 * Hosts that speak LLDP to each other: each in a network namespace of its own with Debian's lldpd
 * and, as its AgentX master, snmpd. Veth pairs are the cables; one more pair leads from each host
 * to the namespace of the test, which asks it there. Everything goes with {@link #close}.
 */
final class Namespaces implements AutoCloseable {
  static final int PORT = 1161;
  static final String COMMUNITY = "invented";

  private static final List<String> BINARIES =
      List.of("/usr/sbin/snmpd", "/usr/sbin/lldpd", "/usr/sbin/lldpcli", "/usr/sbin/ip");

  private final Path directory;
  private final String prefix = "tl" + ProcessHandle.current().pid() % 100_000;
  private final List<Process> processes = new ArrayList<>();
  private final Deque<String> namespaces = new ArrayDeque<>();
  private int hosts;

  /** Without hosts; skips the test where a package or a right is missing. */
  Namespaces(Path directory) throws IOException {
    this.directory = directory;
    // Debian's lldpcli runs as a user of its own, who must reach lldpd's socket.
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    BINARIES.forEach(
        b ->
            Assumptions.assumeTrue(
                new File(b).canExecute(),
                "needs Debian's packages snmpd, lldpd and iproute2 (" + b + " is not there)"));
    boolean mayMake = isRoot() && canMakeNamespaces();
    Assumptions.assumeTrue(mayMake, "needs root and the right to make network namespaces");
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private boolean canMakeNamespaces() {
    try {
      run("ip", "netns", "add", prefix + "t");
      run("ip", "netns", "del", prefix + "t");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** A host, not yet running; the first is 1. */
  int host() throws IOException {
    int host = ++hosts;
    String name = name(host);
    run("ip", "netns", "add", name);
    namespaces.push(name);
    run("ip", "-n", name, "link", "set", "lo", "up");
    run(
        "ip",
        "link",
        "add",
        prefix + "m" + host,
        "type",
        "veth",
        "peer",
        "name",
        "mgmt",
        "netns",
        name);
    run("ip", "addr", "add", address(host, 1) + "/30", "dev", prefix + "m" + host);
    run("ip", "link", "set", prefix + "m" + host, "up");
    run("ip", "-n", name, "addr", "add", address(host, 2) + "/30", "dev", "mgmt");
    run("ip", "-n", name, "link", "set", "mgmt", "up");
    return host;
  }

  /** A cable between two ports. */
  void cable(int one, String port, int other, String otherPort) throws IOException {
    run(
        "ip",
        "link",
        "add",
        port,
        "netns",
        name(one),
        "type",
        "veth",
        "peer",
        "name",
        otherPort,
        "netns",
        name(other));
    set(one, port, "up");
    set(other, otherPort, "up");
  }

  /** Takes a port up or down. */
  void set(int host, String port, String state) throws IOException {
    run("ip", "-n", name(host), "link", "set", port, state);
  }

  /**
   * Starts a host's agents, and has it announce itself each second, to be believed for ten.
   *
   * @param options of lldpd, for example {@code -cc} to speak CDP as well
   */
  void start(int host, String... options) throws IOException {
    Path home = Files.createDirectories(directory.resolve(name(host)));
    Files.write(
        home.resolve("snmpd.conf"),
        List.of(
            "rocommunity " + COMMUNITY,
            "sysName host" + host,
            "master agentx",
            "agentXSocket " + home.resolve("agentx"),
            "agentaddress udp:" + address(host) + ":" + PORT));
    launch(
        home,
        host,
        "exec snmpd -f -Lf "
            + home
            + "/log -C -c "
            + home
            + "/snmpd.conf -I -smux,mteTrigger,mteTriggerConf");
    await(() -> Files.exists(home.resolve("agentx")));
    launch(
        home,
        host,
        "hostname host"
            + host
            + "; exec lldpd -d "
            + String.join(" ", options)
            + " -x -X "
            + home
            + "/agentx -u "
            + home
            + "/ctl -I 'e*'");
    await(() -> Files.exists(home.resolve("ctl")));
    configure(home, "tx-interval", "1");
    configure(home, "tx-hold", "10");
  }

  private static void configure(Path home, String setting, String value) throws IOException {
    run("lldpcli", "-u", home + "/ctl", "configure", "lldp", setting, value);
  }

  /** Where a host answers. */
  static String address(int host) {
    return address(host, 2);
  }

  private static String address(int host, int end) {
    return "192.0.2." + (host * 4 + end);
  }

  private String name(int host) {
    return prefix + "h" + host;
  }

  private void launch(Path home, int host, String command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "ip", "netns", "exec", name(host), "unshare", "--uts", "sh", "-c", command);
    builder.environment().put("SNMP_PERSISTENT_DIR", home.resolve("state").toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("output").toFile()));
    processes.add(builder.start());
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(condition);
  }

  private static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + ": " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() throws IOException {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
    processes.forEach(Namespaces::end);
    while (!namespaces.isEmpty()) {
      run("ip", "netns", "del", namespaces.pop());
    }
  }

  private static void end(Process process) {
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
