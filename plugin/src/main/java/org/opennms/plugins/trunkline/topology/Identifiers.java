package org.opennms.plugins.trunkline.topology;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.opennms.plugins.trunkline.topology.Identifier.Kind;

/**
 * Chassis and port ids as agents send them: octets or text, right, wrong or missing subtypes.
 * Stateless.
 */
final class Identifiers {
  private static final Set<String> FILLERS =
      Set.of(
          "not advertised",
          "not received",
          "not available",
          "not specified",
          "not set",
          "n/a",
          "none",
          "null",
          "(none)",
          "(null)",
          "-",
          "--");

  /** What tools and vendors write in angle brackets where there are no words of an operator's. */
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "private",
          "description",
          "no description",
          "removed",
          "redacted",
          "hidden",
          "unknown",
          "undefined",
          "none",
          "null",
          "empty",
          "not set");

  private Identifiers() {}

  /** LldpChassisIdSubtype (IEEE 802.1AB): 4 macAddress, 5 networkAddress, 6 interfaceName. */
  static Identifier chassis(long subtype, TableValue value) {
    return switch ((int) subtype) {
      case 1, 3 -> of(Kind.COMPONENT, value);
      case 2 -> of(Kind.ALIAS, value);
      case 4 -> of(Kind.MAC, value);
      case 5 -> of(Kind.ADDRESS, value);
      case 6 -> of(Kind.NAME, value);
      case 7 -> of(Kind.LOCAL, value);
      default -> of(Kind.TEXT, value);
    };
  }

  /** LldpPortIdSubtype (IEEE 802.1AB): 3 macAddress, 4 networkAddress, 5 interfaceName. */
  static Identifier port(long subtype, TableValue value) {
    return switch ((int) subtype) {
      case 1 -> port(Kind.ALIAS, value);
      case 2 -> port(Kind.COMPONENT, value);
      case 3 -> port(Kind.MAC, value);
      case 4 -> port(Kind.ADDRESS, value);
      case 5 -> port(Kind.NAME, value);
      case 6 -> port(Kind.CIRCUIT, value);
      case 7 -> port(Kind.LOCAL, value);
      default -> port(Kind.TEXT, value);
    };
  }

  /** A device's id that comes without a subtype, as CDP's. */
  static Identifier untyped(TableValue value) {
    return of(Kind.TEXT, value);
  }

  /** A port's id that comes without a subtype, as CDP's. */
  static Identifier untypedPort(TableValue value) {
    return port(Kind.TEXT, value);
  }

  /** A port in somebody's words; a filler gives none. */
  static Identifier portWords(String text) {
    return isPortFiller(text) ? Identifier.NONE : new Identifier(Kind.TEXT, text);
  }

  /** Whether it can tell one device from another. */
  static boolean isTelling(Identifier id) {
    return switch (id.kind()) {
      case NONE -> false;
      case MAC -> MacText.isTelling(id.value());
      default -> true;
    };
  }

  /** Text that stands for nothing: blanks, "not advertised", anything in angle brackets. */
  static boolean isFiller(String text) {
    String trimmed = text.strip();
    return trimmed.isEmpty()
        || (trimmed.startsWith("<") && trimmed.endsWith(">"))
        || FILLERS.contains(trimmed.toLowerCase(Locale.ROOT));
  }

  /**
   * Text about a port that stands for nothing. Operators do write {@code <To_Paris>} at a port, and
   * some agents send that as its id.
   */
  static boolean isPortFiller(String text) {
    String trimmed = text.strip();
    if (trimmed.startsWith("<") && trimmed.endsWith(">") && trimmed.length() > 2) {
      String inner = trimmed.substring(1, trimmed.length() - 1).strip().toLowerCase(Locale.ROOT);
      return inner.isEmpty() || PLACEHOLDERS.contains(inner) || FILLERS.contains(inner);
    }
    return isFiller(text);
  }

  private static Identifier of(Kind kind, TableValue value) {
    return of(kind, value, Identifiers::isFiller);
  }

  private static Identifier port(Kind kind, TableValue value) {
    return of(kind, value, Identifiers::isPortFiller);
  }

  private static Identifier of(Kind kind, TableValue value, Predicate<String> isFiller) {
    if (value.isNumber()) {
      return new Identifier(
          kind == Kind.MAC || kind == Kind.ADDRESS ? Kind.TEXT : kind, number(value));
    }
    byte[] octets = value.octets();
    Optional<Identifier> canonical = kind == Kind.ADDRESS ? address(octets) : mac(kind, octets);
    return canonical.orElseGet(() -> words(kind, octets, isFiller));
  }

  private static String number(TableValue value) {
    return Long.toString(value.number().orElse(0));
  }

  private static Optional<Identifier> address(byte[] octets) {
    return NetworkAddress.withFamily(octets)
        .map(InetAddress::getHostAddress)
        .map(literal -> new Identifier(Kind.ADDRESS, literal));
  }

  /** Six octets under another subtype are a MAC address unless they can be read. */
  private static Optional<Identifier> mac(Kind kind, byte[] octets) {
    boolean isExpected = kind == Kind.MAC;
    Optional<String> mac =
        isExpected || !OctetText.isTerminatedText(octets) ? MacText.of(octets) : Optional.empty();
    return mac.or(() -> MacText.parse(OctetText.of(octets), isExpected))
        .map(text -> new Identifier(Kind.MAC, text));
  }

  private static Identifier words(Kind kind, byte[] octets, Predicate<String> isFiller) {
    Kind honest = kind == Kind.MAC || kind == Kind.ADDRESS ? Kind.TEXT : kind;
    if (OctetText.isBinary(octets)) {
      return new Identifier(honest, HexFormat.ofDelimiter(":").formatHex(octets));
    }
    String text = OctetText.of(octets);
    return isFiller.test(text) ? Identifier.NONE : new Identifier(honest, text);
  }
}
