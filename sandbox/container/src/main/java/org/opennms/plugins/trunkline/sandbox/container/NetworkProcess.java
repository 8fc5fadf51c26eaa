package org.opennms.plugins.trunkline.sandbox.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The simulated network in a process of its own; it ends with this JVM at the latest. */
public final class NetworkProcess implements AutoCloseable {

  private static final String READY = "READY";
  private static final String CONTROL = "CONTROL";

  private final ChildProcess process;
  private final Path directory;
  private final String announcement;

  private NetworkProcess(ChildProcess process, Path directory, String announcement) {
    this.process = process;
    this.directory = directory;
    this.announcement = announcement;
  }

  /**
   * Starts it and waits until all agents answer.
   *
   * @param jar the executable jar
   * @param directory where it leaves its files
   * @param arguments its command and options, such as {@code generate --devices 40}
   * @throws IOException when it ends before it is ready; the message holds what it said
   */
  public static NetworkProcess start(Path jar, Path directory, List<String> arguments)
      throws IOException {
    Files.createDirectories(directory);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-jar", jar.toString()));
    command.addAll(arguments);
    // With --stdin it also ends when this process is killed and the pipe closes.
    command.addAll(List.of("--out", directory.toString(), "--stdin", "--control-port", "0"));
    Path errors = directory.resolve("network.log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    ChildProcess process = ChildProcess.start(builder);
    try {
      return new NetworkProcess(process, directory, awaitReady(process, directory, errors));
    } catch (IOException | RuntimeException e) {
      process.stop();
      throw e;
    }
  }

  private static String awaitReady(ChildProcess process, Path directory, Path errors)
      throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.output(), StandardCharsets.UTF_8));
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(CONTROL)) {
        Files.writeString(directory.resolve("control"), line.substring(CONTROL.length()).strip());
      }
      if (line.startsWith(READY)) {
        return line.substring(READY.length()).strip();
      }
    }
    throw new IOException("The simulated network did not start: " + Files.readString(errors));
  }

  /** What it said when it was ready, such as {@code 40 agents on port 1161}. */
  public String announcement() {
    return announcement;
  }

  /** The nodes, for the stand-in for the host. */
  public Path nodes() {
    return directory.resolve("nodes.json");
  }

  /** Where its control port is, for the stand-in for the host. */
  public Path control() {
    return directory.resolve("control");
  }

  /** Trunkline's credentials for the agents. */
  public Path credentials() {
    return directory.resolve("snmp.yaml");
  }

  /** What the host would have collected of it; only there when it was started to keep that. */
  public Path metrics() {
    return directory.resolve("metrics");
  }

  @Override
  public void close() {
    process.stop();
  }
}
