package org.opennms.plugins.trunkline.topology;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** MAC addresses, in all spellings that devices and recordings use. Stateless. */
final class MacText {
  private static final int OCTETS = 6;
  private static final HexFormat COLONS = HexFormat.ofDelimiter(":");
  private static final String PAIR = "[0-9A-Fa-f]{1,2}";
  private static final Pattern PAIRS =
      Pattern.compile(PAIR + "([:.\\- ])" + PAIR + "(\\1" + PAIR + "){4}");
  private static final Pattern QUADS =
      Pattern.compile("[0-9A-Fa-f]{4}([.:\\-])[0-9A-Fa-f]{4}\\1[0-9A-Fa-f]{4}");
  private static final Pattern HALVES = Pattern.compile("[0-9A-Fa-f]{6}[:\\-][0-9A-Fa-f]{6}");
  private static final Pattern PLAIN = Pattern.compile("(0[xX])?[0-9A-Fa-f]{12}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]*");
  private static final Pattern SEPARATORS = Pattern.compile("[:.\\- ]");
  private static final int LONGEST = 17;

  private MacText() {}

  /** Six octets as {@code aa:bb:cc:dd:ee:ff}; empty for any other number of them. */
  static Optional<String> of(byte[] octets) {
    return octets.length == OCTETS ? Optional.of(COLONS.formatHex(octets)) : Optional.empty();
  }

  /**
   * A MAC address as text. Twelve plain digits without a letter may as well be a serial number:
   * they count only where the context says that it is a MAC address.
   *
   * @param isExpected whether the context says so
   */
  static Optional<String> parse(String text, boolean isExpected) {
    String trimmed = text.strip();
    if (trimmed.length() > LONGEST || trimmed.length() < OCTETS + 5) {
      return Optional.empty();
    }
    if (PAIRS.matcher(trimmed).matches()) {
      return Optional.of(fromPairs(SEPARATORS.split(trimmed, -1)));
    }
    boolean isMac =
        QUADS.matcher(trimmed).matches()
            || HALVES.matcher(trimmed).matches()
            || (PLAIN.matcher(trimmed).matches() && (isExpected || hasSign(trimmed)));
    return isMac ? Optional.of(fromDigits(trimmed)) : Optional.empty();
  }

  /** Whether it can identify a device: no broadcast, no multicast, not all zero. */
  static boolean isTelling(String mac) {
    boolean isGroup = (Character.digit(mac.charAt(1), 16) & 1) == 1;
    return !isGroup && !mac.equals("00:00:00:00:00:00");
  }

  private static boolean hasSign(String plain) {
    return !DIGITS.matcher(plain).matches();
  }

  private static String fromPairs(String[] pairs) {
    StringBuilder digits = new StringBuilder(12);
    for (String pair : pairs) {
      digits.append(pair.length() == 1 ? "0" : "").append(pair);
    }
    return fromDigits(digits.toString());
  }

  private static String fromDigits(String text) {
    String digits = SEPARATORS.matcher(text).replaceAll("");
    return COLONS.formatHex(HexFormat.of().parseHex(digits.substring(digits.length() - 12)));
  }
}
