package org.opennms.plugins.trunkline.classify.text;

import java.text.Normalizer;

/**
 * Folds one UTF-16 unit for comparison: lower case, Latin accents removed, everything that is
 * neither letter nor digit becomes a space. One unit gives one unit, so positions stay. Stateless.
 */
final class Folding {
  /** Stands for every character that separates words. */
  static final char SEPARATOR = ' ';

  private static final int TABLE = 0x600;
  private static final char[] FOLDED = new char[TABLE];

  static {
    for (int c = 0; c < TABLE; c++) {
      FOLDED[c] = compute((char) c);
    }
  }

  private Folding() {}

  /** The folded form. */
  static char fold(char c) {
    return c < TABLE ? FOLDED[c] : compute(c);
  }

  private static char compute(char c) {
    if (Character.isSurrogate(c)) {
      return c;
    }
    if (!Character.isLetterOrDigit(c)) {
      return isMark(c) ? c : SEPARATOR;
    }
    char lower = Character.toLowerCase(c);
    if (c >= 0xC0 && c < 0x250) {
      return Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD).charAt(0);
    }
    return lower;
  }

  /** A combining mark belongs to the word that it stands in. */
  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
