package org.opennms.plugins.trunkline.snmp;

import java.util.Arrays;

/**
 * The head of a received message, as far as it can be read before the request it answers is known.
 *
 * @param version msgVersion: 0, 1 or 3
 * @param id what the request is found by: request-id, for SNMPv3 msgID
 * @param reader stands after what was read
 * @param community of v1 and v2c, else null
 * @param pdu of v1 and v2c, else null
 * @param flags msgFlags of SNMPv3
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IncomingMessage(
    int version, int id, BerReader reader, byte[] community, AnswerPdu pdu, int flags) {
  static final int V1 = 0;
  static final int V2C = 1;
  static final int V3 = 3;
  static final int USM = 3;

  /** Reads a datagram's head. */
  static IncomingMessage read(byte[] bytes, int length) throws MalformedMessageException {
    BerReader reader = new BerReader(bytes, 0, length);
    reader.limit(reader.enter(BerReader.SEQUENCE));
    int version = reader.integer();
    return switch (version) {
      case V1, V2C -> withCommunity(reader, version);
      case V3 -> withGlobalData(reader);
      default -> throw new MalformedMessageException("version " + version);
    };
  }

  private static IncomingMessage withCommunity(BerReader reader, int version)
      throws MalformedMessageException {
    int end = reader.enter(BerReader.OCTET_STRING);
    byte[] community = Arrays.copyOfRange(reader.bytes(), reader.position(), end);
    reader.skipTo(end);
    AnswerPdu pdu = AnswerPdu.read(reader, version == V1);
    return new IncomingMessage(version, pdu.requestId(), reader, community, pdu, 0);
  }

  private static IncomingMessage withGlobalData(BerReader reader) throws MalformedMessageException {
    int end = reader.enter(BerReader.SEQUENCE);
    int id = reader.integer();
    reader.integer();
    int flagsEnd = reader.enter(BerReader.OCTET_STRING);
    if (flagsEnd - reader.position() != 1) {
      throw new MalformedMessageException("msgFlags of another length than 1");
    }
    int flags = reader.bytes()[reader.position()];
    reader.skipTo(flagsEnd);
    if (reader.integer() != USM) {
      throw new MalformedMessageException("another security model than USM");
    }
    reader.skipTo(end);
    return new IncomingMessage(V3, id, reader, null, null, flags);
  }
}
