package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opennms.plugins.trunkline.config.SnmpAuthProtocol;
import org.opennms.plugins.trunkline.config.SnmpPrivProtocol;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/** Two sessions with the same user speak with each other: what one writes, the other opens. */
class UsmSessionTest {
  private static final byte[] ENGINE = HexFormat.of().parseHex("80001f8804aabbccdd");
  private static final long NOW = 1_000_000_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final UsmKeys KEYS = new UsmKeys();

  private final BerWriter writer = new BerWriter();

  private static SnmpSecurity.Usm user(
      String name, Optional<SnmpAuthProtocol> auth, Optional<SnmpPrivProtocol> priv) {
    return new SnmpSecurity.Usm(
        name,
        "",
        auth.map(a -> new SnmpSecurity.Auth(a, "invented-phrase")),
        priv.map(p -> new SnmpSecurity.Priv(p, "invented-phrase")));
  }

  private static SnmpSecurity.Usm authPriv() {
    return user("u", Optional.of(SnmpAuthProtocol.SHA_256), Optional.of(SnmpPrivProtocol.AES_128));
  }

  private static UsmSession session(SnmpSecurity.Usm user, int boots, int time) {
    UsmSession session = new UsmSession(user);
    session.connect(new UsmPeer(ENGINE, boots, time), KEYS.localize(user, ENGINE), NOW);
    return session;
  }

  private static RequestPdu response(String text) {
    return new RequestPdu(
        PduType.RESPONSE,
        0,
        0,
        new int[][] {{1, 3, 6, 1, 2, 1, 1, 5, 0}},
        new Variable[] {new OctetString(text)});
  }

  private byte[] message(UsmSession from, String text, long now) {
    return from.encode(writer, 77, response(text), 99, now);
  }

  private static UsmAnswer open(UsmSession by, byte[] message, long now)
      throws MalformedMessageException, RejectedMessageException {
    return by.open(IncomingMessage.read(message, message.length), now);
  }

