package org.opennms.plugins.trunkline.topology;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * A value as it came from an agent or a recording: an integer of any type, or octets. Immutable.
 */
public final class TableValue {
  private static final int MOST_DIGITS = 18;
  private static final byte[] NONE = {};

  private final boolean isNumber;
  private final long number;
  private final byte[] octets;

  private TableValue(boolean isNumber, long number, byte[] octets) {
    this.isNumber = isNumber;
    this.number = number;
    this.octets = octets;
  }

  /** An integer of any type. */
  public static TableValue of(long number) {
    return new TableValue(true, number, NONE);
  }

  /** An OCTET STRING or IpAddress. */
  public static TableValue of(byte[] octets) {
    return new TableValue(false, 0, octets.clone());
  }

  /** Text, in UTF-8. */
  public static TableValue of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether its type is one of the integers. */
  public boolean isNumber() {
    return isNumber;
  }

  /** Its octets; empty for an integer. */
  public byte[] octets() {
    return octets.clone();
  }

  /** An integer; some agents send it as text. */
  public OptionalLong number() {
    if (isNumber) {
      return OptionalLong.of(number);
    }
    String text = new String(octets, StandardCharsets.ISO_8859_1).strip();
    boolean digits = !text.isEmpty() && text.length() <= MOST_DIGITS;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }
}
