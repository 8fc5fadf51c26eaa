package org.opennms.plugins.trunkline.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.config.IpLiteral;
import org.opennms.plugins.trunkline.topology.NeighbourColumn;
import org.opennms.plugins.trunkline.topology.NeighbourTables;
import org.opennms.plugins.trunkline.topology.TableIndex;
import org.opennms.plugins.trunkline.topology.TableValue;

/**
 * A recording of an agent: a line {@code OID|type|value} per object. The type is the BER tag in
 * decimal, with {@code x} behind it where the value is in hexadecimal digits. Lines that cannot be
 * read are passed over: recordings are edited by hand.
 */
final class SnmprecFile {
  private static final int INTEGER = 2;
  private static final int OCTET_STRING = 4;
  private static final int OBJECT_ID = 6;
  private static final int IP_ADDRESS = 64;
  private static final int OPAQUE = 68;
  private static final Map<String, NeighbourColumn> COLUMNS = new HashMap<>();

  static {
    for (NeighbourColumn column : NeighbourColumn.values()) {
      COLUMNS.put(column.oid(), column);
    }
  }

  private SnmprecFile() {}

  /** Adds the columns that tell of neighbours. */
  static void read(Path file, NeighbourTables tables) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      text.lines().forEach(line -> read(line, tables));
    } catch (IOException e) {
      throw new LabException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static void read(String line, NeighbourTables tables) {
    int first = line.indexOf('|');
    int second = line.indexOf('|', first + 1);
    if (first < 0 || second < 0) {
      return;
    }
    String oid = line.substring(line.startsWith(".") ? 1 : 0, first);
    for (int dot = oid.indexOf('.'); dot > 0; dot = oid.indexOf('.', dot + 1)) {
      NeighbourColumn column = COLUMNS.get(oid.substring(0, dot));
      if (column != null) {
        Optional<TableIndex> index = index(oid.substring(dot + 1));
        Optional<TableValue> value =
            value(line.substring(first + 1, second), line.substring(second + 1));
        if (index.isPresent() && value.isPresent()) {
          tables.put(column, index.get(), value.get());
        }
        return;
      }
    }
  }

  private static Optional<TableIndex> index(String text) {
    try {
      return Optional.of(
          TableIndex.of(
              Arrays.stream(text.split("\\.", -1)).mapToInt(Integer::parseUnsignedInt).toArray()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<TableValue> value(String type, String value) {
    try {
      boolean isHex = type.endsWith("x");
      int tag = Integer.parseInt(isHex ? type.substring(0, type.length() - 1) : type);
      return switch (tag) {
        case OCTET_STRING, OPAQUE -> Optional.of(octets(value, isHex));
        case IP_ADDRESS -> isHex ? Optional.of(octets(value, true)) : address(value);
        case OBJECT_ID -> number(value.substring(value.lastIndexOf('.') + 1));
        default -> tag >= INTEGER ? number(value.strip()) : Optional.empty();
      };
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static TableValue octets(String value, boolean isHex) {
    return TableValue.of(
        isHex
            ? HexFormat.of().parseHex(value.strip())
            : value.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Optional<TableValue> address(String value) {
    return IpLiteral.parse(value.strip()).map(a -> TableValue.of(a.getAddress()));
  }

  private static Optional<TableValue> number(String digits) {
    return digits.isEmpty()
        ? Optional.empty()
        : Optional.of(TableValue.of(Long.parseUnsignedLong(digits)));
  }
}
