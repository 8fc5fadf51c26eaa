package org.opennms.plugins.trunkline.snmp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns the octets of a DisplayString or SnmpAdminString into text. Stateless. */
final class SnmpText {
  private SnmpText() {}

  /**
   * UTF-8 where it is, else ISO-8859-1, which old devices mean by their octets. Control characters
   * go, line ends and tabs become a space, and so the text fits a line.
   */
  static String decode(byte[] octets) {
    String text = charactersOf(octets);
    StringBuilder clean = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        space = true;
      } else if (!Character.isISOControl(c)) {
        if (space && clean.length() > 0) {
          clean.append(' ');
        }
        space = false;
        clean.append(c);
      }
    }
    return clean.toString();
  }

  private static String charactersOf(byte[] octets) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(octets))
          .toString();
    } catch (CharacterCodingException e) {
      // A limit of 255 octets may cut a character in two.
      return cutCharacter(octets);
    }
  }

  private static String cutCharacter(byte[] octets) {
    int end = octets.length;
    while (end > 0 && end > octets.length - 4 && (octets[end - 1] & 0xc0) == 0x80) {
      end--;
    }
    if (octets.length >= 255 && end > 0 && (octets[end - 1] & 0xc0) == 0xc0) {
      String cut = new String(octets, 0, end - 1, StandardCharsets.UTF_8);
      if (cut.indexOf('\ufffd') < 0) {
        return cut;
      }
    }
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  /** Octets as {@code 00:1b:2c:3d:4e:5f}; empty for none. */
  static String physAddress(byte[] octets) {
    StringBuilder text = new StringBuilder(octets.length * 3);
    for (byte octet : octets) {
      if (text.length() > 0) {
        text.append(':');
      }
      text.append(Character.forDigit((octet >> 4) & 0xf, 16));
      text.append(Character.forDigit(octet & 0xf, 16));
    }
    return text.toString();
  }
}
