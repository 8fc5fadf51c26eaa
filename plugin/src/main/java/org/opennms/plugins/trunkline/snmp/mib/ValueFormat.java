package org.opennms.plugins.trunkline.snmp.mib;

import java.util.HexFormat;
import java.util.StringJoiner;

/** Values as an operator reads them, by the object's syntax. Stateless. */
final class ValueFormat {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private static final long TICKS_PER_SECOND = 100;
  private static final long TICKS_PER_DAY = 24 * 3600 * TICKS_PER_SECOND;

  private ValueFormat() {}

  /** A number: label, hint, duration or decimal, with units. */
  static String whole(Syntax syntax, String units, WireValue.Whole value) {
    long number = value.value();
    if (value.type() == BaseType.TIME_TICKS) {
      return ticks(number);
    }
    String label = syntax.labels().label(number).orElse("");
    if (!label.isEmpty()) {
      return label + "(" + number + ")";
    }
    String text =
        value.type() == BaseType.COUNTER64
            ? Long.toUnsignedString(number)
            : syntax.hint().format(number).orElseGet(() -> Long.toString(number));
    return units.isEmpty() ? text : text + " " + units;
  }

  /** For example {@code 1 day, 2:03:04.05 (9378405)}. */
  static String ticks(long ticks) {
    long days = ticks / TICKS_PER_DAY;
    long seconds = ticks / TICKS_PER_SECOND;
    String dayText = days == 0 ? "" : days + (days == 1 ? " day, " : " days, ");
    return String.format(
        "%s%d:%02d:%02d.%02d (%d)",
        dayText,
        seconds / 3600 % 24,
        seconds / 60 % 60,
        seconds % 60,
        ticks % TICKS_PER_SECOND,
        ticks);
  }

  /** Octets: bits by label, addresses, what the hint says, characters, else hexadecimal. */
  static String octets(Syntax syntax, String units, WireValue.Octets value) {
    byte[] octets = value.octets();
    if (value.type() == BaseType.IP_ADDRESS && octets.length == 4) {
      return Addresses.text(octets);
    }
    if (syntax.base() == BaseType.BITS) {
      return bits(syntax.labels(), octets);
    }
    boolean isAddress = syntax.convention().equals("InetAddress");
    if (isAddress && (octets.length == 4 || octets.length == 16)) {
      return Addresses.text(octets);
    }
    String text =
        (syntax.hint().isPlainText()
                ? HintPart.characters(octets, 0, octets.length)
                : syntax.hint().format(octets))
            .orElseGet(() -> HEX.formatHex(octets));
    return units.isEmpty() ? text : text + " " + units;
  }

  /** For example {@code {bridge(2), router(4)}}; a bit without a label is shown by its position. */
  static String bits(Labels labels, byte[] octets) {
    StringJoiner set = new StringJoiner(", ", "{", "}");
    for (int bit = 0; bit < octets.length * 8; bit++) {
      if ((octets[bit >> 3] & 0x80 >> (bit & 7)) != 0) {
        int position = bit;
        set.add(labels.label(bit).map(label -> label + "(" + position + ")").orElse("" + position));
      }
    }
    return set.toString();
  }
}
