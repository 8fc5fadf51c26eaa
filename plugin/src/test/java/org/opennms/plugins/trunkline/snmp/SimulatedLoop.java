package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** The engine without threads: datagrams end in a list, time is a number. */
final class SimulatedLoop {
  static final UsmKeys KEYS = new UsmKeys();

  private static final InetSocketAddress AGENT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 161);
  private static final RequestOptions OPTIONS = new RequestOptions(Duration.ofSeconds(1), 1, 25);

  private final List<byte[]> sent = new ArrayList<>();
  private final TimerWheel timers;
  private final Counters counters = new Counters();
  private final Dispatcher dispatcher;
  private final Receiver receiver;
  private long now = 1;

  SimulatedLoop() {
    this(Optional.empty());
  }

  /** With a network, or a codec, that fails so. */
  SimulatedLoop(Optional<RuntimeException> fault) {
    timers = new TimerWheel(now);
    dispatcher =
        new Dispatcher(
            EngineSettings.DEFAULT,
            (message, to) -> send(message, fault),
            counters,
            timers,
            (security, engineId, then) ->
                then.accept(Optional.of(KEYS.localize(security, engineId))));
    receiver = new Receiver(dispatcher);
  }

  private void send(byte[] message, Optional<RuntimeException> fault) throws IOException {
    if (fault.isPresent()) {
      throw fault.get();
    }
    sent.add(message);
  }

  long now() {
    return now;
  }

  SnmpMetrics metrics() {
    return counters.snapshot();
  }

  int packets() {
    return sent.size();
  }

  CompletableFuture<TableResult> walk(SnmpSecurity security, OID column) {
    TableWalk walk =
        new TableWalk(
            dispatcher,
            new SnmpTarget(AGENT, security, OPTIONS),
            TableRequest.of(List.of(column)).atMost(500),
            InstantSource.system(),
            Runnable::run);
    walk.proceed(now);
    dispatcher.pump(now);
    return walk.future();
  }

  CompletableFuture<SnmpResult<List<VariableBinding>>> set(
      SnmpSecurity security, VariableBinding varbind) {
    SingleQuery query =
        new SingleQuery(
            RequestPdu.writing(PduType.SET, List.of(varbind)), Runnable::run, dispatcher);
    dispatcher.start(new SnmpTarget(AGENT, security, OPTIONS), query, now);
    dispatcher.pump(now);
    return query.future();
  }

  byte[] lastSent() {
    return sent.get(sent.size() - 1);
  }

  void receive(byte[] datagram) {
    receive(datagram, Duration.ofMillis(1));
  }

  void receive(byte[] datagram, Duration after) {
    now += after.toNanos();
    receiver.received(AGENT, datagram.clone(), datagram.length, now);
    dispatcher.pump(now);
  }

  void letTimePass() {
    for (int i = 0; i < 400; i++) {
      now += 50_000_000L;
      timers.advance(now, dispatcher::due);
      dispatcher.pump(now);
    }
  }

  /** Whatever came, nothing is left of the walk but its result. */
  void assertEnded(CompletableFuture<?> walk) {
    letTimePass();
    assertThat(walk).isDone();
    assertThat(dispatcher.pending().all()).isEmpty();
    assertThat(timers.isEmpty()).isTrue();
    assertThat(dispatcher.devices().get(AGENT).inFlight()).isZero();
    assertThat(dispatcher.discovery().waiting()).isZero();
  }
}
