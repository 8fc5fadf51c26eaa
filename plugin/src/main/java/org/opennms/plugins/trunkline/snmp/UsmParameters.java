package org.opennms.plugins.trunkline.snmp;

import java.util.Arrays;

/**
 * UsmSecurityParameters of a received message (RFC 3414 section 2.4).
 *
 * @param peer the authoritative engine
 * @param user msgUserName
 * @param digestFrom where msgAuthenticationParameters lie in the message
 * @param digestLength how long they are
 * @param salt msgPrivacyParameters
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record UsmParameters(UsmPeer peer, byte[] user, int digestFrom, int digestLength, byte[] salt) {
  private static final int LONGEST_ENGINE_ID = 32;

  /** Reads them and leaves the reader after them, with the limit it had. */
  static UsmParameters read(BerReader reader) throws MalformedMessageException {
    int limit = reader.limit();
    int end = reader.enter(BerReader.OCTET_STRING);
    reader.limit(end);
    reader.limit(reader.enter(BerReader.SEQUENCE));
    byte[] engineId = octets(reader);
    if (engineId.length > LONGEST_ENGINE_ID) {
      throw new MalformedMessageException("an engine id of " + engineId.length + " octets");
    }
    int boots = reader.integer();
    int time = reader.integer();
    if (boots < 0 || time < 0) {
      throw new MalformedMessageException("negative engine boots or time");
    }
    byte[] user = octets(reader);
    int digestEnd = reader.enter(BerReader.OCTET_STRING);
    int digestFrom = reader.position();
    reader.skipTo(digestEnd);
    byte[] salt = octets(reader);
    reader.limit(limit);
    reader.skipTo(end);
    return new UsmParameters(
        new UsmPeer(engineId, boots, time), user, digestFrom, digestEnd - digestFrom, salt);
  }

  private static byte[] octets(BerReader reader) throws MalformedMessageException {
    int end = reader.enter(BerReader.OCTET_STRING);
    byte[] octets = Arrays.copyOfRange(reader.bytes(), reader.position(), end);
    reader.skipTo(end);
    return octets;
  }
}
