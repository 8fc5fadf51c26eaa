package org.opennms.plugins.trunkline.snmp.mib.smi;

import java.util.List;

/**
 * A MIB module as its text defines it; names are not yet resolved.
 *
 * @param name for example {@code IF-MIB}
 * @param file where it was read from, as {@link MibProblem#file()}
 * @param line where it begins, 1-based
 * @param lastUpdated LAST-UPDATED of its MODULE-IDENTITY as written, empty in SMIv1
 * @param imports by module, in the order of the text
 * @param types textual conventions and plain type assignments, without the SEQUENCEs of rows
 * @param symbols everything that has an OID
 */
public record SmiModule(
    String name,
    String file,
    int line,
    String lastUpdated,
    List<SmiImport> imports,
    List<SmiType> types,
    List<SmiSymbol> symbols) {
  /** Keeps immutable copies. */
  public SmiModule {
    imports = List.copyOf(imports);
    types = List.copyOf(types);
    symbols = List.copyOf(symbols);
  }

  /** Whether the module has a MODULE-IDENTITY, as all of SMIv2 but the SMI itself must. */
  public boolean hasIdentity() {
    return !lastUpdated.isEmpty();
  }
}
