package org.opennms.plugins.trunkline.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.opennms.plugins.trunkline.telemetry.content.Drafts;
import org.opennms.plugins.trunkline.telemetry.content.EnvelopeSealer;
import org.opennms.plugins.trunkline.telemetry.content.Sender;
import org.opennms.plugins.trunkline.telemetry.delivery.Pump;
import org.opennms.plugins.trunkline.telemetry.grpc.GrpcSettings;
import org.opennms.plugins.trunkline.telemetry.grpc.GrpcTransport;
import org.opennms.plugins.trunkline.telemetry.outbox.Outbox;
import org.opennms.plugins.trunkline.telemetry.outbox.OutboxSettings;
import org.opennms.plugins.trunkline.telemetry.outbox.Overflow;
import org.opennms.plugins.trunkline.wire.Signer;

/**
 * The sending end as the plugin composes it: outbox, and a pump over gRPC if there is a receiver.
 */
final class TelemetryExporter implements AutoCloseable {
  static final Drafts DRAFTS = new Drafts(new Sender(ReceiverUnderTest.AGENT, "bench", 120_000));
  private static final long MOST_BYTES = 2L << 30;
  private static final int WINDOW = 256;

  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final InstantSource clock;
  private final Outbox outbox;
  private Pump pump;

  TelemetryExporter(Path directory, Signer signer) {
    this(directory, signer, InstantSource.system());
  }

  TelemetryExporter(Path directory, Signer signer, InstantSource clock) {
    this.clock = clock;
    OutboxSettings settings =
        new OutboxSettings(directory, MOST_BYTES, Duration.ofDays(1), Overflow.BLOCK, 4096);
    outbox =
        new Outbox(
            settings, new EnvelopeSealer(DRAFTS, () -> signer), clock, TelemetryExporter::thread);
    outbox.transports(List.of("grpc"));
  }

  Outbox outbox() {
    return outbox;
  }

  /** Begins to deliver to a receiver. */
  void deliver(String endpoint, Path authority, Path certificate, Path key) {
    deliver(endpoint, authority, certificate, key, DEADLINE);
  }

  /** Likewise, with another deadline for each call. */
  void deliver(String endpoint, Path authority, Path certificate, Path key, Duration deadline) {
    GrpcSettings grpc =
        new GrpcSettings(List.of(endpoint), authority, certificate, key, WINDOW, 0, deadline);
    GrpcTransport transport = new GrpcTransport(grpc, clock, TelemetryExporter::thread);
    pump = new Pump(outbox, transport, clock, new Random(), TelemetryExporter::thread);
  }

  Pump pump() {
    return pump;
  }

  @Override
  public void close() {
    if (pump != null) {
      pump.close();
    }
    outbox.close();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "trunkline-telemetry-bench");
    thread.setDaemon(true);
    return thread;
  }
}
