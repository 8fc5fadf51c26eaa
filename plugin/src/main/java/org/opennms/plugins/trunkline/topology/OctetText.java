package org.opennms.plugins.trunkline.topology;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Octets that a stranger sent, as one line of text. Stateless. */
final class OctetText {
  /** Far above what a TLV carries (511 octets, IEEE 802.1AB section 9.4). */
  private static final int LONGEST = 1_024;

  private static final int SHORT = 9;

  private OctetText() {}

  /**
   * UTF-8 where it is, else ISO-8859-1. Control characters go, line ends and tabs become one space,
   * outer blanks go, and so no name can break a line, a log or a terminal.
   */
  static String of(byte[] octets) {
    String raw = characters(octets);
    StringBuilder clean = new StringBuilder(Math.min(raw.length(), LONGEST));
    boolean blank = false;
    for (int i = 0; i < raw.length() && clean.length() < LONGEST; i++) {
      char c = raw.charAt(i);
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        blank = true;
      } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
        if (blank && clean.length() > 0) {
          clean.append(' ');
        }
        blank = false;
        clean.append(c);
      }
    }
    return clean.toString();
  }

  /** Whether all of it is printable ASCII. */
  static boolean isPrintable(byte[] octets) {
    return isPrintable(octets, octets.length);
  }

  /** Whether all of it is printable ASCII, but for C's end of text. */
  static boolean isTerminatedText(byte[] octets) {
    int end = end(octets);
    return end > 0 && isPrintable(octets, end);
  }

  private static boolean isPrintable(byte[] octets, int end) {
    for (int i = 0; i < end; i++) {
      if (octets[i] < ' ' || octets[i] > '~') {
        return false;
      }
    }
    return true;
  }

  /** Whether it is no text: control characters in it, or a few octets that are no UTF-8. */
  static boolean isBinary(byte[] octets) {
    int end = end(octets);
    for (int i = 0; i < end; i++) {
      boolean isBlank = octets[i] >= '\t' && octets[i] <= '\r';
      if (octets[i] >= 0 && octets[i] < ' ' && !isBlank) {
        return true;
      }
    }
    return (end == 0 && octets.length > 0) || (end < SHORT && utf8(octets, end).isEmpty());
  }

  private static String characters(byte[] octets) {
    int end = end(octets);
    return utf8(octets, end)
        .orElseGet(() -> new String(octets, 0, end, StandardCharsets.ISO_8859_1));
  }

  /** C's end of text; behind it is whatever lay there. */
  private static int end(byte[] octets) {
    int end = octets.length;
    while (end > 0 && octets[end - 1] == 0) {
      end--;
    }
    return end;
  }

  private static Optional<String> utf8(byte[] octets, int end) {
    try {
      ByteBuffer text = ByteBuffer.wrap(octets, 0, end);
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(text).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
