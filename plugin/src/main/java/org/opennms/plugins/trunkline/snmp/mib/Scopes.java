package org.opennms.plugins.trunkline.snmp.mib;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.opennms.plugins.trunkline.snmp.mib.smi.MibProblem;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiImport;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiModule;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiSymbol;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiType;

/**
 * Finds what a name means in a module: its own definition, an import, or, since vendors forget
 * imports, one of the core modules. Read-only once made.
 */
final class Scopes {
  private static final int MAX_HOPS = 8;

  private static final List<String> CORE =
      List.of("SNMPv2-SMI", "SNMPv2-TC", "SNMPv2-MIB", "IF-MIB", "RFC1155-SMI", "RFC1213-MIB");

  /** Modules that were published again under another name. */
  private static final Map<String, String> SUCCESSORS =
      Map.of(
          "RFC1065-SMI", "RFC1155-SMI",
          "RFC1156-MIB", "RFC1213-MIB",
          "RFC1158-MIB", "RFC1213-MIB",
          "RFC1212", "RFC-1212",
          "RFC1215", "RFC-1215",
          "RFC1271-MIB", "RMON-MIB",
          "RFC1286-MIB", "BRIDGE-MIB",
          "RFC1398-MIB", "EtherLike-MIB",
          "RFC1573-MIB", "IF-MIB");

  private record Scope(
      SmiModule module,
      Map<String, SmiSymbol> symbols,
      Map<String, SmiType> types,
      Map<String, String> imports) {
    boolean defines(String name) {
      return symbols.containsKey(name) || types.containsKey(name);
    }
  }

  private final Map<String, Scope> scopes = new LinkedHashMap<>();

  Scopes(List<SmiModule> modules) {
    modules.forEach(module -> scopes.put(module.name(), scope(module)));
  }

  private static Scope scope(SmiModule module) {
    Map<String, SmiSymbol> symbols = new HashMap<>();
    module.symbols().forEach(symbol -> symbols.putIfAbsent(symbol.name(), symbol));
    Map<String, SmiType> types = new HashMap<>();
    module.types().forEach(type -> types.putIfAbsent(type.name(), type));
    Map<String, String> imports = new HashMap<>();
    for (SmiImport group : module.imports()) {
      group.symbols().forEach(symbol -> imports.putIfAbsent(symbol, group.module()));
    }
    return new Scope(module, symbols, types, imports);
  }

  Optional<Reference> findSymbol(String module, String name) {
    return find(module, name, (scope, wanted) -> scope.symbols().containsKey(wanted));
  }

  Optional<Reference> findType(String module, String name) {
    return find(module, name, (scope, wanted) -> scope.types().containsKey(wanted));
  }

  SmiModule module(String name) {
    return scopes.get(name).module();
  }

  SmiSymbol symbol(Reference reference) {
    return scopes.get(reference.module()).symbols().get(reference.name());
  }

  SmiType type(Reference reference) {
    return scopes.get(reference.module()).types().get(reference.name());
  }

  private Optional<Reference> find(String module, String name, BiPredicate<Scope, String> defines) {
    int dot = name.indexOf('.');
    String wanted = name.substring(dot + 1);
    String at = dot < 0 ? module : name.substring(0, dot);
    for (int hop = 0; hop < MAX_HOPS && at != null; hop++) {
      Scope scope = scopes.get(at);
      if (scope == null) {
        at = SUCCESSORS.get(at);
      } else if (defines.test(scope, wanted)) {
        return Optional.of(new Reference(at, wanted));
      } else {
        at = scope.imports().get(wanted);
      }
    }
    return CORE.stream()
        .filter(scopes::containsKey)
        .filter(core -> defines.test(scopes.get(core), wanted))
        .map(core -> new Reference(core, wanted))
        .findFirst();
  }

  /** Imports of one module from modules that are not there, or that do not define the symbol. */
  List<MibProblem> importProblems(SmiModule module) {
    List<MibProblem> problems = new ArrayList<>();
    for (SmiImport group : module.imports()) {
      String source =
          scopes.containsKey(group.module()) ? group.module() : SUCCESSORS.get(group.module());
      Scope scope = source == null ? null : scopes.get(source);
      if (scope == null) {
        problems.add(
            new MibProblem(
                MibProblem.Kind.MISSING_MODULE,
                module.file(),
                group.line(),
                module.name(),
                "module "
                    + group.module()
                    + " is not known; from it come "
                    + String.join(", ", group.symbols())));
      } else {
        missing(group, scope).ifPresent(names -> problems.add(missingSymbol(module, group, names)));
      }
    }
    return problems;
  }

  private static Optional<String> missing(SmiImport group, Scope scope) {
    List<String> names =
        group.symbols().stream()
            .filter(name -> !scope.defines(name) && !scope.imports().containsKey(name))
            .filter(name -> BaseType.named(name) == BaseType.NONE)
            .toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
  }

  private static MibProblem missingSymbol(SmiModule module, SmiImport group, String names) {
    return new MibProblem(
        MibProblem.Kind.MISSING_SYMBOL,
        module.file(),
        group.line(),
        module.name(),
        "module " + group.module() + " does not define " + names);
  }
}
