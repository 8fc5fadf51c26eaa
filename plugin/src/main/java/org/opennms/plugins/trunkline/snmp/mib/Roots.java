package org.opennms.plugins.trunkline.snmp.mib;

import java.util.List;

/** The names that no module defines: the roots of ISO and ITU-T (ITU-T X.660). */
final class Roots {
  static final List<MibSymbol> SYMBOLS =
      List.of(root("ccitt", 0), root("iso", 1), root("joint-iso-ccitt", 2));

  private Roots() {}

  private static MibSymbol root(String name, int arc) {
    return new MibSymbol(
        "", name, Oid.of(arc), MibSymbol.Kind.NODE, Syntax.NONE, "", "", List.of(), List.of());
  }
}