  private static void assertRejected(UsmSession by, byte[] message, Discard reason) {
    assertThatThrownBy(() -> open(by, message, NOW))
        .isInstanceOfSatisfying(
            RejectedMessageException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  static Stream<Arguments> levels() {
    Stream<Arguments> secured =
        Stream.of(SnmpAuthProtocol.values())
            .flatMap(
                auth ->
                    Stream.concat(
                            Stream.of(Optional.<SnmpPrivProtocol>empty()),
                            Stream.of(SnmpPrivProtocol.values()).map(Optional::of))
                        .map(priv -> Arguments.of(Optional.of(auth), priv)));
    return Stream.concat(Stream.of(Arguments.of(Optional.empty(), Optional.empty())), secured);
  }

  @ParameterizedTest
  @MethodSource("levels")
  void a_message_of_every_level_and_algorithm_is_opened_by_its_peer(
      Optional<SnmpAuthProtocol> auth, Optional<SnmpPrivProtocol> priv) throws Exception {
    SnmpSecurity.Usm user = user("u", auth, priv);

    UsmAnswer answer =
        open(session(user, 3, 100), message(session(user, 3, 100), "hello", NOW), NOW);

    assertThat(answer.pdu().requestId()).isEqualTo(99);
    assertThat(answer.authentic()).isEqualTo(auth.isPresent());
    assertThat(answer.pdu().toVariableBindings().get(0).toValueString()).isEqualTo("hello");
  }

  @Test
  void any_changed_octet_is_noticed() {
    byte[] good = message(session(authPriv(), 3, 100), "hello", NOW);
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 0x01;
      int at = i;

      assertThatThrownBy(() -> open(session(authPriv(), 3, 100), bad, NOW))
          .as("octet " + at)
          .isInstanceOfAny(RejectedMessageException.class, MalformedMessageException.class);
    }
  }

  @Test
  void a_message_without_digest_is_no_answer_to_a_secured_request() {
    byte[] open = message(session(user("u", Optional.empty(), Optional.empty()), 3, 100), "x", NOW);

    assertRejected(session(authPriv(), 3, 100), open, Discard.UNAUTHENTIC);
  }

  @Test
  void a_signed_but_clear_message_is_no_answer_to_an_encrypted_request() {
    SnmpSecurity.Usm clear = user("u", Optional.of(SnmpAuthProtocol.SHA_256), Optional.empty());

    assertRejected(
        session(authPriv(), 3, 100),
        message(session(clear, 3, 100), "x", NOW),
        Discard.UNAUTHENTIC);
  }

  @Test
  void another_users_message_is_refused() {
    SnmpSecurity.Usm other =
        user("v", Optional.of(SnmpAuthProtocol.SHA_256), Optional.of(SnmpPrivProtocol.AES_128));

    assertRejected(
        session(authPriv(), 3, 100),
        message(session(other, 3, 100), "x", NOW),
        Discard.UNAUTHENTIC);
  }

  @Test
  void another_engines_message_is_refused() {
    byte[] engine = HexFormat.of().parseHex("80001f880499999999");
    UsmSession other = new UsmSession(authPriv());
    other.connect(new UsmPeer(engine, 3, 100), KEYS.localize(authPriv(), engine), NOW);

    assertRejected(session(authPriv(), 3, 100), message(other, "x", NOW), Discard.UNAUTHENTIC);
  }

  @Test
  void an_old_message_is_refused_after_the_time_window() throws Exception {
    UsmSession manager = session(authPriv(), 3, 100);
    byte[] old = message(session(authPriv(), 3, 100), "old", NOW);
    open(manager, old.clone(), NOW);

    open(manager, old.clone(), NOW + 149 * SECOND);
    assertThatThrownBy(() -> open(manager, old.clone(), NOW + 152 * SECOND))
        .isInstanceOf(RejectedMessageException.class);
  }

  @Test
  void a_restart_of_the_peer_is_learned_from_its_first_authentic_message() throws Exception {
    UsmSession manager = session(authPriv(), 3, 100);
    open(manager, message(session(authPriv(), 3, 100), "before", NOW), NOW);

    open(manager, message(session(authPriv(), 4, 2), "after", NOW), NOW);

    assertRejected(
        manager, message(session(authPriv(), 3, 100), "replayed", NOW), Discard.OUT_OF_TIME_WINDOW);
  }

  @Test
  void a_lie_in_the_discovery_is_corrected_by_the_first_authentic_message() throws Exception {
    UsmSession manager = session(authPriv(), 2_000_000, 999);

    open(manager, message(session(authPriv(), 3, 100), "true", NOW), NOW);

    open(manager, message(session(authPriv(), 3, 101), "still true", NOW), NOW);
  }

  @Test
  void a_discovery_asks_without_a_user_and_shows_nothing() throws Exception {
    byte[] message = UsmSession.discovery(writer, 5, 5);
    IncomingMessage read = IncomingMessage.read(message, message.length);
    UsmParameters parameters = UsmParameters.read(read.reader());

    assertThat(read.id()).isEqualTo(5);
    assertThat(read.flags()).isEqualTo(4);
    assertThat(parameters.user()).isEmpty();
    assertThat(parameters.peer().engineId()).isEmpty();
    assertThat(parameters.digestLength()).isZero();
  }

  @Test
  void two_messages_of_the_same_content_differ_by_their_salt() {
    UsmSession session = session(authPriv(), 3, 100);

    byte[] one = message(session, "same", NOW);
    byte[] two = message(session, "same", NOW);

    assertThat(Arrays.equals(one, two)).isFalse();
  }

  @Test
  void a_session_that_forgot_its_engine_is_not_ready() {
    UsmSession session = session(authPriv(), 3, 100);
    assertThat(session.ready()).isTrue();

    session.disconnect();

    assertThat(session.ready()).isFalse();
  }
}
