package org.opennms.plugins.trunkline.snmp;

/** The type of a varbind's value: the SMIv2 types of RFC 2578 and the exceptions of RFC 3416. */
public enum ValueType {
  /** Integer32, and enumerations. */
  INTEGER(0x02),
  /** OCTET STRING and BITS. */
  OCTET_STRING(0x04),
  /** NULL. */
  NULL(0x05),
  /** OBJECT IDENTIFIER. */
  OBJECT_ID(0x06),
  /** IpAddress, 4 octets. */
  IP_ADDRESS(0x40),
  /** Counter32. */
  COUNTER32(0x41),
  /** Gauge32 and Unsigned32. */
  GAUGE32(0x42),
  /** TimeTicks, 1/100 s. */
  TIME_TICKS(0x43),
  /** Opaque. */
  OPAQUE(0x44),
  /** Counter64. */
  COUNTER64(0x46),
  /** noSuchObject. */
  NO_SUCH_OBJECT(0x80),
  /** noSuchInstance. */
  NO_SUCH_INSTANCE(0x81),
  /** endOfMibView. */
  END_OF_MIB_VIEW(0x82);

  private static final ValueType[] BY_TAG = new ValueType[256];

  static {
    for (ValueType type : values()) {
      BY_TAG[type.tag] = type;
    }
  }

  private final int tag;

  ValueType(int tag) {
    this.tag = tag;
  }

  /** The BER tag. */
  public int tag() {
    return tag;
  }

  /** Whether the value fits a long: the integers. */
  public boolean isNumber() {
    return switch (this) {
      case INTEGER, COUNTER32, GAUGE32, TIME_TICKS, COUNTER64 -> true;
      default -> false;
    };
  }

  /** The same of a tag that is known to be one. */
  static boolean isNumber(int tag) {
    return BY_TAG[tag & 0xff].isNumber();
  }

  static ValueType of(int tag) throws MalformedMessageException {
    ValueType type = BY_TAG[tag & 0xff];
    if (type == null) {
      throw new MalformedMessageException("a value of tag 0x" + Integer.toHexString(tag));
    }
    return type;
  }
}
