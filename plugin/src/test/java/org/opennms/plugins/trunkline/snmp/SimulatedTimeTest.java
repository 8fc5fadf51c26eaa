package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.config.SnmpAuthProtocol;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** What takes hours, or a fault of ours, in a loop whose time is a number. */
class SimulatedTimeTest {
  private static final OID COLUMN = new OID("1.3.6.1.2.1.2.2.1.7");
  private static final byte[] ENGINE = HexFormat.of().parseHex("80001f8804aabbccdd");
  private static final SnmpSecurity.Usm USER =
      new SnmpSecurity.Usm(
          "u",
          "",
          Optional.of(new SnmpSecurity.Auth(SnmpAuthProtocol.SHA, "invented-phrase")),
          Optional.empty());

  private static byte[] row(byte[] request, int index) throws Exception {
    RequestPdu answer = response(new OID(COLUMN).append(index));
    int id = IncomingMessage.read(request, request.length).id();
    return CommunityMessage.encode(new BerWriter(), (SnmpSecurity.Community) Wait.V2C, answer, id);
  }

  private static RequestPdu response(OID name) {
    return new RequestPdu(
        PduType.RESPONSE, 0, 0, new int[][] {name.getValue()}, new Variable[] {new Integer32(1)});
  }

  @Test
  void an_agent_that_gives_a_row_now_and_then_is_given_up_after_an_hour() throws Exception {
    SimulatedLoop loop = new SimulatedLoop();
    CompletableFuture<TableResult> walk = loop.walk(Wait.V2C, COLUMN);

    int rows = 0;
    while (!walk.isDone() && rows < 400) {
      loop.receive(row(loop.lastSent(), ++rows), Duration.ofSeconds(10));
    }

    assertThat(rows).isBetween(355, 365);
    assertThat(walk.join().failure()).containsInstanceOf(SnmpFailure.TooSlow.class);
    assertThat(walk.join().failure().orElseThrow().words()).contains("60 minutes");
    assertThat(walk.join().rows()).isEqualTo(rows);
    loop.assertEnded(walk);
  }

  @Test
  void a_request_that_cannot_be_encoded_ends_and_leaves_nothing_behind() {
    SimulatedLoop loop =
        new SimulatedLoop(Optional.of(new IllegalStateException("no such algorithm, on purpose")));

    CompletableFuture<TableResult> walk = loop.walk(Wait.V2C, COLUMN);

    loop.assertEnded(walk);
    assertThat(walk.join().failure()).containsInstanceOf(SnmpFailure.Unsendable.class);
  }

  @Test
  void the_same_of_a_discovery_ends_all_that_wait_for_it() {
    SimulatedLoop loop =
        new SimulatedLoop(Optional.of(new IllegalStateException("no such algorithm, on purpose")));

    CompletableFuture<TableResult> one = loop.walk(USER, COLUMN);
    CompletableFuture<TableResult> other = loop.walk(USER, COLUMN);

    loop.assertEnded(one);
    loop.assertEnded(other);
  }

  @Test
  void a_change_whose_confirmation_is_too_old_is_not_made_again() throws Exception {
    SimulatedLoop loop = new SimulatedLoop();
    UsmSession agent = new UsmSession(USER);
    agent.connect(
        new UsmPeer(ENGINE, 3, 1_000), SimulatedLoop.KEYS.localize(USER, ENGINE), loop.now());
    VariableBinding change = new VariableBinding(new OID(COLUMN).append(1), new Integer32(2));
    CompletableFuture<SnmpResult<List<VariableBinding>>> first = loop.set(USER, change);
    answer(loop, agent);
    answer(loop, agent);
    assertThat(first.join()).isInstanceOf(SnmpResult.Success.class);

    CompletableFuture<SnmpResult<List<VariableBinding>>> second = loop.set(USER, change);
    int packets = loop.packets();
    UsmSession turnedBack = new UsmSession(USER);
    turnedBack.connect(
        new UsmPeer(ENGINE, 3, 10), SimulatedLoop.KEYS.localize(USER, ENGINE), loop.now());
    answer(loop, turnedBack);

    loop.assertEnded(second);
    assertThat(loop.packets()).isEqualTo(packets);
    assertThat(second.join())
        .isEqualTo(new SnmpResult.Failure<>(new SnmpFailure.Refused(UsmReport.NOT_IN_TIME_WINDOW)));
    assertThat(loop.metrics().discarded(Discard.OUT_OF_TIME_WINDOW)).isEqualTo(1);
  }

  private static void answer(SimulatedLoop loop, UsmSession agent) throws Exception {
    byte[] request = loop.lastSent();
    IncomingMessage message = IncomingMessage.read(request, request.length);
    RequestPdu answer =
        new RequestPdu(
            PduType.RESPONSE,
            0,
            0,
            new int[][] {new OID(COLUMN).append(1).getValue()},
            new Variable[] {new Integer32(2)});
    int requestId = requestId(message);
    loop.receive(agent.encode(new BerWriter(), message.id(), answer, requestId, loop.now()));
  }

  private static int requestId(IncomingMessage message) throws Exception {
    UsmParameters.read(message.reader());
    message.reader().limit(message.reader().enter(BerReader.SEQUENCE));
    message.reader().skipTo(message.reader().enter(BerReader.OCTET_STRING));
    message.reader().skipTo(message.reader().enter(BerReader.OCTET_STRING));
    return AnswerPdu.read(message.reader(), false).requestId();
  }
}
