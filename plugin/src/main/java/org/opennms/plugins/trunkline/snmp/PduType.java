package org.opennms.plugins.trunkline.snmp;

/** Tags of the PDUs of RFC 3416 and of SNMPv1's trap. */
final class PduType {
  static final int GET = 0xa0;
  static final int GET_NEXT = 0xa1;
  static final int RESPONSE = 0xa2;
  static final int SET = 0xa3;
  static final int TRAP_V1 = 0xa4;
  static final int GET_BULK = 0xa5;
  static final int INFORM = 0xa6;
  static final int TRAP = 0xa7;
  static final int REPORT = 0xa8;

  private PduType() {}
}
