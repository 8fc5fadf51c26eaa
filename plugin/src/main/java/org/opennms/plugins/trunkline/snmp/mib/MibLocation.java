package org.opennms.plugins.trunkline.snmp.mib;

import java.util.List;
import java.util.Optional;

/**
 * Where an OID stands.
 *
 * @param symbol the nearest symbol at or above it
 * @param index what follows the symbol
 */
public record MibLocation(MibSymbol symbol, Oid index) {
  /** The decoded index of a column's instance; empty when there is none, or it does not fit. */
  public Optional<List<IndexValue>> values() {
    return symbol.index().isEmpty() || index.size() == 0
        ? Optional.empty()
        : IndexCodec.decode(symbol.index(), index);
  }
}
