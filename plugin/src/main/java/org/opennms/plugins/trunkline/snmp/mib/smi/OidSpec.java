package org.opennms.plugins.trunkline.snmp.mib.smi;

import java.util.List;

/**
 * An OID as written: a name and what follows it.
 *
 * @param parent the name to start from, empty for the root; qualified as {@code Module.name} where
 *     the text does so
 * @param arcs sub-identifiers below it, 0 to 2^32 - 1 each
 */
public record OidSpec(String parent, List<Long> arcs) {
  /** Keeps an immutable copy. */
  public OidSpec {
    arcs = List.copyOf(arcs);
  }
}
