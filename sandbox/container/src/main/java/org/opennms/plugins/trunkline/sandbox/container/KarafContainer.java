package org.opennms.plugins.trunkline.sandbox.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One Karaf as a real process, reached through the operator's doors only: files, SSH and HTTP.
 *
 * <p>It listens on 127.0.0.1 alone, its memory is bounded, and it ends with this JVM at the latest.
 * Not thread-safe; the shell and HTTP helpers are.
 */
public final class KarafContainer implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final String PROCESS_OUTPUT = "process.log";
  private static final int TAIL_LINES = 40;
  private static final String FULLY_STARTED = "Level 100";
  private static final String BOOT_FAILED = "Error installing boot features";

  private final KarafSettings settings;
  private final KarafShell shell;
  private final HostHttp http;
  private ChildProcess process;

  private KarafContainer(KarafSettings settings) {
    this.settings = settings;
    this.shell = new KarafShell(settings.ports().ssh(), KarafSettings.ADMIN);
    this.http = new HostHttp(settings.ports().http());
  }

  /** Unpacks and configures; nothing runs yet. */
  public static KarafContainer prepare(KarafSettings settings) throws IOException {
    new KarafHome(settings).prepare();
    return new KarafContainer(settings);
  }

  /**
   * Starts the process and waits until the shell answers and all boot features are installed.
   *
   * @throws IOException when it is not ready within two minutes; the message holds the log's end
   * @throws IllegalStateException when the process ends by itself or cannot install its boot
   *     features
   */
  public KarafContainer start() throws IOException {
    process = ChildProcess.start(command());
    new Waiting(START).until("Karaf is ready", this::isReady, this::logTail);
    return this;
  }

  /** Returns when the process has ended, whoever ended it. */
  public void awaitEnd() throws InterruptedException {
    process.await();
  }

  /** Ends it in order, as {@code systemctl stop} does. */
  public void stop() {
    process.stop();
  }

  /** Ends it without warning, as a power failure does. */
  public void kill() {
    process.kill();
  }

  /** Installs a file the way an operator does, by copying it to {@code deploy/}. */
  public void deploy(Path file) throws IOException {
    // Moved into place when it is whole: the directory is watched.
    Path whole = home().resolve(file.getFileName().toString() + ".part");
    Files.copy(file, whole, StandardCopyOption.REPLACE_EXISTING);
    Files.move(
        whole,
        home().resolve("deploy").resolve(file.getFileName().toString()),
        StandardCopyOption.ATOMIC_MOVE);
  }

  /** Karaf's commands over SSH. */
  public KarafShell shell() {
    return shell;
  }

  /** Requests to the host's web server. */
  public HostHttp http() {
    return http;
  }

  /** The process id of the running Karaf. */
  public long pid() {
    return process.pid();
  }

  public Path home() {
    return settings.home();
  }

  /** The directory of the configuration files. */
  public Path etc() {
    return home().resolve("etc");
  }

  public KarafPorts ports() {
    return settings.ports();
  }

  /** The log file. */
  public Path logFile() {
    return home().resolve("data/log/karaf.log");
  }

  /** All lines of the log so far. */
  public List<String> log() throws IOException {
    return Files.exists(logFile()) ? Files.readAllLines(logFile()) : List.of();
  }

  /** Ends the process, if it runs, and the connections. */
  @Override
  public void close() {
    if (process != null) {
      process.stop();
    }
    shell.close();
  }

  private boolean isReady() throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException("Karaf ended while it started:\n" + logTail());
    }
    if (log().stream().anyMatch(line -> line.contains(BOOT_FAILED))) {
      throw new IllegalStateException("Karaf could not install its boot features:\n" + logTail());
    }
    return KarafPorts.isTaken(settings.ports().ssh())
        && shell.run("system:start-level").output().contains(FULLY_STARTED);
  }

  private ProcessBuilder command() {
    Path output = home().resolve(PROCESS_OUTPUT);
    ProcessBuilder builder =
        new ProcessBuilder(home().resolve("bin/karaf").toString(), "server")
            .directory(home().toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("KARAF_") || name.contains("JAVA_OPTS"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("JAVA_OPTS", jvmOptions());
    // The script becomes the JVM, so that its process id is Karaf's.
    environment.put("KARAF_EXEC", "exec");
    return builder;
  }

  private String jvmOptions() {
    // With the JDK's one internal thread, EPollPort can leave a new connection in its queue and
    // wait
    // for the next event when a socket is closed just then: SSH would take no login any more.
    return "-Xms64m -Xmx512m -XX:+UseSerialGC -Dsun.nio.ch.internalThreadPoolSize=2 "
        + String.join(" ", settings.jvmOptions());
  }

  /**
   * The last lines of the log, or of what the process itself said where it never came to have a
   * log.
   */
  private String logTail() {
    Path file = Files.exists(logFile()) ? logFile() : home().resolve(PROCESS_OUTPUT);
    try {
      List<String> lines = Files.readAllLines(file);
      int from = Math.max(0, lines.size() - TAIL_LINES);
      return file + ":\n" + String.join("\n", lines.subList(from, lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }
}
