package org.opennms.plugins.trunkline.config;

import java.util.Arrays;
import java.util.Optional;

/** A version of the SNMP message format, spelled as in the file of profiles. */
public enum SnmpVersion {
  /** RFC 1157: no GETBULK, no Counter64. */
  V1("v1"),
  /** RFC 1901, with a community. */
  V2C("v2c"),
  /** RFC 3412 with the User-based Security Model of RFC 3414. */
  V3("v3");

  private final String spelling;

  SnmpVersion(String spelling) {
    this.spelling = spelling;
  }

  /** For example {@code v2c}. */
  public String spelling() {
    return spelling;
  }

  /** The version that is spelled so, in any case. */
  public static Optional<SnmpVersion> parse(String text) {
    return Arrays.stream(values()).filter(v -> v.spelling.equalsIgnoreCase(text)).findFirst();
  }
}
