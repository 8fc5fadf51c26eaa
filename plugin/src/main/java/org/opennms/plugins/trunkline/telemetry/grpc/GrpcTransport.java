package org.opennms.plugins.trunkline.telemetry.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery;
import org.opennms.plugins.trunkline.telemetry.transport.Outgoing;
import org.opennms.plugins.trunkline.telemetry.transport.Transport;
import org.opennms.plugins.trunkline.wire.proto.UniversalAck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One unary call per envelope to {@code messaging.UniversalEventBus} over mutual TLS. The endpoint
 * that answers is kept; one that fails gives way to the next, and the preferred one is tried again
 * after a while. Changed PEM files make new connections; ones that cannot be used leave the old
 * connections in force.
 */
public final class GrpcTransport implements Transport {
  private static final Logger LOG = LoggerFactory.getLogger(GrpcTransport.class);
  private static final Duration LOOK_AT_FILES = Duration.ofSeconds(5);
  private static final Duration PREFER_FIRST = Duration.ofMinutes(5);

  private final GrpcSettings settings;
  private final InstantSource clock;
  private final TlsFiles files;
  private final Connections connections;
  private TlsFiles.Stamp stamp;
  private Instant looked = Instant.EPOCH;
  private Optional<Instant> left = Optional.empty();
  private volatile int current;
  private volatile boolean failed;
  private volatile String tlsProblem = "";
  private volatile String expiry = "";

  /** Connects at the first send. */
  public GrpcTransport(GrpcSettings settings, InstantSource clock, ThreadFactory threads) {
    this.settings = settings;
    this.clock = clock;
    this.files = new TlsFiles(settings);
    this.connections = new Connections(settings, threads);
  }

  @Override
  public String name() {
    return "grpc";
  }

  @Override
  public int window() {
    return settings.window();
  }

  @Override
  public int rate() {
    return settings.rate();
  }

  @Override
  public CompletionStage<Delivery> send(Outgoing envelope) {
    Instant now = clock.instant();
    followFiles(now);
    preferFirst(now);
    if (!connections.areOpen()) {
      return CompletableFuture.completedFuture(new Delivery.Later(Duration.ZERO, tlsProblem));
    }
    if (failed) {
      // The pause after a failure is over: it is the pump's, which the operator sees and can end.
      failed = false;
      connections.hurry(current);
    }
    return call(envelope, current);
  }

  @Override
  public void flush() {
    // Every envelope has left already.
  }

  @Override
  public String detail() {
    String problem = tlsProblem;
    String base = settings.endpoints().get(current) + (expiry.isEmpty() ? "" : ", " + expiry);
    return problem.isEmpty() ? base : base + "; " + problem;
  }

  @Override
  public void close() {
    connections.close();
  }

  private CompletionStage<Delivery> call(Outgoing envelope, int index) {
    String endpoint = settings.endpoints().get(index);
    Channel channel = connections.to(index);
    CompletableFuture<Delivery> outcome = new CompletableFuture<>();
    CallOptions options =
        CallOptions.DEFAULT.withDeadlineAfter(
            settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
    ClientCalls.asyncUnaryCall(
        channel.newCall(RawMethod.PUBLISH, options),
        envelope.bytes(),
        new Observer(outcome, endpoint, () -> leave(index)));
    return outcome;
  }

  // Called by gRPC's threads: several calls that fail together leave an endpoint once.
  private synchronized void leave(int index) {
    failed = true;
    if (index == current && settings.endpoints().size() > 1) {
      current = (index + 1) % settings.endpoints().size();
      left = current == 0 ? Optional.empty() : Optional.of(clock.instant());
    }
  }

  private synchronized void preferFirst(Instant now) {
    if (left.isPresent() && now.isAfter(left.get().plus(PREFER_FIRST))) {
      current = 0;
      left = Optional.empty();
    }
  }

  private void followFiles(Instant now) {
    // Files that cannot be used are looked at with each try, which are far apart by then.
    if (tlsProblem.isEmpty() && now.isBefore(looked.plus(LOOK_AT_FILES))) {
      return;
    }
    looked = now;
    try {
      TlsFiles.Stamp found = files.stamp();
      if (found.equals(stamp) && tlsProblem.isEmpty()) {
        return;
      }
      connections.open(files.credentials(now));
      stamp = found;
      tlsProblem = "";
      expiry = files.expiry();
    } catch (IOException | IllegalArgumentException e) {
      String words = e.getMessage() == null ? e.toString() : e.getMessage();
      if (!words.equals(tlsProblem)) {
        LOG.warn("Telemetry over gRPC cannot use its TLS files: {}", words);
      }
      tlsProblem = words;
    }
  }

  private record Observer(CompletableFuture<Delivery> outcome, String endpoint, Runnable onFailure)
      implements StreamObserver<UniversalAck> {
    @Override
    public void onNext(UniversalAck ack) {
      outcome.complete(Answers.read(ack, endpoint));
    }

    @Override
    public void onError(Throwable failure) {
      onFailure.run();
      outcome.complete(new Delivery.Later(Duration.ZERO, FailureWords.of(failure, endpoint)));
    }

    @Override
    public void onCompleted() {
      outcome.complete(new Delivery.Later(Duration.ZERO, endpoint + ": an empty answer"));
    }
  }
}
