package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.snmp.Wait.failure;
import static org.opennms.plugins.trunkline.snmp.Wait.oids;
import static org.opennms.plugins.trunkline.snmp.Wait.success;
import static org.opennms.plugins.trunkline.snmp.Wait.texts;
import static org.opennms.plugins.trunkline.snmp.Wait.v2c;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

/** Agents that lie: each lie has an outcome of its own and a counter, and never a hang. */
class HostileAgentTest {
  private static final String SYS_NAME = "1.3.6.1.2.1.1.5.0";

  @BeforeEach
  void start() throws IOException {
    engine = SnmpEngine.open(EngineSettings.DEFAULT);
    agent = FakeAgent.start().with(SYS_NAME, new OctetString("edge1"));
  }

  @AfterEach
  void stop() {
    agent.close();
    engine.close();
  }

  private long discarded(Discard reason) {
    return engine.metrics().discarded(reason);
  }

  private SnmpEngine engine;
  private FakeAgent agent;

  private CompletableFuture<SnmpResult<List<VariableBinding>>> askName() {
    return engine.get(v2c(agent.address()), oids(SYS_NAME));
  }

  @Test
  void an_honest_agent_is_the_control() {
    assertThat(texts(success(askName()))).containsExactly("edge1");
    assertThat(engine.metrics().discarded()).isEmpty();
  }

  @Test
  void a_wrong_request_id_is_ignored_and_ends_as_no_answer() {
    agent.changing(
        pdu -> {
          pdu.setRequestID(new Integer32(pdu.getRequestID().getValue() ^ 0x55));
          return pdu;
        });

    assertThat(failure(askName())).isInstanceOf(SnmpFailure.NoAnswer.class);
    assertThat(discarded(Discard.UNKNOWN_ID)).isPositive();
  }

  @Test
  void an_answer_from_another_address_is_refused_and_said() throws IOException {
    try (DatagramSocket other = new DatagramSocket(0, InetAddress.getByName("127.0.0.2"))) {
      agent.behaving(
          (self, request) -> {
            byte[] answer = FakeAgent.encode(request, self.reply(request));
            other.send(new DatagramPacket(answer, answer.length, request.from()));
            return List.of();
          });

      SnmpFailure why = failure(askName());

      assertThat(why).isInstanceOf(SnmpFailure.NoAnswer.class);
      assertThat(((SnmpFailure.NoAnswer) why).elsewhere()).isTrue();
      assertThat(discarded(Discard.SPOOFED_SOURCE)).isPositive();
    }
  }

  @Test
  void a_spoofed_answer_does_not_keep_the_true_one_from_its_request() throws IOException {
    try (DatagramSocket other = new DatagramSocket(0, InetAddress.getByName("127.0.0.2"))) {
      agent.behaving(
          (self, request) -> {
            PDU lie = self.reply(request);
            lie.get(0).setVariable(new OctetString("lie"));
            byte[] spoofed = FakeAgent.encode(request, lie);
            other.send(new DatagramPacket(spoofed, spoofed.length, request.from()));
            return FakeAgent.honest(self, request);
          });

      assertThat(texts(success(askName()))).containsExactly("edge1");
    }
  }

  @Test
  void a_datagram_from_somebody_never_asked_is_counted_apart() throws IOException {
    AtomicInteger port = new AtomicInteger();
    agent.behaving(
        (self, request) -> {
          port.set(request.from().getPort());
          return FakeAgent.honest(self, request);
        });
    success(askName());

    try (FakeAgent stranger = FakeAgent.start()) {
      PDU pdu = new PDU();
      pdu.setType(PDU.RESPONSE);
      pdu.setRequestID(new Integer32(12));
      stranger.send(
          FakeAgent.encode(1, new OctetString("invented"), pdu),
          new InetSocketAddress(agent.address().getAddress(), port.get()));
      org.awaitility.Awaitility.await()
          .untilAsserted(() -> assertThat(discarded(Discard.UNKNOWN_SOURCE)).isEqualTo(1));
    }
  }

