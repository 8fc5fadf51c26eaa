package org.opennms.plugins.trunkline.receiver.bus;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.opennms.plugins.trunkline.receiver.Samples;
import org.opennms.plugins.trunkline.receiver.certs.DemoAuthority;
import org.opennms.plugins.trunkline.wire.Contract;
import org.opennms.plugins.trunkline.wire.KeyFiles;
import org.opennms.plugins.trunkline.wire.proto.UniversalAck;
import org.opennms.plugins.trunkline.wire.proto.UniversalEventBusGrpc;

/** A real server on loopback with certificates of its own, and channels to it. */
public final class BusFixture {
  private static final MethodDescriptor<ByteString, UniversalAck> PUBLISH =
      UniversalEventBusGrpc.getPublishTelemetryMethod().toBuilder(
              new RawMarshaller(), ProtoUtils.marshaller(UniversalAck.getDefaultInstance()))
          .build();

  private final Path directory;

  /** Makes certificates and the key of {@link Samples#AGENT}. */
  public BusFixture(Path directory) throws IOException, GeneralSecurityException {
    this.directory = directory;
    DemoAuthority authority = DemoAuthority.in(certs(), Clock.systemUTC(), Duration.ofDays(1));
    authority.server("server", List.of("localhost", "127.0.0.1"));
    authority.client("agent");
    authority.client("consumer");
    Files.createDirectories(keys());
    KeyFiles.writePublic(keys().resolve(Samples.AGENT + ".pem"), Samples.KEY.verifyingKey());
  }

  public Path certs() {
    return directory.resolve("certs");
  }

  public Path keys() {
    return directory.resolve("keys");
  }

  public Path store() {
    return directory.resolve("store");
  }

  /** What a server is told, without a limit of the rate. */
  public BusSettings settings() {
    return settings(0);
  }

  public BusSettings settings(double perSecond) {
    return new BusSettings(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        new BusSettings.Tls(
            certs().resolve("server.pem"),
            certs().resolve("server.key"),
            certs().resolve("ca.pem")),
        keys(),
        true,
        store(),
        1 << 20,
        Contract.MOST_BYTES,
        perSecond,
        3_000,
        Set.of("consumer"),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        2);
  }

  public EventBusServer start() throws IOException, GeneralSecurityException {
    return EventBusServer.start(settings(), InstantSource.system());
  }

  public ManagedChannel channel(int port, String client) throws IOException {
    return channel(port, certs(), client);
  }

  /** A channel with the certificate of a client, trusting this fixture's authority. */
  public ManagedChannel channel(int port, Path clientCerts, String client) throws IOException {
    TlsChannelCredentials.Builder credentials =
        TlsChannelCredentials.newBuilder().trustManager(certs().resolve("ca.pem").toFile());
    if (client != null) {
      credentials.keyManager(
          clientCerts.resolve(client + ".pem").toFile(),
          clientCerts.resolve(client + ".key").toFile());
    }
    return NettyChannelBuilder.forAddress("localhost", port, credentials.build())
        .maxInboundMessageSize(32 << 20)
        .build();
  }

  /** Sends bytes as they are and waits for the answer. */
  public static UniversalAck publish(ManagedChannel channel, ByteString envelope) {
    return ClientCalls.blockingUnaryCall(
        channel, PUBLISH, CallOptions.DEFAULT.withDeadlineAfter(30, TimeUnit.SECONDS), envelope);
  }

  /** Sends bytes as they are; the answer comes later. */
  public static ListenableFuture<UniversalAck> publishLater(
      ManagedChannel channel, ByteString envelope) {
    return ClientCalls.futureUnaryCall(
        channel.newCall(PUBLISH, CallOptions.DEFAULT.withDeadlineAfter(30, TimeUnit.SECONDS)),
        envelope);
  }

  private static final class RawMarshaller implements MethodDescriptor.Marshaller<ByteString> {
    @Override
    public InputStream stream(ByteString value) {
      return new ByteArrayInputStream(value.toByteArray());
    }

    @Override
    public ByteString parse(InputStream stream) {
      try {
        return ByteString.readFrom(stream);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
