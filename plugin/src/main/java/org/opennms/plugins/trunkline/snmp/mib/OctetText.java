package org.opennms.plugins.trunkline.snmp.mib;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Octets of an index as text that reads back the same. Stateless. */
final class OctetText {
  private OctetText() {}

  /**
   * The text without quotes.
   *
   * @param kind text of the index part before, which tells an address's kind
   * @return empty where no text reads back the same
   */
  static Optional<String> show(Syntax syntax, byte[] octets, String kind) {
    return candidate(syntax, octets, kind)
        .filter(OctetText::isQuotable)
        .filter(
            text ->
                read(syntax, text, kind).filter(back -> Arrays.equals(back, octets)).isPresent());
  }

  private static Optional<String> candidate(Syntax syntax, byte[] octets, String kind) {
    if (octets.length > 0 && octets.length == Addresses.length(kind)) {
      return Optional.of(Addresses.text(octets));
    }
    return syntax.hint().isPlainText()
        ? Optional.of(new String(octets, StandardCharsets.ISO_8859_1))
        : syntax.hint().format(octets);
  }

  private static boolean isQuotable(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '"' && c != '\'' && c != '\\');
  }

  /** The octets that the text stands for: an address, what the hint says, or characters. */
  static Optional<byte[]> read(Syntax syntax, String text, String kind) {
    int addressLength = Addresses.length(kind);
    if (addressLength > 0) {
      return Addresses.parse(text, addressLength);
    }
    if (!syntax.hint().isPlainText()) {
      return text.isEmpty() ? Optional.of(new byte[0]) : syntax.hint().parse(text);
    }
    return Optional.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
