package org.opennms.plugins.trunkline.alert.rule;

import java.util.List;
import java.util.Locale;

/**
 * Names with {@code *} for any text, case ignored; none accept everything. Linear in the name's
 * length, whatever the pattern.
 *
 * @param globs as written
 */
public record Patterns(List<String> globs) {
  /** Accepts everything. */
  public static final Patterns ANY = new Patterns(List.of());

  /** Copies the list. */
  public Patterns {
    globs = globs.stream().map(g -> g.toLowerCase(Locale.ROOT)).toList();
  }

  /** Whether one of the texts is accepted by one of the patterns. */
  public boolean accept(List<String> texts) {
    return globs.isEmpty() || texts.stream().anyMatch(this::acceptsOne);
  }

  private boolean acceptsOne(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return globs.stream().anyMatch(g -> matches(g, lower));
  }

  // The pieces between stars are looked for from left to right; the last must stand at the end.
  private static boolean matches(String glob, String text) {
    int star = glob.indexOf('*');
    if (star < 0) {
      return glob.equals(text);
    }
    if (!text.startsWith(glob.substring(0, star))) {
      return false;
    }
    String[] pieces = glob.substring(star).split("\\*", -1);
    int at = star;
    for (int i = 1; i < pieces.length - 1; i++) {
      int found = text.indexOf(pieces[i], at);
      if (found < 0) {
        return false;
      }
      at = found + pieces[i].length();
    }
    String last = pieces[pieces.length - 1];
    return text.length() - last.length() >= at && text.endsWith(last);
  }
}
