package org.opennms.plugins.trunkline.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opennms.plugins.trunkline.telemetry.keys.Signers;
import org.opennms.plugins.trunkline.telemetry.outbox.Acceptance;
import org.opennms.plugins.trunkline.wire.Signer;
import org.opennms.plugins.trunkline.wire.SigningKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The signed export: signing beside OpenSSL, envelopes built, signed and durable, and envelopes end
 * to end over gRPC with mutual TLS to a receiver in another process that stores them durably, too.
 */
@Command(name = "telemetry", mixinStandardHelpOptions = true)
public final class TelemetryBenchmark implements Runnable {
  private static final int MESSAGE = 1165;
  private static final int SIGNATURES = 64;
  private static final int SIGNATURE = 64;
  private static final int BATCH = 512;
  // By number and not by time: on a busy machine a second compiles little.
  private static final int WARM_UP = 30_000;
  private static final long SECOND = 1_000_000_000L;
  private static final OperatingSystemMXBean OS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** What is measured. */
  enum Part {
    /** Signatures alone. */
    SIGNING,
    /** Into the outbox. */
    DURABLE,
    /** Through to a receiver. */
    DELIVERY
  }

  @Option(names = "--seconds", description = "How long each of the figures is measured.")
  private int seconds = 5;

  @Option(names = "--receiver", description = "trunkline-receiver.jar; without it, no end to end.")
  private Path receiver = Path.of("receiver/target/trunkline-receiver.jar");

  @Option(names = "--parts", split = ",", description = "Which of ${COMPLETION-CANDIDATES}.")
  private Set<Part> parts = EnumSet.allOf(Part.class);

  private final SigningKey key = SigningKey.generate(new SecureRandom());

