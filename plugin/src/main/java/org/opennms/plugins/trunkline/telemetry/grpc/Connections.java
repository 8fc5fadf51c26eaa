package org.opennms.plugins.trunkline.telemetry.grpc;

import io.grpc.ChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * A channel per endpoint, on event loops and threads of our own: gRPC's shared ones outlive the
 * bundle. One thread opens and closes; channels may be used by any.
 */
final class Connections implements AutoCloseable {
  private static final int KEEP_ALIVE_SECONDS = 60;
  private static final int KEEP_ALIVE_TIMEOUT_SECONDS = 20;
  private static final int STOP_SECONDS = 2;
  private static final int THREADS = 2;

  private final GrpcSettings settings;
  private final EventLoopGroup loops;
  private final ExecutorService executor;
  private List<ManagedChannel> channels = List.of();

  Connections(GrpcSettings settings, ThreadFactory threads) {
    this.settings = settings;
    loops = new MultiThreadIoEventLoopGroup(1, threads, NioIoHandler.newFactory());
    executor = Executors.newFixedThreadPool(THREADS, threads);
  }

  boolean areOpen() {
    return !channels.isEmpty();
  }

  /** The channel to an endpoint, by its place in the settings. */
  ManagedChannel to(int index) {
    return channels.get(index);
  }

  /** Connects at once where a lost connection is waited for, gRPC for up to two minutes. */
  void hurry(int index) {
    channels.get(index).resetConnectBackoff();
  }

  /** New channels; what is under way on the old ones is finished there. */
  void open(ChannelCredentials credentials) {
    List<ManagedChannel> before = channels;
    channels = settings.endpoints().stream().map(e -> channel(e, credentials)).toList();
    before.forEach(ManagedChannel::shutdown);
  }

  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdownNow);
    executor.shutdown();
    var stopped = loops.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS);
    stopped.awaitUninterruptibly(STOP_SECONDS, TimeUnit.SECONDS);
  }

  private ManagedChannel channel(String endpoint, ChannelCredentials credentials) {
    NettyChannelBuilder builder = NettyChannelBuilder.forTarget("dns:///" + endpoint, credentials);
    if (!settings.serverName().isEmpty()) {
      builder.overrideAuthority(settings.serverName());
    }
    return builder
        .eventLoopGroup(loops)
        .channelType(NioSocketChannel.class)
        // Answers only put an event into a queue: no thread of their own is worth the hop.
        .directExecutor()
        .offloadExecutor(executor)
        .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
        .keepAliveTimeout(KEEP_ALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
        .disableRetry()
        .build();
  }
}
