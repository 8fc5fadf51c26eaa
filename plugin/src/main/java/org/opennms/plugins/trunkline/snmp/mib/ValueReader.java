package org.opennms.plugins.trunkline.snmp.mib;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.opennms.plugins.trunkline.snmp.mib.smi.NamedNumber;
import org.opennms.plugins.trunkline.snmp.mib.smi.ValueRange;

/** Texts to values of a syntax; the other way round is {@link ValueFormat}. Stateless. */
final class ValueReader {
  private static final BigInteger MAX_32 = BigInteger.valueOf(0xffff_ffffL);
  private static final BigInteger MAX_64 = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  /** Of BITS in an OCTET STRING of 65,535 octets (RFC 2578 section 7.1.4). */
  private static final int MAX_BIT = 65_535 * 8 - 1;

  private ValueReader() {}

  static ValueReading read(MibTree tree, MibSymbol object, String text) {
    Syntax syntax = object.syntax();
    Optional<WireValue> value =
        switch (syntax.base()) {
          case INTEGER32, UNSIGNED32, COUNTER32, COUNTER64, TIME_TICKS -> whole(syntax, text);
          case OCTET_STRING -> octets(syntax, text);
          case BITS -> bits(syntax, text);
          case IP_ADDRESS, NETWORK_ADDRESS ->
              Addresses.parse(text, 4).map(a -> new WireValue.Octets(BaseType.IP_ADDRESS, a));
          case OBJECT_IDENTIFIER ->
              tree.resolve(text) instanceof Resolution.Found found
                  ? Optional.of(new WireValue.Identifier(found.oid()))
                  : Optional.empty();
          case NONE, OPAQUE -> Optional.empty();
        };
    return value
        .<ValueReading>map(ValueReading.Read::new)
        .orElseGet(() -> new ValueReading.Refused(reason(object, text)));
  }

  private static String reason(MibSymbol object, String text) {
    Syntax syntax = object.syntax();
    String labels =
        syntax.labels().isEmpty()
            ? ""
            : "; known are "
                + String.join(", ", syntax.labels().all().stream().map(n -> n.label()).toList());
    return "'%s' is no %s of %s%s%s"
        .formatted(text, syntax.typeName(), object.qualifiedName(), limits(syntax), labels);
  }

  private static String limits(Syntax syntax) {
    List<ValueRange> ranges = syntax.base().isNumber() ? syntax.values() : syntax.sizes();
    if (ranges.isEmpty()) {
      return "";
    }
    String unit = syntax.base().isNumber() ? "" : " octets";
    return " ("
        + String.join(" or ", ranges.stream().map(r -> r.low() + " to " + r.high()).toList())
        + unit
        + ")";
  }

  private static Optional<WireValue> whole(Syntax syntax, String text) {
    OptionalLong label = syntax.labels().number(label(text));
    Optional<BigInteger> number =
        label.isPresent()
            ? Optional.of(BigInteger.valueOf(label.getAsLong()))
            : number(syntax, text);
    return number
        .filter(n -> isOnWire(syntax.base(), n))
        .map(BigInteger::longValue)
        .filter(n -> permits(syntax.values(), n))
        .map(n -> new WireValue.Whole(syntax.base(), n));
  }

  /** What is printed as {@code up(1)} may be given back so. */
  private static String label(String text) {
    return text.replaceFirst("\\(\\d+\\)$", "");
  }

  /** Decimal, with the decimals that a hint like {@code d-2} shows. */
  private static Optional<BigInteger> number(Syntax syntax, String text) {
    if (!text.matches("-?\\d{1,20}(\\.\\d{1,18})?")) {
      return Optional.empty();
    }
    String hint = syntax.hint().toString();
    long decimals = hint.startsWith("d-") ? Math.max(0, Oid.arc(hint, 2, hint.length())) : 0;
    BigDecimal scaled = new BigDecimal(text).movePointRight((int) Math.min(decimals, 18));
    boolean isWhole = scaled.stripTrailingZeros().scale() <= 0;
    return isWhole ? Optional.of(scaled.toBigInteger()) : Optional.empty();
  }

  private static boolean isOnWire(BaseType base, BigInteger number) {
    return switch (base) {
      case INTEGER32 -> number.bitLength() < 32;
      case COUNTER64 -> number.signum() >= 0 && number.compareTo(MAX_64) <= 0;
      default -> number.signum() >= 0 && number.compareTo(MAX_32) <= 0;
    };
  }

  private static boolean permits(List<ValueRange> ranges, long number) {
    return ranges.isEmpty() || ranges.stream().anyMatch(range -> range.contains(number));
  }

  private static Optional<WireValue> octets(Syntax syntax, String text) {
    Optional<byte[]> octets =
        text.startsWith("0x")
            ? hexadecimal(text.substring(2))
            : syntax.hint().isPlainText()
                ? Optional.of(text.getBytes(StandardCharsets.UTF_8))
                : syntax.hint().parse(text);
    return octets
        .filter(o -> permits(syntax.sizes(), o.length))
        .map(o -> new WireValue.Octets(BaseType.OCTET_STRING, o));
  }

  private static Optional<byte[]> hexadecimal(String digits) {
    String packed = digits.replaceAll("[ :]", "");
    return packed.matches("([0-9A-Fa-f]{2})*")
        ? Optional.of(HexFormat.of().parseHex(packed))
        : Optional.empty();
  }

  /** Labels divided by commas or spaces, in braces or not. */
  private static Optional<WireValue> bits(Syntax syntax, String text) {
    List<NamedNumber> known = syntax.labels().all();
    if (known.stream().anyMatch(bit -> bit.number() < 0 || bit.number() > MAX_BIT)) {
      return Optional.empty();
    }
    long highest = known.isEmpty() ? 0 : known.get(known.size() - 1).number();
    byte[] octets = new byte[(int) highest / 8 + 1];
    for (String label : text.replaceAll("[{},]", " ").strip().split("\\s+", -1)) {
      OptionalLong bit = syntax.labels().number(label(label));
      if (bit.isEmpty() && !label.isEmpty()) {
        return Optional.empty();
      }
      bit.ifPresent(position -> octets[(int) position >> 3] |= (byte) (0x80 >> (position & 7)));
    }
    return Optional.of(new WireValue.Octets(BaseType.OCTET_STRING, octets));
  }
}
