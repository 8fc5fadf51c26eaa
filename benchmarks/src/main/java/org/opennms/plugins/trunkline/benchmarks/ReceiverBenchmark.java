package org.opennms.plugins.trunkline.benchmarks;

import io.grpc.ManagedChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.opennms.plugins.trunkline.wire.SigningKey;
import org.opennms.plugins.trunkline.wire.proto.UniversalAck;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The receiver in a process of its own, with mutual TLS and a durable store, and envelopes signed
 * beforehand: what it takes a second; and signatures verified a second, beside OpenSSL in the same
 * run.
 */
@Command(name = "receiver-benchmark", mixinStandardHelpOptions = true)
public final class ReceiverBenchmark implements Callable<Integer> {
  private static final String AGENT = "bench";

  @Option(names = "--jar", required = true, description = "trunkline-receiver.jar")
  private Path jar;

  @Option(names = "--envelopes", description = "How many in each run.")
  private int envelopes = 20_000;

  @Option(names = "--in-flight", split = ",", description = "How many at once, run by run.")
  private List<Integer> inFlight = List.of(1, 16, 128, 512);

  private ReceiverBenchmark() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ReceiverBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    SignatureRates.print();
    Path directory = Files.createTempDirectory("trunkline-receiver-benchmark");
    SigningKey key = ReceiverProcess.prepare(jar, directory, AGENT);
    ReceiverProcess receiver = ReceiverProcess.start(jar, directory);
    try {
      ManagedChannel channel = receiver.channel(AGENT);
      EnvelopeSource source = new EnvelopeSource(AGENT, key);
      run(channel, source, 64, envelopes / 4);
      System.out.println();
      System.out.println("receiver serve: TLS both ways, verified, stored, forced to the disk");
      System.out.println("in flight   envelopes/s   receiver's CPU µs/envelope");
      for (int window : inFlight) {
        measure(receiver, channel, source, window);
      }
      channel.shutdownNow();
    } finally {
      receiver.stop();
    }
    return 0;
  }

  private void measure(
      ReceiverProcess receiver, ManagedChannel channel, EnvelopeSource source, int window)
      throws InterruptedException {
    int count = window == 1 ? envelopes / 10 : envelopes;
    List<byte[]> signed = source.next(count);
    long cpu = receiver.cpuNanos();
    long begin = System.nanoTime();
    send(channel, signed, window);
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "%9d %,13.0f %,22.0f%n",
        window, count / seconds, (receiver.cpuNanos() - cpu) / 1e3 / count);
  }

  private static void run(ManagedChannel channel, EnvelopeSource source, int window, int count)
      throws InterruptedException {
    send(channel, source.next(count), window);
  }

  private static void send(ManagedChannel channel, List<byte[]> signed, int window)
      throws InterruptedException {
    Semaphore free = new Semaphore(window);
    LongAdder refused = new LongAdder();
    for (byte[] envelope : signed) {
      free.acquire();
      RawPublish.send(
          channel,
          envelope,
          status -> {
            if (status != UniversalAck.Status.OK) {
              refused.increment();
            }
            free.release();
          });
    }
    free.acquire(window);
    if (refused.sum() > 0) {
      throw new IllegalStateException(refused.sum() + " envelopes were not accepted");
    }
  }
}
