package org.opennms.plugins.trunkline.receiver.bus;

import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.Channel;
import io.grpc.netty.shaded.io.netty.channel.ChannelHandlerContext;
import io.grpc.netty.shaded.io.netty.channel.ChannelInboundHandlerAdapter;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslHandler;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The listening end of the server, with threads of its own. gRPC says nothing of a connection whose
 * TLS handshake fails; here it is seen where it is accepted.
 */
final class Listening implements AutoCloseable {
  private static final int STOP_SECONDS = 2;

  private final HandshakeWatch watch;
  private final EventLoopGroup loops;

  Listening(HandshakeWatch watch, ThreadFactory threads) {
    this.watch = watch;
    loops = new MultiThreadIoEventLoopGroup(0, threads, NioIoHandler.newFactory());
  }

  /** Lets the server listen here. */
  NettyServerBuilder at(NettyServerBuilder server) {
    return server
        .channelFactory(() -> new Door(watch))
        .bossEventLoopGroup(loops)
        .workerEventLoopGroup(loops);
  }

  /** Ends the threads; after the server has ended. */
  @Override
  public void close() {
    var unused = loops.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS);
  }

  private static final class Door extends NioServerSocketChannel {
    private final HandshakeWatch watch;

    Door(HandshakeWatch watch) {
      this.watch = watch;
    }

    @Override
    protected int doReadMessages(List<Object> accepted) throws Exception {
      int before = accepted.size();
      int result = super.doReadMessages(accepted);
      for (Object each : accepted.subList(before, accepted.size())) {
        ((Channel) each).pipeline().addFirst(new FirstBytes(watch));
      }
      return result;
    }
  }

  /** gRPC has set up its handlers by the first bytes; who sends none is nobody. */
  private static final class FirstBytes extends ChannelInboundHandlerAdapter {
    private final HandshakeWatch watch;

    FirstBytes(HandshakeWatch watch) {
      this.watch = watch;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
      SocketAddress peer = context.channel().remoteAddress();
      SslHandler tls = context.pipeline().get(SslHandler.class);
      if (tls != null) {
        var unused =
            tls.handshakeFuture()
                .addListener(
                    handshake -> {
                      if (!handshake.isSuccess()) {
                        watch.failed(peer, handshake.cause());
                      }
                    });
      }
      context.pipeline().remove(this);
      context.fireChannelRead(bytes);
    }
  }
}
