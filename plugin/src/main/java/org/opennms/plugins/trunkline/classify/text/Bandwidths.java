package org.opennms.plugins.trunkline.classify.text;

import java.util.Locale;
import java.util.OptionalLong;

/** Reads bandwidths such as {@code 500M}, {@code 1.5 Gbit/s}, {@code 64kbps}. Stateless. */
public final class Bandwidths {
  private static final int LONGEST_NUMBER = 9;

  private Bandwidths() {}

  /** A whole text: a number of bit/s, or one with a unit; empty where it is neither. */
  public static OptionalLong parse(String text) {
    String stripped = text.strip();
    int end = 0;
    while (end < stripped.length() && "0123456789.".indexOf(stripped.charAt(end)) >= 0) {
      end++;
    }
    if (end > 0 && end == stripped.length() && stripped.indexOf('.') < 0 && end < 16) {
      return OptionalLong.of(Long.parseLong(stripped));
    }
    long bits = parse(stripped, 0, end);
    return bits > 0 ? OptionalLong.of(bits) : OptionalLong.empty();
  }

  /** The number at this place with the unit that follows, bit/s; 0 for none. */
  public static long parse(String text, int start, int end) {
    if (end == start || end - start > LONGEST_NUMBER) {
      return 0;
    }
    int unit = unitStart(text, end);
    long factor = unit < text.length() ? factor(text.charAt(unit)) : 0;
    if (factor == 0 || !isUnit(text, unit)) {
      return 0;
    }
    try {
      return Math.round(Double.parseDouble(text.substring(start, end)) * factor);
    } catch (NumberFormatException e) {
      return 0; // more than one point
    }
  }

  private static int unitStart(String text, int end) {
    return end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
  }

  private static long factor(char unit) {
    return switch (unit) {
      case 'k', 'K' -> 1_000L;
      case 'm', 'M' -> 1_000_000L;
      case 'g', 'G' -> 1_000_000_000L;
      case 't', 'T' -> 1_000_000_000_000L;
      default -> 0;
    };
  }

  /** A single letter, or one with bit/s in some spelling; only such a spelling after a space. */
  private static boolean isUnit(String text, int unit) {
    String rest = unitWord(text, unit);
    boolean spaced = unit > 0 && text.charAt(unit - 1) == ' ';
    return switch (rest) {
      case "" -> !spaced;
      case "b", "bps", "bs", "bit", "bits", "bitps", "bts" -> true;
      default -> false;
    };
  }

  /** Whether the unit at this place is a single letter. */
  public static boolean isBare(String text, int end) {
    int unit = unitStart(text, end);
    return unit < text.length() && unitWord(text, unit).isEmpty();
  }

  private static String unitWord(String text, int unit) {
    StringBuilder rest = new StringBuilder(6);
    int at = unit + 1;
    while (at < text.length() && rest.length() < 6 && isWordPart(text.charAt(at))) {
      if (text.charAt(at) != '/') {
        rest.append(text.charAt(at));
      }
      at++;
    }
    return rest.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '/';
  }
}
