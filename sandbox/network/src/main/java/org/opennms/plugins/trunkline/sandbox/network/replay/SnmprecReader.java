package org.opennms.plugins.trunkline.sandbox.network.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/**
 * Reads {@code .snmprec}: one row per object, {@code OID|type|value}; the type is the BER tag in
 * decimal, with {@code x} behind it where the value is hexadecimal. A malformed line is left out
 * and reported, the rest is kept; of two rows for one OID the first counts.
 */
public final class SnmprecReader {
  private SnmprecReader() {}

  /**
   * Reads a file.
   *
   * @param label what the recording is to be called
   * @throws IOException where the file cannot be read
   */
  public static Recording read(Path file, String label) throws IOException {
    // Latin-1 keeps every byte of texts in unknown encodings.
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    return parse(text, file.getFileName().toString(), label);
  }

  /** Reads a text whose characters are the file's bytes. */
  static Recording parse(String text, String file, String label) {
    NavigableMap<OID, Variable> values = new TreeMap<>();
    List<String> rejected = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String row = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      if (row.isBlank() || row.startsWith("#")) {
        continue;
      }
      try {
        parse(row, values);
      } catch (IllegalArgumentException e) {
        rejected.add(file + ":" + number + ": " + e.getMessage());
      }
    }
    return new Recording(label, values, List.copyOf(rejected));
  }

  private static void parse(String row, NavigableMap<OID, Variable> values) {
    String[] fields = row.split("\\|", 3);
    if (fields.length < 3) {
      throw new IllegalArgumentException("expected OID|type|value");
    }
    OID oid = oid(fields[0]);
    if (values.putIfAbsent(oid, SnmprecValue.of(fields[1], fields[2])) != null) {
      throw new IllegalArgumentException("second row for " + oid);
    }
  }

  static OID oid(String text) {
    String digits = text.strip();
    String dotted = digits.startsWith(".") ? digits.substring(1) : digits;
    if (!dotted.matches("\\d{1,10}(\\.\\d{1,10}){1,127}")) {
      throw new IllegalArgumentException("not an OID: " + abbreviate(text));
    }
    String[] parts = dotted.split("\\.", -1);
    int[] subIdentifiers = new int[parts.length];
    for (int position = 0; position < parts.length; position++) {
      subIdentifiers[position] = Integer.parseUnsignedInt(parts[position]);
    }
    return new OID(subIdentifiers);
  }

  static String abbreviate(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
