package org.opennms.plugins.trunkline.classify.text;

/**
 * A text folded for comparison, with its word boundaries; a buffer that is filled anew for each
 * text. Positions are those of the original. For one thread.
 *
 * <p>A boundary lies where letters, digits and separators meet, at {@code aB}, and before the last
 * capital of {@code ABc}: {@code ToSiegfried}, {@code xe0} and {@code SWUplink} are two words each.
 */
public final class FoldedText {
  /** Longer texts are read up to here: ifAlias holds 64 octets (RFC 2863), some devices 255. */
  public static final int LIMIT = 512;

  private static final byte SEPARATOR = 0;
  private static final byte LETTER = 1;
  private static final byte DIGIT = 2;

  private final char[] folded = new char[LIMIT];
  private final byte[] kind = new byte[LIMIT];
  private final boolean[] boundary = new boolean[LIMIT + 1];
  private int length;

  /** An empty buffer. */
  public FoldedText() {}

  /** Fills the buffer; what was in it is gone. */
  public FoldedText set(CharSequence text) {
    length = Math.min(text.length(), LIMIT);
    boundary[0] = true;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      char f = Folding.fold(c);
      folded[i] = f;
      kind[i] = f == Folding.SEPARATOR ? SEPARATOR : Character.isDigit(f) ? DIGIT : LETTER;
      if (i > 0) {
        boundary[i] = kind[i] != kind[i - 1] || isHump(text, i);
      }
    }
    boundary[length] = true;
    return this;
  }

  private boolean isHump(CharSequence text, int i) {
    char c = text.charAt(i);
    if (kind[i] != LETTER || !Character.isUpperCase(c)) {
      return false;
    }
    return Character.isLowerCase(text.charAt(i - 1))
        || (i + 1 < length && Character.isLowerCase(text.charAt(i + 1)));
  }

  /** How many characters were read. */
  public int length() {
    return length;
  }

  /** The folded character at a position; a space stands for every separator. */
  public char charAt(int position) {
    return folded[position];
  }

  /** Whether a word may begin or end before this position, 0..length. */
  public boolean isBoundary(int position) {
    return boundary[position];
  }

  /** Whether the character at a position is a digit. */
  public boolean isDigit(int position) {
    return kind[position] == DIGIT;
  }

  /** Whether the character at a position belongs to no word. */
  public boolean isSeparator(int position) {
    return kind[position] == SEPARATOR;
  }

  /** Folds a keyword the way texts are folded; runs of separators become one space. */
  public static String fold(String keyword) {
    StringBuilder out = new StringBuilder(keyword.length());
    for (int i = 0; i < keyword.length(); i++) {
      char f = Folding.fold(keyword.charAt(i));
      boolean repeated = f == Folding.SEPARATOR && endsInSeparator(out);
      if (!repeated) {
        out.append(f);
      }
    }
    int end = endsInSeparator(out) ? Math.max(0, out.length() - 1) : out.length();
    return out.substring(0, end);
  }

  /** Folds each character and keeps their number; where a text stands, its folded form does. */
  public static String foldEach(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(Folding.fold(text.charAt(i)));
    }
    return out.toString();
  }

  private static boolean endsInSeparator(StringBuilder out) {
    return out.length() == 0 || out.charAt(out.length() - 1) == Folding.SEPARATOR;
  }
}
