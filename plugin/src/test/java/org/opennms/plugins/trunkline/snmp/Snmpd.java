package org.opennms.plugins.trunkline.snmp;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A daemon of Debian's net-snmp as a process of its own, its state in a directory of the test. */
final class Snmpd implements AutoCloseable {
  private final String name;
  private final List<String> arguments;
  private final InetSocketAddress address;
  private final Path directory;
  private Process process;

  private Snmpd(String name, List<String> arguments, InetSocketAddress address, Path directory) {
    this.name = name;
    this.arguments = arguments;
    this.address = address;
    this.directory = directory;
  }

  /** Starts an agent with these lines in its configuration, or skips the test. */
  static Snmpd start(Path directory, String host, List<String> configuration) throws IOException {
    return start(
        "snmpd", List.of("-I", "-smux,mteTrigger,mteTriggerConf"), directory, host, configuration);
  }

  /** Starts a receiver of notifications, or skips the test. */
  static Snmpd trapReceiver(Path directory, String host, List<String> configuration)
      throws IOException {
    return start("snmptrapd", List.of("-On", "-m", ""), directory, host, configuration);
  }

  private static Snmpd start(
      String name, List<String> arguments, Path directory, String host, List<String> configuration)
      throws IOException {
    Assumptions.assumeTrue(
        new File("/usr/sbin/" + name).canExecute(), "needs Debian's package " + name);
    InetAddress ip = InetAddress.getByName(host);
    Snmpd daemon = new Snmpd(name, arguments, new InetSocketAddress(ip, freePort(ip)), directory);
    Files.write(directory.resolve(name + ".conf"), configuration);
    daemon.launch();
    return daemon;
  }

  private static int freePort(InetAddress ip) throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, ip)) {
      return socket.getLocalPort();
    }
  }

  private void launch() throws IOException {
    String host = address.getAddress().getHostAddress();
    String listen =
        host.contains(":")
            ? "udp6:[" + host + "]:" + address.getPort()
            : "udp:" + host + ":" + address.getPort();
    List<String> command =
        new ArrayList<>(
            List.of(
                "/usr/sbin/" + name,
                "-f",
                "-Lf",
                directory.resolve("log").toString(),
                "-C",
                "-c",
                directory.resolve(name + ".conf").toString()));
    command.addAll(arguments);
    command.add(listen);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SNMP_PERSISTENT_DIR", directory.resolve("state").toString());
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    process = builder.start();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !process.isAlive() || logged("NET-SNMP version"));
    if (!process.isAlive()) {
      throw new IOException(name + " ended: " + Files.readString(directory.resolve("log")));
    }
  }

  private boolean logged(String text) throws IOException {
    return log().contains(text);
  }

  /** What it has written so far. */
  String log() throws IOException {
    Path log = directory.resolve("log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  InetSocketAddress address() {
    return address;
  }

  /** Ends it and starts it anew on the same port: its boots go up by one. */
  void restart() throws IOException {
    end();
    Files.deleteIfExists(directory.resolve("log"));
    launch();
  }

  /** Freezes it: its socket stays, but nothing is answered. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  private void end() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end();
  }
}
