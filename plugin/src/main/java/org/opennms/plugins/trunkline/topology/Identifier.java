package org.opennms.plugins.trunkline.topology;

import java.util.Objects;

/**
 * A chassis or port id in canonical form, so that two spellings of one id are equal.
 *
 * @param kind what the value names
 * @param value MAC addresses as {@code aa:bb:cc:dd:ee:ff}, network addresses as literals, all else
 *     as announced without outer blanks; empty for {@link Kind#NONE} only
 */
public record Identifier(Kind kind, String value) {
  /** Nothing usable was announced. */
  public static final Identifier NONE = new Identifier(Kind.NONE, "");

  /** What an id names: IEEE 802.1AB's LldpChassisIdSubtype and LldpPortIdSubtype, folded. */
  public enum Kind {
    /** Nothing. */
    NONE,
    /** A MAC address, whichever subtype it came under. */
    MAC,
    /** An IPv4 or IPv6 address. */
    ADDRESS,
    /** interfaceName: ifName. */
    NAME,
    /** interfaceAlias: ifAlias. */
    ALIAS,
    /** chassisComponent and portComponent: entPhysicalAlias. */
    COMPONENT,
    /** local: whatever the device likes, often an ifIndex or a port number. */
    LOCAL,
    /** agentCircuitId (RFC 3046). */
    CIRCUIT,
    /** A port number of the spanning tree. */
    BRIDGE_PORT,
    /** Text without a valid subtype, as in CDP. */
    TEXT
  }

  /** Rejects missing parts. */
  public Identifier {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(value, "value");
    if (value.isEmpty() != (kind == Kind.NONE)) {
      throw new IllegalArgumentException("an id of kind " + kind + " with value '" + value + "'");
    }
  }

  /** Whether there is one. */
  public boolean isPresent() {
    return kind != Kind.NONE;
  }

  /** For keys: kind and value. */
  @Override
  public String toString() {
    return isPresent() ? kind + ":" + value : "";
  }
}
