package org.opennms.plugins.trunkline.snmp.mib;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.opennms.plugins.trunkline.snmp.mib.smi.CompactTable;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiModule;

/** The modules that Trunkline knows without any file. Stateless. */
public final class BuiltInModules {
  private static final String TABLE = "modules.tsv";

  private BuiltInModules() {}

  /**
   * Reads them from the bundle.
   *
   * @throws UncheckedIOException when the bundle cannot be read
   */
  public static List<SmiModule> read() {
    InputStream table =
        Objects.requireNonNull(BuiltInModules.class.getResourceAsStream(TABLE), TABLE);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return CompactTable.read(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + TABLE + " from the bundle", e);
    }
  }
}
