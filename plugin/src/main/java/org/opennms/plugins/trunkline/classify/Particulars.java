package org.opennms.plugins.trunkline.classify;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.opennms.plugins.trunkline.classify.text.Bandwidths;
import org.opennms.plugins.trunkline.classify.text.FoldedText;

/** Reads circuit ids, bandwidths and far ends from what operators write. Stateless, linear. */
final class Particulars {
  private static final Set<String> CIRCUIT_WORDS =
      Set.of("cid", "circuit", "ckt", "lid", "circuitid", "sid", "evc", "cktid", "linie");
  private static final int SHORTEST_ID = 4;
  private static final int LONGEST_ID = 48;

  private Particulars() {}

  /**
   * The circuit id: what stands in {@code {}} (the habit of LibreNMS and Observium), after {@code
   * CID:} and the like, or what is written like a telephone company's serial number.
   */
  static Optional<String> circuitId(String text) {
    int open = text.indexOf('{');
    int close = text.indexOf('}', open + 1);
    if (open >= 0 && close > open) {
      String inside = text.substring(open + 1, close).strip();
      return isId(inside) ? Optional.of(inside) : Optional.empty();
    }
    boolean after = false;
    for (int i = 0; i < text.length(); ) {
      int end = wordEnd(text, i);
      String word = text.substring(i, end);
      if (isSerial(word) || (after && isId(word))) {
        return Optional.of(word);
      }
      String lower = word.toLowerCase(Locale.ROOT);
      after = CIRCUIT_WORDS.contains(lower) || (after && (lower.equals("id") || word.isEmpty()));
      i = end + 1;
    }
    return Optional.empty();
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isIdCharacter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isIdCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '/' || c == '-' || c == '_';
  }

  private static boolean isId(String word) {
    boolean sized = word.length() >= SHORTEST_ID && word.length() <= LONGEST_ID;
    return sized && word.chars().anyMatch(Character::isDigit);
  }

  /** {@code 14.KFGS.913091..CBCL}, {@code BE/KFGS/123456//LVLT}: ANSI T1.238. */
  private static boolean isSerial(String word) {
    if (word.length() < 12 || word.length() > LONGEST_ID) {
      return false;
    }
    char separator = word.indexOf('/') > 0 ? '/' : '.';
    int first = word.indexOf(separator);
    int second = word.indexOf(separator, first + 1);
    return first > 0
        && first <= 3
        && second == first + 5
        && isCapitals(word, first + 1, second)
        && word.length() > second + 6
        && isDigits(word, second + 1, second + 7);
  }

  private static boolean isCapitals(String word, int from, int to) {
    return word.substring(from, to).chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  private static boolean isDigits(String word, int from, int to) {
    return word.substring(from, to).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * The far end: the device before a port, or what follows {@code to}.
   *
   * @param findings of the text
   */
  static Optional<String> remotePort(TextFindings findings) {
    String text = findings.text;
    if (findings.port != null) {
      String port = text.substring(findings.port.start(), findings.port.end());
      String device = wordBefore(text, findings.port.start());
      return Optional.of(device.isEmpty() ? port : device + ":" + port);
    }
    if (findings.afterLink >= 0) {
      String device = wordAfter(text, findings.afterLink);
      return device.isEmpty() ? Optional.empty() : Optional.of(device);
    }
    return Optional.empty();
  }

  private static String wordBefore(String text, int end) {
    int last = end;
    while (last > 0 && !Character.isLetterOrDigit(text.charAt(last - 1))) {
      last--;
    }
    int first = last;
    while (first > 0 && isNameCharacter(text.charAt(first - 1))) {
      first--;
    }
    return strip(text.substring(first, last));
  }

  private static String wordAfter(String text, int start) {
    int first = start;
    while (first < text.length() && !Character.isLetterOrDigit(text.charAt(first))) {
      first++;
    }
    int last = first;
    while (last < text.length() && isNameCharacter(text.charAt(last))) {
      last++;
    }
    return strip(text.substring(first, last));
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
  }

  /** Cuts {@code facing_} and {@code to_}, which stand before names in templates. */
  private static String strip(String name) {
    int from = 0;
    for (String prefix : new String[] {"facing_", "to_", "to.", "to-", "uplink_", "downlink_"}) {
      if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
        from = prefix.length();
        break;
      }
    }
    int to = name.length();
    while (to > from && !Character.isLetterOrDigit(name.charAt(to - 1))) {
      to--;
    }
    return name.substring(from, to);
  }

  /**
   * The bandwidth agreed with a carrier: {@code [500M]}, {@code 100 Mbit/s}, {@code 2.5G}.
   *
   * @param text the operator's
   * @param speed of the interface in bit/s, 0 where unknown: a contract for more is none
   */
  static OptionalLong bandwidth(String text, long speed) {
    int end = Math.min(text.length(), FoldedText.LIMIT);
    for (int i = 0; i < end; i++) {
      boolean starts = isDigit(text, i) && (i == 0 || !isGlue(text.charAt(i - 1)));
      if (starts) {
        int numberEnd = numberEnd(text, i);
        long bits = Bandwidths.parse(text, i, numberEnd);
        boolean bracketed = i > 0 && text.charAt(i - 1) == '[';
        boolean generation = !bracketed && numberEnd - i == 1 && bits <= 5_000_000_000L;
        boolean generationName =
            generation && bits % 1_000_000_000L == 0 && Bandwidths.isBare(text, numberEnd);
        if (bits > 0 && !generationName && (speed == 0 || bits <= speed)) {
          return OptionalLong.of(bits);
        }
        i = numberEnd;
      }
    }
    return OptionalLong.empty();
  }

  private static boolean isGlue(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '/' || c == '-';
  }

  private static int numberEnd(String text, int from) {
    int end = from;
    while (end < text.length() && (isDigit(text, end) || text.charAt(end) == '.')) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(String text, int at) {
    char c = text.charAt(at);
    return c >= '0' && c <= '9';
  }
}
