package org.opennms.plugins.trunkline.snmp.mib;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A DISPLAY-HINT (RFC 2579 section 3.1). Immutable and thread-safe. Hexadecimal octets are shown
 * with two digits ({@code 00:1b:21}), and the ASCII format admits UTF-8, which devices send in its
 * place.
 */
public final class DisplayHint {
  /** Nothing is said. */
  public static final DisplayHint NONE = new DisplayHint("", List.of());

  private static final int MAX_DECIMALS = 18;

  private final String text;
  private final List<HintPart> parts;

  private DisplayHint(String text, List<HintPart> parts) {
    this.text = text;
    this.parts = parts;
  }

  /** From the clause's text; what cannot be understood is kept as text and never applied. */
  static DisplayHint of(String text) {
    return text.isEmpty() ? NONE : new DisplayHint(text, HintPart.read(text));
  }

  /** Whether the hint only says that the octets are characters, or says nothing. */
  boolean isPlainText() {
    return parts.isEmpty() || (parts.size() == 1 && parts.get(0).isText());
  }

  /**
   * A whole number by an integer hint: {@code d}, {@code d-2} (hundredths), {@code x}, {@code o},
   * {@code b}.
   *
   * @return empty where the hint is for octets, or absent
   */
  public Optional<String> format(long number) {
    return switch (text) {
      case "d" -> Optional.of(Long.toString(number));
      case "x" -> Optional.of(Long.toHexString(number));
      case "o" -> Optional.of(Long.toOctalString(number));
      case "b" -> Optional.of(Long.toBinaryString(number));
      default -> text.startsWith("d-") ? decimals(number) : Optional.empty();
    };
  }

  private Optional<String> decimals(long number) {
    long decimals = Oid.arc(text, 2, text.length());
    if (decimals < 1 || decimals > MAX_DECIMALS) {
      return Optional.empty();
    }
    String sign = number < 0 ? "-" : "";
    StringBuilder digits =
        new StringBuilder(sign.isEmpty() ? "" + number : ("" + number).substring(1));
    while (digits.length() <= decimals) {
      digits.insert(0, '0');
    }
    digits.insert(digits.length() - (int) decimals, '.');
    return Optional.of(sign + digits);
  }

  /**
   * Octets by an octet hint, for example {@code 1x:}.
   *
   * @return empty where there is no such hint, or octets that should be characters are none
   */
  public Optional<String> format(byte[] octets) {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int i = 0; at < octets.length; i++) {
      HintPart part = parts.get(Math.min(i, parts.size() - 1));
      int next = part.format(octets, at, out);
      boolean stuck = next == at && i >= parts.size();
      if (next < 0 || stuck) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(out.toString());
  }

  /**
   * The octets that {@link #format(byte[])} shows so. Hints with a repeat count are not read.
   *
   * @return empty where the text does not fit the hint
   */
  public Optional<byte[]> parse(String shown) {
    if (parts.isEmpty() || parts.stream().anyMatch(HintPart::repeats)) {
      return Optional.empty();
    }
    if (isPlainText()) {
      return Optional.of(shown.getBytes(StandardCharsets.UTF_8));
    }
    OctetBuffer octets = new OctetBuffer();
    int at = 0;
    for (int i = 0; at < shown.length(); i++) {
      HintPart part = parts.get(Math.min(i, parts.size() - 1));
      int next = part.parse(shown, at, octets);
      if (next <= at || octets.size() > HintPart.MAX_OCTETS) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(octets.toArray());
  }

  /** The clause's text, empty for {@link #NONE}. */
  @Override
  public String toString() {
    return text;
  }
}
