package org.opennms.plugins.trunkline.snmp.mib;

import java.util.List;

/** What a name stands for. */
public sealed interface Resolution {
  /**
   * An OID. For a purely numeric name it is what was given, with the nearest symbol above it.
   *
   * @param symbol the nearest symbol
   * @param oid all of it
   * @param index what follows the symbol, empty for the symbol itself
   */
  record Found(MibSymbol symbol, Oid oid, Oid index) implements Resolution {}

  /**
   * Nothing that is known.
   *
   * @param reason for an operator
   */
  record Unknown(String reason) implements Resolution {}

  /**
   * Several modules use the name for different OIDs.
   *
   * @param candidates {@code MODULE::name}, sorted
   */
  record Ambiguous(List<String> candidates) implements Resolution {
    /** Keeps an immutable copy. */
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * The index does not fit the row's index.
   *
   * @param symbol the column
   * @param reason for an operator
   */
  record BadIndex(MibSymbol symbol, String reason) implements Resolution {}
}
