package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.config.SnmpAuthProtocol;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.inventory.MemoryStore;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

/** Notifications, decoded by SNMP4J; NetSnmpMatrixTest sends them to a real receiver. */
class NotificationTest {
  private static final OID LINK_DOWN = new OID("1.3.6.1.6.3.1.1.5.3");
  private static final VariableBinding IF_INDEX =
      new VariableBinding(new OID("1.3.6.1.2.1.2.2.1.1.7"), new Integer32(7));

  private final MemoryStore store = new MemoryStore();
  private SnmpEngine engine;
  private SnmpNotifier notifier;

  @BeforeEach
  void start() throws IOException {
    engine = SnmpEngine.open(EngineSettings.DEFAULT);
    notifier = new SnmpNotifier(() -> engine, new OwnEngine(store), Runnable::run);
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Nested
  class Traps {
    private DatagramSocket socket;

    @BeforeEach
    void listen() throws IOException {
      socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      socket.setSoTimeout(10_000);
    }

    @AfterEach
    void close() {
      socket.close();
    }

    private SnmpTarget target(SnmpSecurity security) {
      InetSocketAddress address =
          new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
      return new SnmpTarget(address, security, Wait.QUICK);
    }

    private <T extends PDU> T received(T into) throws IOException {
      BERInputStream stream = new BERInputStream(ByteBuffer.wrap(datagram()));
      BER.decodeHeader(stream, new BER.MutableByte());
      new Integer32().decodeBER(stream);
      new OctetString().decodeBER(stream);
      into.decodeBER(stream);
      return into;
    }

    private byte[] datagram() throws IOException {
      DatagramPacket packet = new DatagramPacket(new byte[2_000], 2_000);
      socket.receive(packet);
      return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    private PDUv1 sentV1(OID trap, VariableBinding... objects) throws IOException {
      Notification notification = new Notification(trap, 0xffff_fff0L, List.of(objects));
      assertThat(Wait.forResult(notifier.trap(target(Wait.V1), notification))).isEmpty();
      return received(new PDUv1());
    }

    @Test
    void version_2c_begins_with_the_time_and_the_traps_name() throws IOException {
      Notification down = new Notification(LINK_DOWN, 4_711, List.of(IF_INDEX));

      assertThat(Wait.forResult(notifier.trap(target(Wait.V2C), down))).isEmpty();

      PDU pdu = received(new PDU());
      assertThat(pdu.getType()).isEqualTo(PDU.TRAP);
      assertThat(pdu.getVariableBindings())
          .extracting(vb -> vb.getOid().toString())
          .containsExactly("1.3.6.1.2.1.1.3.0", "1.3.6.1.6.3.1.1.4.1.0", "1.3.6.1.2.1.2.2.1.1.7");
      assertThat(pdu.get(0).getVariable().toLong()).isEqualTo(4_711);
      assertThat(pdu.get(1).getVariable()).isEqualTo(LINK_DOWN);
    }

    @Test
    void version_1_says_a_generic_trap_by_its_number() throws IOException {
      PDUv1 pdu = sentV1(LINK_DOWN, IF_INDEX);

      assertThat(pdu.getGenericTrap()).isEqualTo(PDUv1.LINKDOWN);
      assertThat(pdu.getSpecificTrap()).isZero();
      assertThat(pdu.getTimestamp()).isEqualTo(0xffff_fff0L);
      assertThat(List.copyOf(pdu.getVariableBindings())).isEqualTo(List.of(IF_INDEX));
    }

    @ParameterizedTest
    @CsvSource({
      "1.3.6.1.4.1.99999.3.0.17, 1.3.6.1.4.1.99999.3, 17",
      "1.3.6.1.4.1.99999.3.17, 1.3.6.1.4.1.99999.3, 17",
      "1.3.6.1.6.3.1.1.5.7, 1.3.6.1.6.3.1.1.5, 7"
    })
    void version_1_takes_enterprise_and_number_from_the_traps_name(
        String trap, String enterprise, int specific) throws IOException {
      PDUv1 pdu = sentV1(new OID(trap));

      assertThat(pdu.getEnterprise()).isEqualTo(new OID(enterprise));
      assertThat(pdu.getGenericTrap()).isEqualTo(PDUv1.ENTERPRISE_SPECIFIC);
      assertThat(pdu.getSpecificTrap()).isEqualTo(specific);
    }

    @Test
    void version_1_puts_address_and_enterprise_into_its_header() throws IOException {
      PDUv1 pdu =
          sentV1(
              LINK_DOWN,
              IF_INDEX,
              new VariableBinding(new OID("1.3.6.1.6.3.18.1.3.0"), new IpAddress("192.0.2.9")),
              new VariableBinding(new OID("1.3.6.1.6.3.1.1.4.3.0"), new OID("1.3.6.1.4.1.99999")));

      assertThat(pdu.getAgentAddress()).isEqualTo(new IpAddress("192.0.2.9"));
      assertThat(pdu.getEnterprise()).isEqualTo(new OID("1.3.6.1.4.1.99999"));
      assertThat(List.copyOf(pdu.getVariableBindings())).isEqualTo(List.of(IF_INDEX));
    }

    @Test
    void version_1_refuses_what_it_cannot_carry() {
      Notification large =
          new Notification(
              LINK_DOWN,
              1,
              List.of(new VariableBinding(new OID("1.3.6.1.2.1.31.1.1.1.6.7"), new Counter64(1))));

      assertThat(Wait.forResult(notifier.trap(target(Wait.V1), large)))
          .hasValueSatisfying(why -> assertThat(why.words()).contains("no Counter64"));
      assertThat(
              Wait.forResult(
                  notifier.inform(target(Wait.V1), new Notification(LINK_DOWN, 1, List.of()))))
          .hasValueSatisfying(why -> assertThat(why.words()).contains("no informs"));
    }

    @Test
    void version_3_speaks_with_our_own_engine_id_and_wants_no_report() throws Exception {
      SnmpSecurity.Usm user =
          new SnmpSecurity.Usm(
              "u",
              "",
              Optional.of(new SnmpSecurity.Auth(SnmpAuthProtocol.SHA_256, "invented-phrase")),
              Optional.empty());

      assertThat(
              Wait.forResult(
                  notifier.trap(target(user), new Notification(LINK_DOWN, 1, List.of(IF_INDEX)))))
          .isEmpty();

      byte[] bytes = datagram();
      IncomingMessage message = IncomingMessage.read(bytes, bytes.length);
      assertThat(message.flags()).isEqualTo(1);
      UsmPeer sender = UsmParameters.read(message.reader()).peer();
      assertThat(sender.boots()).isEqualTo(1);
      assertThat(sender.engineId()).startsWith(0x80, 0, 0x16, 0xb5, 5).hasSize(17);
    }

    @Test
    void without_the_store_version_3_is_refused_and_the_others_are_not() throws IOException {
      store.away = true;
      SnmpSecurity.Usm plain = new SnmpSecurity.Usm("u", "", Optional.empty(), Optional.empty());
      Notification down = new Notification(LINK_DOWN, 1, List.of());

      assertThat(Wait.forResult(notifier.trap(target(plain), down)))
          .hasValueSatisfying(
              why -> assertThat(why.words()).contains("engine id").contains("database is away"));
      assertThat(Wait.forResult(notifier.trap(target(Wait.V2C), down))).isEmpty();

      store.away = false;
      assertThat(Wait.forResult(notifier.trap(target(plain), down))).isEmpty();
    }
  }

  @Nested
  class Informs {
    @Test
    void an_inform_is_repeated_until_it_is_confirmed() {
      try (FakeAgent receiver = FakeAgent.start()) {
        receiver.behaving(
            (self, request) -> {
              PDU answer = new PDU(request.pdu());
              answer.setType(PDU.RESPONSE);
              return self.requests().size() < 2
                  ? List.of()
                  : List.of(FakeAgent.encode(request, answer));
            });

        Optional<SnmpFailure> end =
            Wait.forResult(
                notifier.inform(
                    Wait.v2c(receiver.address()),
                    new Notification(LINK_DOWN, 1, List.of(IF_INDEX))));

        assertThat(end).isEmpty();
        assertThat(receiver.requests()).hasSize(2);
        assertThat(receiver.requests().get(1).pdu().getType()).isEqualTo(PDU.INFORM);
      }
    }

    @Test
    void a_receiver_that_never_confirms_is_told() {
      try (FakeAgent receiver = FakeAgent.start().silent()) {
        assertThat(
                Wait.forResult(
                    notifier.inform(
                        Wait.v2c(receiver.address()), new Notification(LINK_DOWN, 1, List.of()))))
            .containsInstanceOf(SnmpFailure.NoAnswer.class);
      }
    }
  }

  @Nested
  class OurEngine {
    private final AtomicLong now = new AtomicLong();

    private UsmPeer started() {
      return new OwnEngine(store, now::get).start().peer(now.get());
    }

    @Test
    void the_id_stays_and_the_boots_count_up_with_every_start() {
      UsmPeer first = started();
      UsmPeer second = started();

      assertThat(second.engineId()).isEqualTo(first.engineId());
      assertThat(first.boots()).isEqualTo(1);
      assertThat(second.boots()).isEqualTo(2);
    }

    @Test
    void within_one_start_only_the_time_goes_on() {
      OwnEngine engine = new OwnEngine(store, now::get);
      engine.start();
      now.set(90_500_000_000L);

      UsmPeer later = engine.start().peer(now.get());

      assertThat(later.boots()).isEqualTo(1);
      assertThat(later.time()).isEqualTo(90);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"engineId\":\"8000\",\"boots\":3}",
          "{\"boots\":3}",
          "{\"engineId\":\"800016b505000102030405060708090a0b\",\"boots\":-1}",
          "{\"engineId\":\"800016b505000102030405060708090a0b\",\"boots\":2147483646}",
          "[]",
          "half a docu"
        })
    void a_damaged_or_worn_out_record_gives_a_new_id(String kept) {
      store.documents.put("engine", kept);

      UsmPeer peer = started();

      assertThat(peer.boots()).isEqualTo(1);
      assertThat(kept).doesNotContain(java.util.HexFormat.of().formatHex(peer.engineId()));
    }

    @Test
    void boots_that_could_not_be_written_are_not_used() {
      store.away = true;
      OwnEngine engine = new OwnEngine(store, now::get);

      assertThatThrownBy(engine::start).isInstanceOf(HostAbsentException.class);
      store.away = false;

      assertThat(engine.start().peer(0).boots()).isEqualTo(1);
      assertThat(store.documents.get("engine")).contains("\"boots\":1");
    }
  }

  @Test
  void a_notification_without_a_name_or_with_an_impossible_time_is_refused() {
    assertThatThrownBy(() -> new Notification(new OID("1"), 0, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Notification(LINK_DOWN, 1L << 32, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
