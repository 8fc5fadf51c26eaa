package org.opennms.plugins.trunkline.config;

import java.util.Optional;

/**
 * How SNMPv3 messages are encrypted. AES-192 and AES-256 come in two kinds that differ in how a
 * short key is lengthened: that of draft-blumenthal-aes-usm-04 (net-snmp, most vendors) and that of
 * draft-reeder-snmpv3-usm-3desede-00 (Cisco, the {@code -C} names).
 */
public enum SnmpPrivProtocol implements SpelledProtocol {
  /** usmDESPrivProtocol, RFC 3414; broken, for old devices only. */
  DES("DES", "DES"),
  /** 3DES-EDE in CBC mode, draft-reeder-snmpv3-usm-3desede-00. */
  TRIPLE_DES("3DES", "TRIPLEDES"),
  /** usmAesCfb128Protocol, RFC 3826. */
  AES_128("AES-128", "AES"),
  /** AES-192 with Blumenthal's key extension. */
  AES_192("AES-192", "AES192"),
  /** AES-256 with Blumenthal's key extension. */
  AES_256("AES-256", "AES256"),
  /** AES-192 with Reeder's key extension. */
  AES_192_C("AES-192-C", "AES192C"),
  /** AES-256 with Reeder's key extension. */
  AES_256_C("AES-256-C", "AES256C");

  private final String spelling;
  private final String shorthand;

  SnmpPrivProtocol(String spelling, String shorthand) {
    this.spelling = spelling;
    this.shorthand = shorthand;
  }

  /** For example {@code AES-128}. */
  @Override
  public String spelling() {
    return spelling;
  }

  /** For example {@code AES256}. */
  @Override
  public String shorthand() {
    return shorthand;
  }

  /** The protocol that is spelled so, in any case, with or without hyphens. */
  public static Optional<SnmpPrivProtocol> parse(String text) {
    return SpelledProtocol.parse(values(), text);
  }
}
