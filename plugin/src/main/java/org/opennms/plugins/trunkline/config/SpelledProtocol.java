package org.opennms.plugins.trunkline.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A protocol of SNMPv3 that operators write in several ways. */
interface SpelledProtocol {
  /** As we show it. */
  String spelling();

  /** Another way to write it, without hyphens. */
  String shorthand();

  /** The one that is spelled so, in any case, with or without hyphens. */
  static <P extends SpelledProtocol> Optional<P> parse(P[] all, String text) {
    String wanted = plain(text);
    return Arrays.stream(all)
        .filter(p -> plain(p.spelling()).equals(wanted) || p.shorthand().equals(wanted))
        .findFirst();
  }

  private static String plain(String text) {
    return text.replace("-", "").toUpperCase(Locale.ROOT);
  }
}
