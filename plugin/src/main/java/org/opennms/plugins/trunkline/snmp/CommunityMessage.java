package org.opennms.plugins.trunkline.snmp;

/** Messages of SNMPv1 and v2c (RFC 1157, RFC 1901). Stateless. */
final class CommunityMessage {
  private CommunityMessage() {}

  static byte[] encode(
      BerWriter writer, SnmpSecurity.Community security, RequestPdu pdu, int requestId) {
    writer.reset();
    pdu.write(writer, requestId);
    return wrap(writer, security);
  }

  /** The message around a PDU that is written already. */
  static byte[] wrap(BerWriter writer, SnmpSecurity.Community security) {
    writer.octetString(AnswerPdu.community(security.community()));
    writer.integer(security.v1() ? IncomingMessage.V1 : IncomingMessage.V2C);
    writer.wrap(BerReader.SEQUENCE, 0);
    return writer.toByteArray();
  }
}