  @Test
  void an_answer_with_another_community_or_version_is_refused() {
    agent.behaving(
        (self, request) ->
            List.of(
                FakeAgent.encode(1, new OctetString("other"), self.reply(request)),
                FakeAgent.encode(0, request.community(), self.reply(request))));

    assertThat(failure(askName())).isInstanceOf(SnmpFailure.Garbage.class);
    assertThat(discarded(Discard.WRONG_SECURITY)).isGreaterThanOrEqualTo(2);
  }

  @Test
  void other_objects_than_were_asked_for_are_garbage() {
    agent.changing(
        pdu -> {
          pdu.set(0, new VariableBinding(new OID("1.3.6.1.2.1.1.4.0"), new OctetString("x")));
          return pdu;
        });

    assertThat(failure(askName())).isInstanceOf(SnmpFailure.Garbage.class);
    assertThat(discarded(Discard.OUTSIDE_REQUEST)).isPositive();
  }

  @Test
  void more_varbinds_than_were_asked_for_are_cut_off() {
    agent.changing(
        pdu -> {
          pdu.add(new VariableBinding(new OID("1.3.6.1.2.1.1.6.0"), new OctetString("x")));
          return pdu;
        });

    assertThat(texts(success(askName()))).containsExactly("edge1");
    assertThat(discarded(Discard.EXCESS)).isEqualTo(1);
  }

  @Test
  void a_getnext_that_goes_backwards_is_garbage() {
    agent.with("1.3.6.1.2.1.1.1.0", new OctetString("first"));
    agent.changing(
        pdu -> {
          pdu.set(0, new VariableBinding(new OID("1.3.6.1.2.1.1.1.0"), new OctetString("first")));
          return pdu;
        });

    assertThat(failure(engine.getNext(v2c(agent.address()), oids(SYS_NAME))))
        .isInstanceOf(SnmpFailure.Garbage.class);
    assertThat(discarded(Discard.NOT_INCREASING)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 20, 33})
  void a_truncated_message_is_garbage_and_not_silence(int kept) {
    agent.behaving(
        (self, request) ->
            List.of(Arrays.copyOf(FakeAgent.encode(request, self.reply(request)), kept)));

    assertThat(failure(askName())).isInstanceOf(SnmpFailure.Garbage.class);
    assertThat(discarded(Discard.MALFORMED)).isPositive();
  }

  @Test
  void a_length_far_beyond_the_datagram_is_garbage() {
    agent.behaving(
        (self, request) -> {
          byte[] answer = FakeAgent.encode(request, self.reply(request));
          return List.of(
              new byte[] {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 2, 1, 1},
              concat(new byte[] {0x30, (byte) 0x83, 0x0f, (byte) 0xff, (byte) 0xff}, answer));
        });

    assertThat(failure(askName())).isInstanceOf(SnmpFailure.Garbage.class);
  }

  private static byte[] concat(byte[] left, byte[] right) {
    byte[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }

  @Test
  void an_error_of_the_agent_is_passed_on_by_name() {
    agent.changing(
        pdu -> {
          pdu.setErrorStatus(PDU.genErr);
          pdu.setErrorIndex(1);
          return pdu;
        });

    SnmpFailure why = failure(askName());

    assertThat(why).isEqualTo(new SnmpFailure.AgentError(5, 1));
    assertThat(why.words()).contains("genErr(5)");
  }

  @Test
  void a_flood_of_garbage_does_not_keep_the_true_answer_away() {
    agent.behaving(
        (self, request) -> {
          List<byte[]> flood = new ArrayList<>();
          for (int i = 0; i < 200; i++) {
            flood.add(new byte[] {0x30, (byte) i, 2, 1, 1});
          }
          flood.addAll(FakeAgent.honest(self, request));
          return flood;
        });

    assertThat(texts(success(askName()))).containsExactly("edge1");
    assertThat(discarded(Discard.MALFORMED)).isEqualTo(200);
  }

  @Test
  void a_late_answer_to_the_first_attempt_still_counts() {
    AtomicInteger attempts = new AtomicInteger();
    List<byte[]> first = new ArrayList<>();
    agent.behaving(
        (self, request) -> {
          if (attempts.getAndIncrement() == 0) {
            first.addAll(FakeAgent.honest(self, request));
            return List.of();
          }
          return first;
        });

    assertThat(texts(success(askName()))).containsExactly("edge1");
    assertThat(engine.metrics().retries()).isEqualTo(1);
  }
}
