package org.opennms.plugins.trunkline.config;

import java.util.Optional;

/** How SNMPv3 messages are authenticated: RFC 3414 (MD5, SHA) and RFC 7860 (the SHA-2 family). */
public enum SnmpAuthProtocol implements SpelledProtocol {
  /** usmHMACMD5AuthProtocol; broken, for old devices only. */
  MD5("MD5", "MD5"),
  /** usmHMACSHAAuthProtocol. */
  SHA("SHA", "SHA1"),
  /** usmHMAC128SHA224AuthProtocol. */
  SHA_224("SHA-224", "SHA224"),
  /** usmHMAC192SHA256AuthProtocol. */
  SHA_256("SHA-256", "SHA256"),
  /** usmHMAC256SHA384AuthProtocol. */
  SHA_384("SHA-384", "SHA384"),
  /** usmHMAC384SHA512AuthProtocol. */
  SHA_512("SHA-512", "SHA512");

  private final String spelling;
  private final String shorthand;

  SnmpAuthProtocol(String spelling, String shorthand) {
    this.spelling = spelling;
    this.shorthand = shorthand;
  }

  /** For example {@code SHA-256}. */
  @Override
  public String spelling() {
    return spelling;
  }

  /** For example {@code SHA256}. */
  @Override
  public String shorthand() {
    return shorthand;
  }

  /** The protocol that is spelled so, in any case, with or without hyphens. */
  public static Optional<SnmpAuthProtocol> parse(String text) {
    return SpelledProtocol.parse(values(), text);
  }
}
