package org.opennms.plugins.trunkline.snmp.mib;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One octet-format specification of a DISPLAY-HINT, for example {@code 1x:}.
 *
 * @param repeats whether the octet before tells how often it applies
 * @param length octets that it takes
 * @param format one of x, d, o, a, t
 * @param separator shown after it unless the value ends, 0 for none
 * @param terminator shown after the last repetition, 0 for none
 */
record HintPart(boolean repeats, int length, char format, char separator, char terminator) {
  /** Longer values are no names for anybody; also bounds what a hostile hint can do. */
  static final int MAX_OCTETS = 65_535;

  private static final int LONGEST_NUMBER = 7;

  /** All parts of a hint; empty when it is no octet hint. */
  static List<HintPart> read(String hint) {
    List<HintPart> parts = new ArrayList<>();
    int at = 0;
    while (at < hint.length()) {
      boolean repeats = hint.charAt(at) == '*';
      int digits = repeats ? at + 1 : at;
      int letter = digits;
      while (letter < hint.length() && isDigit(hint.charAt(letter))) {
        letter++;
      }
      long length = Oid.arc(hint, digits, letter);
      if (length < 0
          || length > MAX_OCTETS
          || letter == hint.length()
          || "xdoat".indexOf(hint.charAt(letter)) < 0) {
        return List.of();
      }
      at = letter + 1;
      char separator = mark(hint, at);
      at += separator == 0 ? 0 : 1;
      char terminator = repeats && separator != 0 ? mark(hint, at) : 0;
      at += terminator == 0 ? 0 : 1;
      parts.add(new HintPart(repeats, (int) length, hint.charAt(letter), separator, terminator));
    }
    return List.copyOf(parts);
  }

  private static char mark(String hint, int at) {
    boolean isMark = at < hint.length() && !isDigit(hint.charAt(at)) && hint.charAt(at) != '*';
    return isMark ? hint.charAt(at) : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  boolean isText() {
    return format == 'a' || format == 't';
  }

  /**
   * Shows octets from a position on; gives the next position, or -1 when they are no characters.
   */
  int format(byte[] octets, int from, StringBuilder out) {
    int at = from;
    int times = 1;
    if (repeats) {
      times = octets[at++] & 0xff;
    }
    for (int i = 0; i < times && (at < octets.length || length == 0); i++) {
      int end = Math.min(octets.length, at + length);
      if (!piece(octets, at, end, out)) {
        return -1;
      }
      at = end;
      boolean isLast = repeats && i == times - 1;
      if (at < octets.length && separator != 0 && !(isLast && terminator != 0)) {
        out.append(separator);
      }
    }
    if (repeats && terminator != 0 && at < octets.length) {
      out.append(terminator);
    }
    return at;
  }

  private boolean piece(byte[] octets, int from, int to, StringBuilder out) {
    if (isText()) {
      Optional<String> characters = characters(octets, from, to);
      characters.ifPresent(out::append);
      return characters.isPresent();
    }
    if (to - from > LONGEST_NUMBER) {
      return false;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      number = number << 8 | (octets[i] & 0xff);
    }
    if (from < to) {
      String digits = Long.toString(number, radix());
      out.append(format == 'x' && length == 1 && number < 16 ? "0" : "").append(digits);
    }
    return true;
  }

  /** UTF-8 without control characters, save tab and line ends. */
  static Optional<String> characters(byte[] octets, int from, int to) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(octets, from, to - from))
              .toString();
      boolean readable =
          text.chars()
              .allMatch(c -> !Character.isISOControl(c) || c == '\t' || c == '\n' || c == '\r');
      return readable ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Reads what {@link #format} shows of one application; gives the next position, or -1. */
  int parse(String shown, int from, OctetBuffer out) {
    int end = isText() ? textEnd(shown, from) : digitsEnd(shown, from);
    if (isText()) {
      for (byte octet : shown.substring(from, end).getBytes(StandardCharsets.UTF_8)) {
        out.add(octet);
      }
    } else if (length > LONGEST_NUMBER || end == from || !number(shown, from, end, out)) {
      return -1;
    }
    boolean separated = separator != 0 && end < shown.length();
    if (separated && shown.charAt(end) != separator) {
      return -1;
    }
    return separated ? end + 1 : end;
  }

  private boolean number(String shown, int from, int to, OctetBuffer out) {
    long number = Long.parseLong(shown.substring(from, to), radix());
    if (number >>> (8 * length) != 0) {
      return false;
    }
    for (int shift = 8 * (length - 1); shift >= 0; shift -= 8) {
      out.add(number >>> shift);
    }
    return true;
  }

  private int digitsEnd(String shown, int from) {
    int end = from;
    int limit = Math.min(shown.length(), from + (format == 'x' ? 2 : 3) * length);
    while (end < limit && Character.digit(shown.charAt(end), radix()) >= 0) {
      end++;
    }
    return end;
  }

  private int textEnd(String shown, int from) {
    int limit = Math.min(shown.length(), from + length);
    int mark = separator == 0 ? -1 : shown.indexOf(separator, from);
    return mark >= 0 && mark < limit ? mark : limit;
  }

  private int radix() {
    return switch (format) {
      case 'x' -> 16;
      case 'o' -> 8;
      default -> 10;
    };
  }
}
