package org.opennms.plugins.trunkline.receiver.bus;

import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.opennms.plugins.trunkline.receiver.store.EnvelopeLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole EventBus end: gRPC with mutual TLS, store, metrics. Stops in order, once. */
public final class EventBusServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventBusServer.class);
  private static final int MOST_STREAMS = 32;
  private static final int CHAIN_WINDOW = 1_024;
  private static final int REFRESH_SECONDS = 2;
  private static final int STOP_SECONDS = 10;

  /** Of one connection at once; a client waits with more. */
  private static final int MOST_CALLS = 1_024;

  /**
   * gRPC's own limit lies above the contract's, so that the sender gets an answer with a reason.
   */
  private static final int TRANSPORT_LIMIT = 16 << 20;

  private final EnvelopeLog log;
  private final ExecutorService verifiers;
  private final ExecutorService streams = Executors.newCachedThreadPool(named("stream"));
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(named("timer"));
  private final BusMetrics metrics = new BusMetrics();
  private final ScheduledFuture<?> refreshing;
  private final Listening listening;
  private final Server server;
  private HTTPServer http;

  private EventBusServer(BusSettings settings, InstantSource clock)
      throws IOException, GeneralSecurityException {
    AgentKeys keys = new AgentKeys(settings.agentKeys());
    ServerTls tls = new ServerTls(settings.tls(), clock, l -> refused(Refusal.CERTIFICATE, l));
    verifiers = Executors.newFixedThreadPool(settings.verifiers(), named("verify"));
    log =
        EnvelopeLog.open(
            EnvelopeLog.Settings.of(settings.store()).withSegmentBytes(settings.segmentBytes()),
            clock,
            metrics);
    ChainMonitor chains = new ChainMonitor(CHAIN_WINDOW);
    gauges(keys, chains);
    metrics.gauge(
        "certificate_expiry_timestamp_seconds",
        "When the server's own certificate ends",
        () -> tls.expiry().getEpochSecond());
    refreshing =
        timer.scheduleWithFixedDelay(
            () -> refresh(keys, tls), REFRESH_SECONDS, REFRESH_SECONDS, TimeUnit.SECONDS);
    listening = new Listening(new HandshakeWatch(clock, this::refused), named("connections"));
    server = server(settings, tls, keys, chains, clock);
  }

  /**
   * Starts a server.
   *
   * @throws IOException when a file cannot be read or a port is taken
   * @throws GeneralSecurityException when certificate and key do not fit
   */
  public static EventBusServer start(BusSettings settings, InstantSource clock)
      throws IOException, GeneralSecurityException {
    LostAnswers.hide();
    EventBusServer bus = new EventBusServer(settings, clock);
    try {
      bus.server.start();
      bus.http = bus.metricsServer(settings.metrics());
    } catch (IOException e) {
      bus.close();
      throw e;
    }
    return bus;
  }

  /** The port that gRPC is served at. */
  public int port() {
    return server.getPort();
  }

  /** The port that metrics are served at; 0 for none. */
  public int metricsPort() {
    return http == null ? 0 : http.getPort();
  }

  /** The offset that the next stored envelope gets. */
  public long end() {
    return log.end();
  }

  /** Waits until the server stops. */
  public void awaitTermination() throws InterruptedException {
    server.awaitTermination();
  }

  /** Takes no more calls, answers those that run, stores what waits, and ends. */
  @Override
  public void close() {
    refreshing.cancel(false);
    timer.shutdownNow();
    streams.shutdown();
    server.shutdown();
    await("calls", () -> server.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS));
    server.shutdownNow();
    listening.close();
    verifiers.shutdown();
    await("signatures", () -> verifiers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS));
    streams.shutdownNow();
    try {
      log.close();
    } catch (IOException e) {
      LOG.error("The store did not close well", e);
    }
    if (http != null) {
      http.close();
    }
  }

  private static void refresh(AgentKeys keys, ServerTls tls) {
    keys.refresh();
    tls.refresh();
  }

  private void refused(Refusal reason, String line) {
    metrics.refusedClient(reason);
    if (!line.isEmpty()) {
      LOG.warn("{}", line);
    }
  }

  private Server server(
      BusSettings settings,
      ServerTls tls,
      AgentKeys keys,
      ChainMonitor chains,
      InstantSource clock) {
    Intake.Limits limits =
        new Intake.Limits(
            settings.mostBytes(),
            settings.perSecond(),
            settings.backoffMs(),
            settings.trustAnnounced());
    Intake intake = new Intake(limits, keys, log, chains, metrics, clock);
    BusService bus = new BusService(intake, log, keys, clock, settings.mostBytes());
    StreamService stream = new StreamService(log, settings.consumers(), streams, MOST_STREAMS);
    Peer peer = new Peer();
    return listening
        .at(NettyServerBuilder.forAddress(settings.listen(), tls.credentials()))
        .executor(verifiers)
        .maxInboundMessageSize(TRANSPORT_LIMIT)
        .maxConcurrentCallsPerConnection(MOST_CALLS)
        .permitKeepAliveTime(10, TimeUnit.SECONDS)
        .permitKeepAliveWithoutCalls(true)
        .addTransportFilter(peer)
        .addService(ServerInterceptors.intercept(bus.definition(), peer))
        .addService(ServerInterceptors.intercept(stream, peer))
        .build();
  }

  private void gauges(AgentKeys keys, ChainMonitor chains) {
    metrics.gauge("agents", "Agents with a public key", keys::agents);
    metrics.gauge("next_offset", "Offset of the next stored envelope", log::end);
    metrics.gauge("waiting", "Envelopes that wait to be stored", log::waiting);
    metrics.gauge(
        "store_failing",
        "1 while the store cannot be written",
        () -> log.failure().isEmpty() ? 0 : 1);
    metrics.gauge(
        "damaged_records",
        "Records of the store that were not as they were written when it was opened",
        log::damaged);
    metrics.gauge(
        "chain_gaps",
        "Envelopes since the start whose predecessor did not come and was not declared lost",
        () -> chains.counts(ChainMonitor.Counts::gaps));
    metrics.gauge(
        "chain_declared_gaps",
        "Gaps since the start that the agent declared",
        () -> chains.counts(ChainMonitor.Counts::declared));
    metrics.gauge(
        "chain_forks",
        "Envelopes since the start that claim the predecessor of another",
        () -> chains.counts(ChainMonitor.Counts::forks));
  }

  private HTTPServer metricsServer(InetSocketAddress address) throws IOException {
    if (address == null) {
      return null;
    }
    return HTTPServer.builder()
        .inetAddress(address.getAddress())
        .port(address.getPort())
        .registry(metrics.registry())
        .buildAndStart();
  }

  private interface Waiting {
    boolean done() throws InterruptedException;
  }

  private static void await(String what, Waiting waiting) {
    try {
      if (!waiting.done()) {
        LOG.warn("Some {} did not end in {} s", what, STOP_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ThreadFactory named(String role) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread =
          new Thread(task, "trunkline-receiver-" + role + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
