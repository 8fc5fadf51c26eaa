package org.opennms.plugins.trunkline.sandbox.network;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.snmp4j.smi.OctetString;

/** Engine identifiers of the form of RFC 3411 (SnmpEngineID): enterprise, format, the rest. */
final class EngineIds {
  private static final int NET_SNMP = 8072;
  private static final int NEW_FORM = 0x8000_0000;
  private static final byte MAC = 3;
  private static final byte ADMINISTRATIVE_OCTETS = 5;

  private EngineIds() {}

  static OctetString ofMac(int enterprise, byte[] mac) {
    return of(enterprise, MAC, mac);
  }

  /** The same text gives the same identifier. */
  static OctetString ofText(String text) {
    UUID hash = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    ByteBuffer octets = ByteBuffer.allocate(16);
    octets.putLong(hash.getMostSignificantBits()).putLong(hash.getLeastSignificantBits());
    return of(NET_SNMP, ADMINISTRATIVE_OCTETS, octets.array());
  }

  private static OctetString of(int enterprise, byte format, byte[] rest) {
    ByteBuffer octets = ByteBuffer.allocate(5 + rest.length);
    octets.putInt(enterprise | NEW_FORM).put(format).put(rest);
    return new OctetString(octets.array());
  }
}
