package org.opennms.plugins.trunkline.snmp.mib.smi;

import java.util.List;

/**
 * Symbols that a module takes from another one.
 *
 * @param module the other module's name
 * @param symbols objects and types; names of macros are left out
 * @param line of the module's name in the IMPORTS, 1-based; 0 in the compact table
 */
public record SmiImport(String module, List<String> symbols, int line) {
  /** Keeps an immutable copy. */
  public SmiImport {
    symbols = List.copyOf(symbols);
  }
}
