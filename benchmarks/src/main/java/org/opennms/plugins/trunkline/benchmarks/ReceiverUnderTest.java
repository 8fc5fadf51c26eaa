package org.opennms.plugins.trunkline.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.opennms.plugins.trunkline.wire.KeyFiles;
import org.opennms.plugins.trunkline.wire.SigningKey;

/** {@code trunkline-receiver.jar serve} in a process of its own, with certificates of its own. */
final class ReceiverUnderTest implements AutoCloseable {
  static final String AGENT = "bench";
  private static final int PATIENCE = 300;

  private final Path jar;
  private final Path home;
  private final List<String> options;
  private final int port;
  private Process process;

  /**
   * Makes certificates and takes the sender's public key.
   *
   * @param options of its Java
   */
  ReceiverUnderTest(Path jar, Path home, SigningKey sender, List<String> options)
      throws IOException, InterruptedException {
    this.jar = jar;
    this.home = home;
    this.options = List.copyOf(options);
    port = freePort();
    run("certs", home.resolve("certs").toString(), "--host", "localhost", "--client", AGENT);
    Files.createDirectories(home.resolve("keys"));
    KeyFiles.writePublic(home.resolve("keys/" + AGENT + ".pem"), sender.verifyingKey());
  }

  int port() {
    return port;
  }

  String endpoint() {
    return "localhost:" + port;
  }

  Path certificate(String name) {
    return home.resolve("certs").resolve(name);
  }

  void start() throws IOException, InterruptedException {
    process =
        java(
                "serve",
                "--listen",
                "127.0.0.1:" + port,
                "--tls-cert",
                certificate("server.pem").toString(),
                "--tls-key",
                certificate("server.key").toString(),
                "--tls-ca",
                certificate("ca.pem").toString(),
                "--keys",
                home.resolve("keys").toString(),
                "--store",
                store().toString(),
                "--rate",
                "0",
                "--metrics",
                "none")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("receiver.log").toFile()))
            .start();
    awaitPort();
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end, and ends it when it does not. */
  @Override
  public void close() {
    if (process == null) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Path store() {
    return home.resolve("store");
  }

  /** Size of the store, which grows with each envelope that is stored. */
  long storedBytes() throws IOException {
    long sum = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(store(), "*.log")) {
      for (Path file : files) {
        sum += Files.size(file);
      }
    }
    return sum;
  }

  /** CPU time that the process has used, seconds. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().map(d -> d.toMillis() / 1000.0).orElse(Double.NaN);
  }

  /** What {@code verify} says of the store, its exit code in front. */
  List<String> verify() throws IOException, InterruptedException {
    return capture("verify", store().toString(), "--keys", home.resolve("keys").toString());
  }

  /** The store's envelopes as JSON lines, one after another. */
  void export(Consumer<String> reader) throws IOException, InterruptedException {
    Process command = java("export", store().toString()).start();
    try (BufferedReader lines = command.inputReader()) {
      lines.lines().forEach(reader);
    }
    if (command.waitFor() != 0) {
      throw new IOException("export ended with " + command.exitValue());
    }
  }

  private List<String> capture(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(home, "out", ".txt");
    Process command =
        java(arguments).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    int code = command.waitFor();
    List<String> lines = new ArrayList<>(List.of("exit code " + code));
    lines.addAll(Files.readAllLines(out));
    return lines;
  }

  private void run(String... arguments) throws IOException, InterruptedException {
    List<String> said = capture(arguments);
    if (!said.get(0).equals("exit code 0")) {
      throw new IOException(String.join("\n", said));
    }
  }

  private ProcessBuilder java(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  private void awaitPort() throws IOException, InterruptedException {
    for (int i = 0; i < PATIENCE; i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        return;
      } catch (IOException e) {
        if (!process.isAlive()) {
          throw new IOException(Files.readString(home.resolve("receiver.log")), e);
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    throw new IOException("the receiver does not listen on " + port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
