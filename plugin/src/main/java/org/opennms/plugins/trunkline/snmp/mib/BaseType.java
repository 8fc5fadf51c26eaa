package org.opennms.plugins.trunkline.snmp.mib;

import java.util.Map;

/** What a SYNTAX comes down to: the base types of SMIv2 (RFC 2578 section 7.1) and SMIv1. */
public enum BaseType {
  /** No syntax: a node, a table, a row. */
  NONE,
  /** INTEGER, Integer32 and enumerations. */
  INTEGER32,
  /** Unsigned32 and Gauge32, which share a tag. */
  UNSIGNED32,
  /** Counter32. */
  COUNTER32,
  /** Counter64. */
  COUNTER64,
  /** TimeTicks, 1/100 s. */
  TIME_TICKS,
  /** OCTET STRING. */
  OCTET_STRING,
  /** BITS: an OCTET STRING of labelled bits, the first bit highest. */
  BITS,
  /** OBJECT IDENTIFIER. */
  OBJECT_IDENTIFIER,
  /** IpAddress, 4 octets. */
  IP_ADDRESS,
  /** NetworkAddress of SMIv1: an IpAddress, in an index preceded by its kind. */
  NETWORK_ADDRESS,
  /** Opaque. */
  OPAQUE;

  private static final Map<String, BaseType> BY_NAME =
      Map.ofEntries(
          Map.entry("INTEGER", INTEGER32),
          Map.entry("Integer32", INTEGER32),
          Map.entry("Unsigned32", UNSIGNED32),
          Map.entry("UInteger32", UNSIGNED32),
          Map.entry("Gauge32", UNSIGNED32),
          Map.entry("Gauge", UNSIGNED32),
          Map.entry("Counter32", COUNTER32),
          Map.entry("Counter", COUNTER32),
          Map.entry("Counter64", COUNTER64),
          Map.entry("TimeTicks", TIME_TICKS),
          Map.entry("OCTET STRING", OCTET_STRING),
          Map.entry("NsapAddress", OCTET_STRING),
          Map.entry("BITS", BITS),
          Map.entry("OBJECT IDENTIFIER", OBJECT_IDENTIFIER),
          Map.entry("IpAddress", IP_ADDRESS),
          Map.entry("NetworkAddress", NETWORK_ADDRESS),
          Map.entry("Opaque", OPAQUE));

  /** The base type of this name in SMIv1 or SMIv2, or {@link #NONE}. */
  static BaseType named(String name) {
    return BY_NAME.getOrDefault(name, NONE);
  }

  /** Whether values are whole numbers. */
  public boolean isNumber() {
    return switch (this) {
      case INTEGER32, UNSIGNED32, COUNTER32, COUNTER64, TIME_TICKS -> true;
      default -> false;
    };
  }

  /** Whether values are octets without a form of their own. */
  public boolean isOctets() {
    return this == OCTET_STRING || this == BITS || this == OPAQUE;
  }
}
