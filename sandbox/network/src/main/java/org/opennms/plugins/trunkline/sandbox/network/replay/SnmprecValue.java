package org.opennms.plugins.trunkline.sandbox.network.replay;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Opaque;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;

/** One value of a {@code .snmprec} row. */
final class SnmprecValue {
  private static final BigInteger MAX_UNSIGNED_32 = BigInteger.valueOf(0xffff_ffffL);
  private static final BigInteger MAX_UNSIGNED_64 =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private SnmprecValue() {}

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException says what is wrong with type or value
   */
  static Variable of(String type, String value) {
    boolean hex = type.endsWith("x");
    String tag = hex ? type.substring(0, type.length() - 1) : type;
    return switch (tag) {
      case "2" -> new Integer32(Integer.parseInt(value.strip()));
      case "4" -> new OctetString(octets(value, hex));
      case "5" -> Null.instance;
      case "6" -> SnmprecReader.oid(value);
      case "64" -> address(value, hex);
      case "65" -> new Counter32(unsigned(value, MAX_UNSIGNED_32));
      case "66" -> new Gauge32(unsigned(value, MAX_UNSIGNED_32));
      case "67" -> new TimeTicks(unsigned(value, MAX_UNSIGNED_32));
      case "68" -> new Opaque(octets(value, hex));
      case "70" -> new Counter64(unsigned(value, MAX_UNSIGNED_64));
      default ->
          throw new IllegalArgumentException(
              "unknown type "
                  + SnmprecReader.abbreviate(type)
                  + "; a BER tag in decimal is needed");
    };
  }

  private static byte[] octets(String value, boolean hex) {
    return hex
        ? HexFormat.of().parseHex(value.strip())
        : value.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static long unsigned(String value, BigInteger max) {
    BigInteger number = new BigInteger(value.strip());
    if (number.signum() < 0 || number.compareTo(max) > 0) {
      throw new IllegalArgumentException("out of range: " + SnmprecReader.abbreviate(value));
    }
    return number.longValue();
  }

  private static Variable address(String value, boolean hex) {
    if (hex) {
      byte[] octets = octets(value, true);
      if (octets.length != 4) {
        throw new IllegalArgumentException("an IpAddress has 4 octets, not " + octets.length);
      }
      return new IpAddress(octets);
    }
    if (!value.strip().matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
      throw new IllegalArgumentException("not an IpAddress: " + SnmprecReader.abbreviate(value));
    }
    return new IpAddress(value.strip());
  }
}
