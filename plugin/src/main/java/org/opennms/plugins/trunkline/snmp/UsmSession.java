package org.opennms.plugins.trunkline.snmp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.ByteArrayWindow;
import org.snmp4j.security.DecryptParams;
import org.snmp4j.security.PrivacyProtocol;

/**
 * SNMPv3 with one user of one agent (RFC 3412, 3414), in the role of the non-authoritative engine.
 * Each agent has a session of its own, so that agents that share an engine id, by accident or by
 * malice, cannot disturb each other. Used by one thread.
 */
final class UsmSession {
  private static final int FLAG_AUTH = 1;
  private static final int FLAG_PRIV = 2;
  private static final int FLAG_REPORTABLE = 4;
  private static final int MAX_MESSAGE = 65_507;
  private static final byte[] NONE = {};

  private final SnmpSecurity.Usm security;
  private final byte[] user;
  private final byte[] contextName;
  private final AuthenticationProtocol auth;
  private final PrivacyProtocol priv;
  private final UsmClock clock = new UsmClock();
  private byte[] engineId;
  private UsmKeys.Localized keys;

  UsmSession(SnmpSecurity.Usm security) {
    this.security = security;
    user = security.user().getBytes(StandardCharsets.UTF_8);
    contextName = security.contextName().getBytes(StandardCharsets.UTF_8);
    auth = security.auth().map(a -> UsmAlgorithms.of(a.protocol())).orElse(null);
    priv = security.priv().map(p -> UsmAlgorithms.of(p.protocol())).orElse(null);
  }

  SnmpSecurity.Usm security() {
    return security;
  }

  /** Whether the engine is known, so that requests can be encoded. */
  boolean ready() {
    return engineId != null;
  }

  /** Starts to speak with an engine. */
  void connect(UsmPeer peer, UsmKeys.Localized localized, long now) {
    engineId = peer.engineId();
    keys = localized;
    clock.guess(peer.boots(), peer.time(), now);
  }

  /** Forgets the engine: the next request discovers it anew. */
  void disconnect() {
    engineId = null;
    keys = null;
  }

  /** An unauthenticated request without content, to which an engine answers with its id. */
  static byte[] discovery(BerWriter writer, int msgId, int requestId) {
    writer.reset();
    RequestPdu.reading(PduType.GET, new int[0][]).write(writer, requestId);
    writer.octetString(NONE);
    writer.octetString(NONE);
    writer.wrap(BerReader.SEQUENCE, 0);
    securityParameters(writer, new UsmPeer(NONE, 0, 0), NONE, NONE, NONE);
    head(writer, msgId, FLAG_REPORTABLE);
    return writer.toByteArray();
  }

  byte[] encode(BerWriter writer, int msgId, RequestPdu pdu, int requestId, long now) {
    writer.reset();
    pdu.write(writer, requestId);
    writer.octetString(contextName);
    writer.octetString(engineId);
    writer.wrap(BerReader.SEQUENCE, 0);
    UsmPeer peer = new UsmPeer(engineId, clock.boots(), clock.time(now));
    byte[] salt = priv == null ? NONE : encrypt(writer, peer);
    byte[] digest = auth == null ? NONE : new byte[auth.getAuthenticationCodeLength()];
    int digestEnd = securityParameters(writer, peer, user, digest, salt);
    // Nobody reports an error back to whoever sent a trap (RFC 3412 section 6.4).
    int reportable = pdu.type() == PduType.TRAP ? 0 : FLAG_REPORTABLE;
    int flags = reportable | (auth == null ? 0 : FLAG_AUTH) | (priv == null ? 0 : FLAG_PRIV);
    head(writer, msgId, flags);
    byte[] message = writer.toByteArray();
    if (auth != null) {
      int from = message.length - digestEnd;
      auth.authenticate(
          keys.auth(),
          message,
          0,
          message.length,
          new ByteArrayWindow(message, from, digest.length));
    }
    return message;
  }

  private byte[] encrypt(BerWriter writer, UsmPeer peer) {
    byte[] plain = writer.toByteArray();
    DecryptParams salt = new DecryptParams();
    byte[] secret =
        priv.encrypt(plain, 0, plain.length, keys.priv(), peer.boots(), peer.time(), salt);
    writer.reset();
    writer.octetString(secret);
    return Arrays.copyOfRange(salt.array, salt.offset, salt.offset + salt.length);
  }

