package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** When packets are sent again; the network is a list, time a number. */
class RetransmissionTest {
  private static final InetSocketAddress AGENT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 161);
  private static final OID UP_TIME = new OID("1.3.6.1.2.1.1.3.0");
  private static final long MILLI = 1_000_000L;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Packet(long millis, byte[] message) {}

  private final List<Packet> sent = new ArrayList<>();
  private final List<CompletableFuture<?>> results = new ArrayList<>();
  private final Counters counters = new Counters();
  private final long start = 1_000 * MILLI;
  private long now = start;
  private final TimerWheel timers = new TimerWheel(now);
  private final Dispatcher dispatcher =
      new Dispatcher(
          EngineSettings.DEFAULT,
          (message, to) -> sent.add(new Packet((now - start) / MILLI, message)),
          counters,
          timers,
          (security, engineId, then) -> then.accept(Optional.empty()));
  private final Receiver receiver = new Receiver(dispatcher);

  private CompletableFuture<SnmpResult<List<VariableBinding>>> ask(int type) {
    Variable[] values = type == PduType.SET ? new Variable[] {new Integer32(1)} : null;
    RequestPdu pdu = new RequestPdu(type, 0, 0, new int[][] {UP_TIME.getValue()}, values);
    SingleQuery query = new SingleQuery(pdu, Runnable::run, dispatcher);
    SnmpTarget target =
        new SnmpTarget(AGENT, Wait.V2C, new RequestOptions(Duration.ofSeconds(3), 3, 25));
    dispatcher.start(target, query, now);
    dispatcher.pump(now);
    return query.future();
  }

  /** For those who do not look at the result. */
  private void get() {
    results.add(ask(PduType.GET));
  }

  private void pass(long millis) {
    for (long i = 0; i < millis; i++) {
      now += MILLI;
      timers.advance(now, dispatcher::due);
      dispatcher.pump(now);
    }
  }

  private void answerLast() throws Exception {
    byte[] request = sent.get(sent.size() - 1).message();
    int id = IncomingMessage.read(request, request.length).id();
    RequestPdu pdu =
        new RequestPdu(
            PduType.RESPONSE,
            0,
            0,
            new int[][] {UP_TIME.getValue()},
            new Variable[] {new Integer32(1)});
    byte[] answer =
        CommunityMessage.encode(new BerWriter(), (SnmpSecurity.Community) Wait.V2C, pdu, id);
    receiver.received(AGENT, answer, answer.length, now);
  }

  /** Until the device's round trip is 5 ms, well known. */
  private void learn() throws Exception {
    for (int i = 0; i < 30; i++) {
      get();
      pass(5);
      answerLast();
    }
    sent.clear();
  }

  private long since(int packet) {
    return sent.get(packet).millis() - sent.get(0).millis();
  }

  @Test
  void a_device_that_never_answered_gets_one_packet_an_attempt() {
    CompletableFuture<SnmpResult<List<VariableBinding>>> result = ask(PduType.GET);

    pass(30_000);

    assertThat(sent).hasSize(4);
    assertThat(since(1)).isBetween(2_990L, 3_020L);
    assertThat(since(2) - since(1)).isBetween(3_300L, 4_200L);
    assertThat(since(3) - since(2)).isBetween(4_100L, 5_300L);
    assertThat(result).isCompleted();
  }

  @Test
  void a_lost_packet_is_repeated_after_the_measured_time_and_doubles_with_each_loss()
      throws Exception {
    learn();

    get();
    pass(2_000);

    assertThat(sent).hasSize(4);
    assertThat(since(1)).isBetween(45L, 70L);
    assertThat(since(2) - since(1)).isBetween(95L, 120L);
    assertThat(since(3) - since(2)).isBetween(190L, 220L);
  }

  @Test
  void a_device_that_has_died_gets_ten_packets_in_all() throws Exception {
    learn();

    CompletableFuture<SnmpResult<List<VariableBinding>>> result = ask(PduType.GET);
    pass(40_000);

    assertThat(sent).hasSize(10);
    assertThat(result).isCompleted();
    assertThat(counters.snapshot().timeouts()).isEqualTo(1);
  }

  @Test
  void an_answer_after_a_repetition_does_not_count_as_a_measurement() throws Exception {
    learn();
    long before = dispatcher.devices().get(AGENT).roundTrip().nanos();

    get();
    pass(400);
    answerLast();

    assertThat(dispatcher.devices().get(AGENT).roundTrip().nanos()).isEqualTo(before);
  }

  @Test
  void a_path_that_became_slow_is_believed_after_a_few_answers() throws Exception {
    learn();

    for (int i = 0; i < 20; i++) {
      get();
      pass(900);
      answerLast();
    }
    int until = sent.size();
    get();
    pass(900);
    answerLast();

    assertThat(sent).hasSize(until + 1);
  }

  @Test
  void a_change_is_sent_once_whatever_happens() throws Exception {
    learn();

    CompletableFuture<SnmpResult<List<VariableBinding>>> result = ask(PduType.SET);
    pass(30_000);

    assertThat(sent).hasSize(1);
    assertThat(result.join()).isInstanceOf(SnmpResult.Failure.class);
  }

  @Test
  void two_losses_of_one_request_halve_what_the_device_is_given_at_a_time() throws Exception {
    learn();
    int bore = dispatcher.devices().get(AGENT).window().learned();

    get();
    pass(100);
    assertThat(dispatcher.devices().get(AGENT).window().learned()).isEqualTo(bore);
    pass(100);

    assertThat(dispatcher.devices().get(AGENT).window().learned()).isEqualTo(Math.max(1, bore / 2));
  }
}
