package org.opennms.plugins.trunkline.snmp.mib.smi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Definitions as lines of fields divided by tabs: what a module's text says without its prose, in a
 * tenth of its size. Line kinds and fields, trailing empty ones left out:
 *
 * <pre>
 * M  name  LAST-UPDATED
 * I  module  symbols
 * T  name  syntax  DISPLAY-HINT
 * S  name  macro  parent and arcs  syntax  access  units  index  augments  objects
 * </pre>
 *
 * <p>Lists are divided by spaces. A syntax is a type's name, then {@code {label=1,…}}, {@code
 * [sizes]} or {@code (values)} as {@code low..high|…}; an implied index part ends with {@code !};
 * macros are the position in {@link SmiSymbol.Macro}. Stateless.
 */
public final class CompactTable {
  private static final String BUILT_IN = "built-in";

  private CompactTable() {}

  /** The lines of some modules. */
  public static List<String> write(List<SmiModule> modules) {
    List<String> lines = new ArrayList<>();
    for (SmiModule module : modules) {
      lines.add(line("M", module.name(), module.lastUpdated()));
      module.imports().stream()
          .filter(group -> !group.symbols().isEmpty())
          .forEach(
              group -> lines.add(line("I", group.module(), String.join(" ", group.symbols()))));
      module.types().forEach(type -> lines.add(type(type)));
      module.symbols().forEach(symbol -> lines.add(symbol(symbol)));
    }
    return lines;
  }

  private static String type(SmiType type) {
    return line("T", type.name(), SyntaxText.write(type.spec()), type.hint());
  }

  @SuppressWarnings("EnumOrdinal") // The table is made by the same version that reads it.
  private static String symbol(SmiSymbol symbol) {
    StringBuilder place = new StringBuilder(symbol.oid().parent());
    symbol.oid().arcs().forEach(arc -> place.append(' ').append(arc));
    List<String> index =
        symbol.index().stream().map(part -> part.name() + (part.implied() ? "!" : "")).toList();
    return line(
        "S",
        symbol.name(),
        Integer.toString(symbol.macro().ordinal()),
        place.toString(),
        SyntaxText.write(symbol.type()),
        symbol.access(),
        symbol.units(),
        String.join(" ", index),
        symbol.augments(),
        String.join(" ", symbol.objects()));
  }

  private static String line(String... fields) {
    int last = fields.length;
    while (fields[last - 1].isEmpty()) {
      last--;
    }
    return String.join("\t", Arrays.asList(fields).subList(0, last));
  }

  /**
   * The modules that {@link #write} wrote.
   *
   * @throws IllegalArgumentException when the lines are not of this format: the bundle is damaged
   */
  public static List<SmiModule> read(List<String> lines) {
    List<SmiModule> modules = new ArrayList<>();
    CompactModule module = null;
    for (String line : lines) {
      Fields fields = new Fields(line);
      String kind = fields.next();
      if (kind.equals("M")) {
        if (module != null) {
          modules.add(module.build());
        }
        module = new CompactModule(fields.next(), BUILT_IN, fields.next());
      } else if (module == null) {
        throw new IllegalArgumentException("the MIB table does not begin with a module: " + line);
      } else {
        module.add(kind, fields);
      }
    }
    if (module != null) {
      modules.add(module.build());
    }
    return List.copyOf(modules);
  }
}
