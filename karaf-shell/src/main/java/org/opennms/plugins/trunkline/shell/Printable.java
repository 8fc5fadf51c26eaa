package org.opennms.plugins.trunkline.shell;

import java.util.Optional;

/**
 * Text from devices and files, made harmless for a terminal. Aliases and system names come from the
 * network: an escape sequence in one could clear the screen, retitle the window or, with
 * right-to-left marks, show another name than the real one.
 */
final class Printable {
  private Printable() {}

  /**
   * The text with every control character (C0, C1, DEL), format character (direction marks, zero
   * width), line separator, lone surrogate and code point without a glyph shown as its escape, for
   * example {@code \u001b}. All other text, in any script, stays as it is.
   */
  static String text(String raw) {
    if (raw.codePoints().allMatch(Printable::isHarmless)) {
      return raw;
    }
    StringBuilder shown = new StringBuilder(raw.length() + 16);
    raw.codePoints()
        .forEach(
            c -> {
              if (isHarmless(c)) {
                shown.appendCodePoint(c);
              } else {
                shown.append(String.format(c > 0xffff ? "\\u{%x}" : "\\u%04x", c));
              }
            });
    return shown.toString();
  }

  /** The text made harmless, or a dash for none. */
  static String orDash(String raw) {
    return raw.isEmpty() ? "-" : text(raw);
  }

  /** The text made harmless, or a dash for none. */
  static String orDash(Optional<?> raw) {
    return orDash(raw.map(Object::toString).orElse(""));
  }

  /** {@code yes} or {@code no}. */
  static String yesNo(boolean value) {
    return value ? "yes" : "no";
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
