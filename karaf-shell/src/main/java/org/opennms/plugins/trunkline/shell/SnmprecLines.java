package org.opennms.plugins.trunkline.shell;

import org.opennms.plugins.trunkline.operations.SnmpDesk.Row;

/**
 * Objects as lines of {@code .snmprec}, the public format of SNMP simulators: {@code
 * OID|type|value}, the type being the BER tag in decimal, with {@code x} behind it where the value
 * is hexadecimal. Stateless.
 */
final class SnmprecLines {
  private SnmprecLines() {}

  /** With its end; a comment for a type that the format does not have. */
  static String line(Row row) {
    String type =
        switch (row.type()) {
          case "integer32" -> "2";
          case "octet_string" -> "4x";
          case "object_identifier" -> "6";
          case "ip_address" -> "64x";
          case "counter32" -> "65";
          case "unsigned32" -> "66";
          case "time_ticks" -> "67";
          case "opaque" -> "68x";
          case "counter64" -> "70";
          default -> "";
        };
    return type.isEmpty()
        ? "# " + row.oid() + " has no value: " + Printable.text(row.type()) + "\n"
        : row.oid() + "|" + type + "|" + row.raw() + "\n";
  }

  /** A name that every file system takes. */
  static String fileName(String node) {
    return node.replaceAll("[^A-Za-z0-9._-]", "_") + ".snmprec";
  }
}
