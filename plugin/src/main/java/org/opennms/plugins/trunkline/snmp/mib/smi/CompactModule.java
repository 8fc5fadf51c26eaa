package org.opennms.plugins.trunkline.snmp.mib.smi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One module of a {@link CompactTable} while it is read. Used by one thread. */
final class CompactModule {
  private static final SmiSymbol.Macro[] MACROS = SmiSymbol.Macro.values();

  private final String name;
  private final String file;
  private final String lastUpdated;
  private final List<SmiImport> imports = new ArrayList<>();
  private final List<SmiType> types = new ArrayList<>();
  private final List<SmiSymbol> symbols = new ArrayList<>();
  private final Map<String, TypeSpec> specs = new HashMap<>();

  CompactModule(String name, String file, String lastUpdated) {
    this.name = name;
    this.file = file;
    this.lastUpdated = lastUpdated;
  }

  SmiModule build() {
    return new SmiModule(name, file, 0, lastUpdated, imports, types, symbols);
  }

  void add(String kind, Fields fields) {
    switch (kind) {
      case "I" -> imports.add(new SmiImport(fields.next(), fields.words(), 0));
      case "T" -> types.add(type(fields));
      case "S" -> symbols.add(symbol(fields));
      default -> throw new IllegalArgumentException("the MIB table has no lines '" + kind + "'");
    }
  }

  private SmiType type(Fields fields) {
    String type = fields.next();
    TypeSpec spec = spec(fields.next());
    return new SmiType(type, 0, fields.next(), spec);
  }

  private SmiSymbol symbol(Fields fields) {
    return new SmiSymbol(
        fields.next(),
        0,
        MACROS[Integer.parseInt(fields.next())],
        oid(fields.next()),
        spec(fields.next()),
        fields.next().intern(),
        fields.next().intern(),
        fields.words().stream().map(CompactModule::index).toList(),
        fields.next(),
        fields.words());
  }

  private TypeSpec spec(String text) {
    return text.isEmpty() ? TypeSpec.NONE : specs.computeIfAbsent(text, SyntaxText::read);
  }

  private static OidSpec oid(String place) {
    int space = place.indexOf(' ');
    if (space < 0) {
      // A value that is only a name, such as ::= { mib-2 }.
      return new OidSpec(place, List.of());
    }
    List<Long> arcs = new ArrayList<>(2);
    for (String arc : Fields.words(place.substring(space + 1))) {
      arcs.add(Long.parseLong(arc));
    }
    return new OidSpec(place.substring(0, space), arcs);
  }

  private static IndexSpec index(String part) {
    boolean implied = part.endsWith("!");
    return new IndexSpec(implied ? part.substring(0, part.length() - 1) : part, implied);
  }
}
