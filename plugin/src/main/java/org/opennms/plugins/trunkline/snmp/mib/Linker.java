package org.opennms.plugins.trunkline.snmp.mib;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.snmp.mib.MibSymbol.Kind;
import org.opennms.plugins.trunkline.snmp.mib.smi.IndexSpec;
import org.opennms.plugins.trunkline.snmp.mib.smi.MibProblem;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiModule;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiSymbol;

/**
 * Makes symbols of definitions: OIDs, kinds, syntaxes, indexes. What cannot be linked is left out
 * and told; the rest stands. Used by one thread, once.
 */
final class Linker {
  private static final int MAX_AUGMENTS = 8;

  /** A definition that has found its OID. */
  private record Placed(SmiModule module, SmiSymbol symbol, Oid oid) {}

  private final List<SmiModule> modules;
  private final Scopes scopes;
  private final OidLinker oids;
  private final TypeLinker types;
  private final List<MibProblem> problems = new ArrayList<>();
  private final Set<Oid> tables = new HashSet<>();
  private final Map<Oid, List<Placed>> rows = new HashMap<>();
  private final Map<Reference, List<IndexPart>> indexes = new HashMap<>();

  private Linker(List<SmiModule> modules) {
    this.modules = modules;
    scopes = new Scopes(modules);
    oids = new OidLinker(scopes);
    types = new TypeLinker(scopes);
  }

  /**
   * What linking gave.
   *
   * @param symbols those of SMIv2 modules first, objects before mere nodes
   * @param problems of all modules
   */
  record Linked(List<MibSymbol> symbols, List<MibProblem> problems) {}

  /** Links modules with different names. */
  static Linked link(List<SmiModule> modules) {
    return new Linker(modules).link();
  }

  private Linked link() {
    List<Placed> placed = place();
    placed.stream().filter(p -> p.symbol().isTable()).forEach(p -> tables.add(p.oid()));
    placed.stream()
        .filter(p -> isObject(p) && !p.symbol().isTable() && tables.contains(parent(p.oid())))
        .forEach(p -> rows.computeIfAbsent(p.oid(), oid -> new ArrayList<>()).add(p));
    List<MibSymbol> symbols = new ArrayList<>(placed.stream().map(this::symbol).toList());
    symbols.sort(Comparator.comparing(symbol -> symbol.kind() == Kind.NODE));
    modules.forEach(module -> problems.addAll(scopes.importProblems(module)));
    problems.addAll(oids.problems());
    problems.addAll(types.problems());
    return new Linked(List.copyOf(symbols), List.copyOf(problems));
  }

  private List<Placed> place() {
    List<SmiModule> newFirst =
        modules.stream().sorted(Comparator.comparing(module -> !isVersion2(module))).toList();
    List<Placed> placed = new ArrayList<>();
    for (SmiModule module : newFirst) {
      for (SmiSymbol symbol : module.symbols()) {
        oids.oid(module, symbol).ifPresent(oid -> placed.add(new Placed(module, symbol, oid)));
      }
    }
    return placed;
  }

  /** The SMI's own modules have no identity. */
  private static boolean isVersion2(SmiModule module) {
    return module.hasIdentity() || module.name().startsWith("SNMPv2-");
  }

  private MibSymbol symbol(Placed placed) {
    SmiSymbol symbol = placed.symbol();
    Kind kind = kind(placed);
    boolean typed = kind == Kind.SCALAR || kind == Kind.COLUMN;
    return new MibSymbol(
        placed.module().name(),
        symbol.name(),
        placed.oid(),
        kind,
        typed ? types.syntax(placed.module(), symbol) : Syntax.NONE,
        symbol.access(),
        symbol.units(),
        index(placed, kind),
        objects(placed));
  }

  private Kind kind(Placed placed) {
    return switch (placed.symbol().macro()) {
      case OBJECT_IDENTIFIER, MODULE_IDENTITY, OBJECT_IDENTITY -> Kind.NODE;
      case NOTIFICATION_TYPE, TRAP_TYPE -> Kind.NOTIFICATION;
      case OBJECT_GROUP, NOTIFICATION_GROUP, MODULE_COMPLIANCE, AGENT_CAPABILITIES ->
          Kind.CONFORMANCE;
      case OBJECT_TYPE -> objectKind(placed);
    };
  }

  private Kind objectKind(Placed placed) {
    if (placed.symbol().isTable()) {
      return Kind.TABLE;
    }
    if (rows.containsKey(placed.oid())) {
      return Kind.ROW;
    }
    return rows.containsKey(parent(placed.oid())) ? Kind.COLUMN : Kind.SCALAR;
  }

  private static boolean isObject(Placed placed) {
    return placed.symbol().macro() == SmiSymbol.Macro.OBJECT_TYPE;
  }

  private static Oid parent(Oid oid) {
    return oid.slice(0, Math.max(0, oid.size() - 1));
  }

  /** The index of a row, or of the row that a column belongs to, its own module's first. */
  private List<IndexPart> index(Placed placed, Kind kind) {
    if (kind == Kind.ROW) {
      return indexes.computeIfAbsent(
          new Reference(placed.module().name(), placed.symbol().name()),
          row -> indexOf(placed.module(), placed.symbol(), 0));
    }
    if (kind != Kind.COLUMN) {
      return List.of();
    }
    List<Placed> candidates = rows.get(parent(placed.oid()));
    Placed row =
        candidates.stream()
            .filter(each -> each.module().name().equals(placed.module().name()))
            .findFirst()
            .orElse(candidates.get(0));
    return index(row, Kind.ROW);
  }

  private List<IndexPart> indexOf(SmiModule module, SmiSymbol row, int depth) {
    if (!row.augments().isEmpty()) {
      Optional<Reference> base =
          depth < MAX_AUGMENTS
              ? scopes.findSymbol(module.name(), row.augments())
              : Optional.empty();
      return base.map(b -> indexOf(scopes.module(b.module()), scopes.symbol(b), depth + 1))
          .orElseGet(() -> unknownIndex(module, row, row.augments()));
    }
    List<IndexPart> parts = new ArrayList<>();
    for (IndexSpec spec : row.index()) {
      Optional<Syntax> syntax = indexSyntax(module, spec.name());
      if (syntax.isEmpty()) {
        return unknownIndex(module, row, spec.name());
      }
      parts.add(new IndexPart(spec.name(), syntax.get(), spec.implied()));
    }
    return List.copyOf(parts);
  }

  private Optional<Syntax> indexSyntax(SmiModule module, String name) {
    Optional<Reference> column = scopes.findSymbol(module.name(), name);
    return column.isPresent()
        ? Optional.of(
            types.syntax(scopes.module(column.get().module()), scopes.symbol(column.get())))
        : types.named(module, name);
  }

  private List<IndexPart> unknownIndex(SmiModule module, SmiSymbol row, String name) {
    problems.add(
        new MibProblem(
            MibProblem.Kind.UNKNOWN_NAME,
            module.file(),
            row.line(),
            row.name(),
            "the index '" + name + "' is not known, so indexes stay numeric"));
    return List.of();
  }

  private List<String> objects(Placed placed) {
    return placed.symbol().objects().stream()
        .flatMap(name -> scopes.findSymbol(placed.module().name(), name).stream())
        .map(reference -> reference.module() + "::" + reference.name())
        .toList();
  }
}
