package org.opennms.plugins.trunkline.classify.text;

import java.util.Locale;
import java.util.Set;

/** Tells descriptions that say nothing: placeholders and vendors' defaults. Stateless. */
public final class Filler {
  private static final Set<String> WORDS =
      Set.of(
          "private description pcm null none na nil unknown undefined unnamed default empty port"
              .split(" ", -1));
  private static final Set<String> PHRASES =
      Set.of(
          "no description",
          "not set",
          "not configured",
          "no alias",
          "n a",
          "do not modify",
          "ethernet interface",
          "interface",
          "redacted",
          "removed",
          "hidden",
          "confidential",
          "anonymous",
          "xxx",
          "xxxx",
          "x");
  private static final int LONGEST = 16;

  private Filler() {}

  /**
   * Whether an ifAlias says nothing about the interface.
   *
   * @param alias as read
   * @param ifName of the interface
   * @param ifDescr of the interface
   */
  public static boolean isFiller(String alias, String ifName, String ifDescr) {
    if (alias.isBlank() || !hasLetterOrDigit(alias)) {
      return true;
    }
    if (alias.length() <= LONGEST) {
      String folded = FoldedText.fold(alias);
      if (WORDS.contains(folded) || PHRASES.contains(folded)) {
        return true;
      }
    }
    return isDefault(alias, ifName) || isDefault(alias, ifDescr);
  }

  /** {@code HUAWEI, AR Series, GigabitEthernet0/0/1 Interface}. */
  private static boolean isDefault(String alias, String name) {
    return name.length() > 2
        && alias.length() > name.length() + 6
        && alias.contains(name)
        && alias.toLowerCase(Locale.ROOT).endsWith(" interface");
  }

  private static boolean hasLetterOrDigit(String text) {
    for (int i = 0; i < Math.min(text.length(), FoldedText.LIMIT); i++) {
      if (Character.isLetterOrDigit(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
