package org.opennms.plugins.trunkline.snmp;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opennms.plugins.trunkline.config.AddressRange;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;

/** Turns what an operator types into a value of an SMI type. Stateless. */
public final class SetValue {
  /** The types that are understood, for messages. */
  public static final String TYPES =
      "integer, unsigned, counter64, timeticks, ipaddress, string, hex, oid, rowstatus";

  private static final List<String> ROW_STATUS =
      List.of("active", "notInService", "notReady", "createAndGo", "createAndWait", "destroy");
  private static final long MAX_UNSIGNED = 0xffff_ffffL;

  private SetValue() {}

  /**
   * The value; empty when the type is unknown or the text is no such value.
   *
   * @param type one of {@link #TYPES}, in any case
   * @param text as usual for the type; octets for {@code hex} with or without colons or spaces; a
   *     name or a number of RFC 2579 for {@code rowstatus}
   */
  public static Optional<Variable> parse(String type, String text) {
    try {
      return switch (type.toLowerCase(Locale.ROOT)) {
        case "integer" -> Optional.of(new Integer32(Integer.parseInt(text)));
        case "unsigned" -> unsigned(text).map(Gauge32::new);
        case "timeticks" -> unsigned(text).map(TimeTicks::new);
        case "counter64" -> Optional.of(new Counter64(Long.parseUnsignedLong(text)));
        case "ipaddress" -> ipAddress(text);
        case "string" -> Optional.of(new OctetString(utf8(text)));
        case "hex" ->
            Optional.of(new OctetString(HexFormat.of().parseHex(text.replaceAll("[ :]", ""))));
        case "oid" -> objectId(text);
        case "rowstatus" -> rowStatus(text);
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<Long> unsigned(String text) {
    long number = Long.parseLong(text);
    return number >= 0 && number <= MAX_UNSIGNED ? Optional.of(number) : Optional.empty();
  }

  private static Optional<Variable> ipAddress(String text) {
    return AddressRange.parse(text)
        .filter(range -> range.first().equals(range.last()))
        .filter(range -> range.first().getAddress().length == 4)
        .map(range -> new IpAddress(range.first()));
  }

  private static Optional<Variable> objectId(String text) {
    return text.matches("\\.?[012](\\.\\d{1,10}){1,127}")
        ? Optional.of(new OID(text.startsWith(".") ? text.substring(1) : text))
        : Optional.empty();
  }

  private static Optional<Variable> rowStatus(String text) {
    int named = ROW_STATUS.indexOf(text) + 1;
    int value = named > 0 ? named : Integer.parseInt(text);
    return value >= 1 && value <= ROW_STATUS.size()
        ? Optional.of(new Integer32(value))
        : Optional.empty();
  }
}
