package org.opennms.plugins.trunkline.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.opennms.plugins.trunkline.telemetry.outbox.Acceptance.Accepted;
import org.opennms.plugins.trunkline.telemetry.outbox.Draft;
import org.opennms.plugins.trunkline.telemetry.outbox.OutboxStatus;
import org.opennms.plugins.trunkline.wire.KeyFiles;

/**
 * A sender in a process of its own that makes envelopes as fast as they are taken and says of each
 * one that it was accepted: its idempotency key on a line, once it is durable.
 */
final class SenderProcess implements AutoCloseable {
  /** With the pause between them, up to 500 a second: the store is read at every start. */
  private static final int AT_ONCE = 10;

  /** While more wait to be delivered, none are made: else a slow machine would drain for hours. */
  private static final int MOST_WAITING = 5_000;

  private final Process process;
  private final Thread reader;

  private SenderProcess(Process process, Set<String> accepted) {
    this.process = process;
    reader = new Thread(() -> read(accepted), "trunkline-benchmark-reader");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts one; the keys of what it accepts are put into the set. */
  static SenderProcess start(
      Path home, ReceiverUnderTest receiver, boolean making, Set<String> keys) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            SenderProcess.class.getName(),
            home.toString(),
            receiver.endpoint(),
            receiver.certificate("").toString(),
            Boolean.toString(making));
    builder.redirectError(ProcessBuilder.Redirect.appendTo(home.resolve("sender.log").toFile()));
    return new SenderProcess(builder.start(), keys);
  }

  /** kill -9; what it said before is read to the end. */
  void kill() throws InterruptedException {
    // By its handle: Process itself would close the pipe, with lines in it.
    process.toHandle().destroyForcibly();
    process.waitFor();
    reader.join();
  }

  /**
   * Waits for it to end by itself, which it does when everything is delivered.
   *
   * @return its exit code; empty when it runs on
   */
  OptionalInt awaitEnd(long seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS)
        ? OptionalInt.of(process.exitValue())
        : OptionalInt.empty();
  }

  @Override
  public void close() {
    try {
      kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Set<String> accepted) {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // A line that a kill cut short is no promise.
        if (line.endsWith(".")) {
          accepted.add(line.substring(0, line.length() - 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sender itself: directory, endpoint, certificates, and whether to make new envelopes. */
  public static void main(String[] arguments) throws InterruptedException {
    Path home = Path.of(arguments[0]);
    Path certificates = Path.of(arguments[2]);
    boolean making = Boolean.parseBoolean(arguments[3]);
    try (TelemetryExporter exporter =
        new TelemetryExporter(
            home.resolve("outbox"), KeyFiles.readPrivate(home.resolve("key.pem")))) {
      exporter.deliver(
          arguments[1],
          certificates.resolve("ca.pem"),
          certificates.resolve(ReceiverUnderTest.AGENT + ".pem"),
          certificates.resolve(ReceiverUnderTest.AGENT + ".key"));
      while (making) {
        if (exporter.outbox().status().waiting() < MOST_WAITING) {
          burst(exporter);
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
      while (!isDrained(exporter.outbox().status())) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  // An outbox that is not open has nothing to tell of what waits in it.
  private static boolean isDrained(OutboxStatus now) {
    return now.condition() == OutboxStatus.Condition.OPEN && now.waiting() == 0;
  }

  private static void burst(TelemetryExporter exporter) throws InterruptedException {
    Instant at = Instant.now();
    for (int i = 0; i < AT_ONCE; i++) {
      at = at.plusNanos(1000);
      Draft draft = TelemetryExporter.DRAFTS.of(SampleTelemetry.collection(i, at)).get(0);
      var unused =
          exporter
              .outbox()
              .submitWaiting(draft)
              .thenAccept(a -> say(a instanceof Accepted, draft.idempotencyKey()));
    }
  }

  private static void say(boolean accepted, String key) {
    if (accepted) {
      System.out.println(key + ".");
    }
  }
}
