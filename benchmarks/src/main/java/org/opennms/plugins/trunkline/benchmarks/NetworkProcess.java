package org.opennms.plugins.trunkline.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opennms.plugins.trunkline.sandbox.network.Main;

/** A simulated network in a process of its own, so that its cost is not ours. For one thread. */
final class NetworkProcess implements AutoCloseable {
  private final Process process;

  private NetworkProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts it and waits until its agents answer.
   *
   * @param arguments of the network's {@code generate} command
   * @throws IOException when it does not come up; its own words are in the message
   */
  static NetworkProcess generate(Path out, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "generate",
                "--out",
                out.toString()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    NetworkProcess network = new NetworkProcess(process);
    network.awaitReady();
    return network;
  }

  long pid() {
    return process.pid();
  }

  /** Ends it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() throws IOException {
    StringBuilder said = new StringBuilder();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("READY")) {
        return;
      }
      said.append(line).append('\n');
    }
    throw new IOException("The simulated network did not come up:\n" + said);
  }
}