  /** Prints the figures. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new TelemetryBenchmark()).execute(arguments));
  }

  @Override
  public void run() {
    try {
      if (parts.contains(Part.SIGNING)) {
        signing();
      }
      Path home = Files.createTempDirectory("trunkline-benchmark");
      sayHow();
      if (parts.contains(Part.DURABLE)) {
        durable(home);
      }
      if (parts.contains(Part.DELIVERY)) {
        delivery(home);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void delivery(Path home) throws IOException, InterruptedException {
    if (Files.exists(receiver)) {
      endToEnd(home);
    } else {
      System.out.println("No " + receiver + ": nothing end to end. make receiver builds it.");
    }
  }

  private static void sayHow() {
    System.out.printf(
        Locale.ROOT, "What follows is measured after a warm-up of %,d envelopes each.%n", WARM_UP);
  }

  private void signing() throws IOException, InterruptedException {
    double openssl = openssl();
    print("OpenSSL signs, per CPU second", openssl, "");
    rate(key);
    double bouncy = rate(key);
    print("Bouncy Castle signs 1,165 B", bouncy, "(%.2f of OpenSSL)", bouncy / openssl);
    Signer best = Signers.of(key);
    if (best != key) {
      rate(best);
      double fast = rate(best);
      print(Signers.words(best) + " signs", fast, "(%.2f of OpenSSL)", fast / openssl);
    } else {
      System.out.println("The Corretto Crypto Provider is not on the class path or does not load.");
    }
  }

  // By CPU time, as openssl speed does.
  private double rate(Signer signer) {
    byte[] message = new byte[MESSAGE];
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    long count = 0;
    while (threads.getCurrentThreadCpuTime() - begin < seconds * SECOND / 2) {
      for (int i = 0; i < SIGNATURES; i++) {
        message[i]++;
        count += signer.sign(message).length / SIGNATURE;
      }
    }
    return count * (double) SECOND / (threads.getCurrentThreadCpuTime() - begin);
  }

  private double openssl() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("openssl", "speed", "-seconds", Integer.toString(seconds), "ed25519")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Matcher line =
        Pattern.compile("EdDSA \\(Ed25519\\)\\s+\\S+s\\s+\\S+s\\s+([0-9.]+)").matcher(said);
    return line.find() ? Double.parseDouble(line.group(1)) : Double.NaN;
  }

  private void durable(Path home) throws IOException, InterruptedException {
    try (TelemetryExporter exporter = new TelemetryExporter(home.resolve("durable"), key)) {
      warmUp(exporter);
      long cpu = OS.getProcessCpuTime();
      long begin = System.nanoTime();
      long count = submit(exporter, seconds);
      double perSecond = count * (double) SECOND / (System.nanoTime() - begin);
      double micros = (OS.getProcessCpuTime() - cpu) / 1000.0 / count;
      long size = exporter.outbox().read(0, 1).get(0).bytes().length;
      print("Built, signed, durable, " + size + " B", perSecond, "/s, %.0f us of CPU each", micros);
      double raw = raw(home.resolve("raw"), (int) size);
      print(
          "Appended and forced, 512 at a time", raw, "/s, the bound (%.2f of it)", perSecond / raw);
    }
  }

  /** Bytes alone, as many with each force as the outbox takes at most. */
  private double raw(Path file, int size) throws IOException {
    ByteBuffer batch = ByteBuffer.allocateDirect(BATCH * size);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long begin = System.nanoTime();
      long count = 0;
      while (System.nanoTime() - begin < SECOND) {
        channel.write(batch.rewind());
        channel.force(false);
        count += BATCH;
      }
      return count * (double) SECOND / (System.nanoTime() - begin);
    }
  }

  private void endToEnd(Path home) throws IOException, InterruptedException {
    Path there = Files.createDirectories(home.resolve("receiver"));
    try (ReceiverUnderTest process =
            new ReceiverUnderTest(receiver, there, key, List.of("-Xmx512m"));
        TelemetryExporter exporter = new TelemetryExporter(home.resolve("sender"), key)) {
      process.start();
      exporter.deliver(
          process.endpoint(),
          process.certificate("ca.pem"),
          process.certificate(ReceiverUnderTest.AGENT + ".pem"),
          process.certificate(ReceiverUnderTest.AGENT + ".key"));
      warmUp(exporter);
      awaitEmpty(exporter);
      double receiverCpu = process.cpuSeconds();
      long cpu = OS.getProcessCpuTime();
      long begin = System.nanoTime();
      long count = submit(exporter, seconds * 2);
      awaitEmpty(exporter);
      double perSecond = count * (double) SECOND / (System.nanoTime() - begin);
      double micros = (OS.getProcessCpuTime() - cpu) / 1000.0 / count;
      double theirs = (process.cpuSeconds() - receiverCpu) * 1e6 / count;
      print(
          "End to end over mutual TLS",
          perSecond,
          "/s; CPU each: %.0f us of the sender, %.0f us of the receiver",
          micros,
          theirs);
    }
  }

  private void warmUp(TelemetryExporter exporter) throws InterruptedException {
    long warm = 0;
    while (warm < WARM_UP) {
      warm += submit(exporter, 1);
    }
  }

  private long submit(TelemetryExporter exporter, int howLong) throws InterruptedException {
    long begin = System.nanoTime();
    Instant at = Instant.now();
    List<CompletableFuture<Acceptance>> outcomes = new ArrayList<>();
    long count = 0;
    while (System.nanoTime() - begin < howLong * SECOND) {
      at = at.plusNanos(1000);
      var draft = TelemetryExporter.DRAFTS.of(SampleTelemetry.collection(count, at)).get(0);
      outcomes.add(exporter.outbox().submitWaiting(draft).toCompletableFuture());
      count++;
    }
    outcomes.forEach(CompletableFuture::join);
    return count;
  }

  private static void awaitEmpty(TelemetryExporter exporter) throws InterruptedException {
    while (exporter.outbox().status().waiting() > 0) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private static void print(String what, double figure, String tail, Object... more) {
    System.out.printf(Locale.ROOT, "%-34s %,10.0f " + tail + "%n", join(what, figure, more));
  }

  private static Object[] join(String what, double figure, Object[] more) {
    List<Object> all = new ArrayList<>(List.of(what, figure));
    all.addAll(List.of(more));
    return all.toArray();
  }
}
