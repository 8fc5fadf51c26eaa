package org.opennms.plugins.trunkline.snmp;

/** Bytes that are no snmp-stream block; the message says where and why. */
public final class SnmpStreamException extends Exception {
  private static final long serialVersionUID = 1L;

  SnmpStreamException(int offset, String why) {
    super("at octet " + offset + ": " + why);
  }
}
