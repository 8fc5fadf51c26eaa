package org.opennms.plugins.trunkline.telemetry.grpc;

import io.grpc.Server;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.opennms.plugins.trunkline.wire.proto.UniversalAck;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;
import org.opennms.plugins.trunkline.wire.proto.UniversalEventBusGrpc;

/** A real gRPC server with mutual TLS that answers as a test wants. */
public final class TestBus implements AutoCloseable {
  private final Server server;
  private final List<UniversalEnvelope> received = new CopyOnWriteArrayList<>();
  private volatile Function<UniversalEnvelope, UniversalAck> answer = e -> ok();

  /** On a port of loopback; 0 for any. */
  public TestBus(int port, Path certificate, Path authorities) throws IOException {
    var credentials =
        TlsServerCredentials.newBuilder()
            .keyManager(certificate.toFile(), Certificates.key(certificate).toFile())
            .trustManager(authorities.toFile())
            .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
            .build();
    server =
        NettyServerBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), credentials)
            .addService(new Service())
            .build()
            .start();
  }

  /** Where it listens. */
  public int port() {
    return server.getPort();
  }

  /** {@code host:port}. */
  public String endpoint() {
    return "localhost:" + port();
  }

  /** What it says from now on; null for no answer at all. */
  public void answer(Function<UniversalEnvelope, UniversalAck> how) {
    answer = how;
  }

  /** Every envelope that came, in the order of its coming. */
  public List<UniversalEnvelope> received() {
    return received;
  }

  static UniversalAck ok() {
    return UniversalAck.newBuilder().setStatus(UniversalAck.Status.OK).build();
  }

  static UniversalAck ack(UniversalAck.Status status, String reason, int hintMillis) {
    return UniversalAck.newBuilder()
        .setStatus(status)
        .setReason(reason)
        .setBackoffHintMs(hintMillis)
        .build();
  }

  @Override
  public void close() {
    server.shutdownNow();
    try {
      server.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Service extends UniversalEventBusGrpc.UniversalEventBusImplBase {
    @Override
    public void publishTelemetry(UniversalEnvelope request, StreamObserver<UniversalAck> observer) {
      received.add(request);
      UniversalAck ack = answer.apply(request);
      if (ack != null) {
        observer.onNext(ack);
        observer.onCompleted();
      }
    }
  }
}
