package org.opennms.plugins.trunkline.lab;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.opennms.plugins.trunkline.topology.PortName;

/** When two texts mean the same device or port, for scoring only. Stateless. */
final class Spellings {
  private static final Pattern MAC =
      Pattern.compile(
          "[0-9a-f]{2}([: .-]?)[0-9a-f]{2}(\\1[0-9a-f]{2}){4}|([0-9a-f]{4}[.:-]){2}[0-9a-f]{4}");
  private static final Pattern OCTETS = Pattern.compile("[0-9A-F]{2}( [0-9A-F]{2})+");
  private static final Pattern SEPARATORS = Pattern.compile("[: .-]");

  private Spellings() {}

  /** MAC addresses as twelve digits; all else in lower case with single blanks. */
  static String device(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    return MAC.matcher(lower).matches() ? SEPARATORS.matcher(lower).replaceAll("") : lower;
  }

  /** The same, interface types abbreviated, and octets that are text read as such. */
  static String port(String spelled) {
    String text = OCTETS.matcher(spelled).matches() ? read(spelled) : spelled;
    String plain = device(text);
    return plain.length() == 12 && !plain.equals(text) ? plain : PortName.canonical(text);
  }

  /** Equal, or equal but for the domain, or for a remark in brackets. */
  static boolean isSameDevice(String one, String other) {
    String a = device(one);
    String b = device(other);
    return a.equals(b) || head(a).equals(head(b));
  }

  /** The text that printable octets with a zero behind them spell; else the octets. */
  private static String read(String octets) {
    String text =
        new String(HexFormat.ofDelimiter(" ").parseHex(octets), StandardCharsets.US_ASCII);
    int end = text.endsWith("\0") ? text.length() - 1 : text.length();
    boolean isText = text.chars().limit(end).allMatch(c -> c >= ' ' && c <= '~');
    return isText && end != 6 ? text.substring(0, end) : octets;
  }

  private static String head(String name) {
    int bracket = name.indexOf(" (");
    String plain = bracket > 0 ? name.substring(0, bracket) : name;
    int dot = plain.indexOf('.');
    return dot > 0 && plain.indexOf(' ') < 0 ? plain.substring(0, dot) : plain;
  }
}
