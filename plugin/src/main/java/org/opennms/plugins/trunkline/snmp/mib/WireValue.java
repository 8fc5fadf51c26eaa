package org.opennms.plugins.trunkline.snmp.mib;

import java.util.Objects;

/** A value as SNMP carries it, without knowledge of any MIB. Immutable. */
public sealed interface WireValue {
  /**
   * A whole number.
   *
   * @param type INTEGER32, UNSIGNED32, COUNTER32, COUNTER64 or TIME_TICKS
   * @param value COUNTER64 as an unsigned 64-bit number
   */
  record Whole(BaseType type, long value) implements WireValue {
    /** Rejects other types. */
    public Whole {
      if (!type.isNumber()) {
        throw new IllegalArgumentException(type + " is no number");
      }
    }
  }

  /**
   * Octets.
   *
   * @param type OCTET_STRING (also BITS), IP_ADDRESS or OPAQUE
   * @param octets not copied; the caller leaves them alone
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy per varbind would cost
  record Octets(BaseType type, byte[] octets) implements WireValue {
    /** Rejects missing parts. */
    public Octets {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(octets, "octets");
    }
  }

  /**
   * An OBJECT IDENTIFIER.
   *
   * @param oid the value
   */
  record Identifier(Oid oid) implements WireValue {
    /** Rejects a missing value. */
    public Identifier {
      Objects.requireNonNull(oid, "oid");
    }
  }
}