  /** Returns how many octets before the message's end the digest starts. */
  private static int securityParameters(
      BerWriter writer, UsmPeer peer, byte[] user, byte[] digest, byte[] salt) {
    int mark = writer.size();
    writer.octetString(salt);
    writer.raw(digest);
    int digestEnd = writer.size();
    writer.wrap(BerReader.OCTET_STRING, digestEnd - digest.length);
    writer.octetString(user);
    writer.integer(peer.time());
    writer.integer(peer.boots());
    writer.octetString(peer.engineId());
    writer.wrap(BerReader.SEQUENCE, mark);
    writer.wrap(BerReader.OCTET_STRING, mark);
    return digestEnd;
  }

  private static void head(BerWriter writer, int msgId, int flags) {
    int mark = writer.size();
    writer.integer(IncomingMessage.USM);
    writer.octetString(new byte[] {(byte) flags});
    writer.integer(MAX_MESSAGE);
    writer.integer(msgId);
    writer.wrap(BerReader.SEQUENCE, mark);
    writer.integer(IncomingMessage.V3);
    writer.wrap(BerReader.SEQUENCE, 0);
  }

  /**
   * Checks and decrypts an answer.
   *
   * @throws RejectedMessageException when it must not be used
   */
  UsmAnswer open(IncomingMessage message, long now)
      throws MalformedMessageException, RejectedMessageException {
    UsmParameters parameters = UsmParameters.read(message.reader());
    boolean authentic = (message.flags() & FLAG_AUTH) != 0;
    if (authentic) {
      verify(message, parameters, now);
    }
    AnswerPdu pdu =
        (message.flags() & FLAG_PRIV) != 0
            ? scopedPdu(decrypted(message, parameters, authentic))
            : scopedPdu(message.reader());
    boolean asSecure =
        (auth == null || authentic) && (priv == null || (message.flags() & FLAG_PRIV) != 0);
    if (pdu.type() != PduType.REPORT && !asSecure) {
      throw new RejectedMessageException(Discard.UNAUTHENTIC);
    }
    if (pdu.type() != PduType.REPORT && !Arrays.equals(parameters.peer().engineId(), engineId)) {
      throw new RejectedMessageException(Discard.UNAUTHENTIC);
    }
    return new UsmAnswer(pdu, parameters.peer(), authentic);
  }

  private void verify(IncomingMessage message, UsmParameters parameters, long now)
      throws RejectedMessageException {
    boolean possible =
        auth != null
            && keys != null
            && parameters.digestLength() == auth.getAuthenticationCodeLength()
            && Arrays.equals(parameters.peer().engineId(), engineId)
            && Arrays.equals(parameters.user(), user);
    byte[] bytes = message.reader().bytes();
    if (!possible
        || !auth.isAuthentic(
            keys.auth(),
            bytes,
            0,
            message.reader().limit(),
            new ByteArrayWindow(bytes, parameters.digestFrom(), parameters.digestLength()))) {
      throw new RejectedMessageException(Discard.UNAUTHENTIC);
    }
    if (!clock.accept(parameters.peer().boots(), parameters.peer().time(), now)) {
      throw new RejectedMessageException(Discard.OUT_OF_TIME_WINDOW);
    }
  }

  private BerReader decrypted(IncomingMessage message, UsmParameters parameters, boolean authentic)
      throws MalformedMessageException, RejectedMessageException {
    BerReader reader = message.reader();
    int end = reader.enter(BerReader.OCTET_STRING);
    if (priv == null || !authentic || parameters.salt().length != priv.getDecryptParamsLength()) {
      throw new RejectedMessageException(Discard.UNDECRYPTABLE);
    }
    byte[] plain =
        priv.decrypt(
            reader.bytes(),
            reader.position(),
            end - reader.position(),
            keys.priv(),
            parameters.peer().boots(),
            parameters.peer().time(),
            new DecryptParams(parameters.salt(), 0, parameters.salt().length));
    if (plain == null) {
      throw new RejectedMessageException(Discard.UNDECRYPTABLE);
    }
    return new BerReader(plain, 0, plain.length);
  }

  private static AnswerPdu scopedPdu(BerReader reader) throws MalformedMessageException {
    reader.limit(reader.enter(BerReader.SEQUENCE));
    reader.skipTo(reader.enter(BerReader.OCTET_STRING));
    reader.skipTo(reader.enter(BerReader.OCTET_STRING));
    return AnswerPdu.read(reader, false);
  }
}
