package org.opennms.plugins.trunkline.snmp.mib;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.snmp.mib.smi.MibProblem;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiModule;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiSymbol;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiType;
import org.opennms.plugins.trunkline.snmp.mib.smi.TypeSpec;

/** Follows types to their base. Equal syntaxes are one object, of which a tree has thousands. */
final class TypeLinker {
  private static final int MAX_DEPTH = 32;

  private final Scopes scopes;
  private final Map<Reference, Optional<Syntax>> known = new HashMap<>();
  private final Map<BaseType, Syntax> plain = new EnumMap<>(BaseType.class);
  private final Map<Reference, MibProblem> problems = new HashMap<>();

  TypeLinker(Scopes scopes) {
    this.scopes = scopes;
  }

  /** One per unknown type and module. */
  List<MibProblem> problems() {
    return new ArrayList<>(problems.values());
  }

  /** The syntax of an object; of an unknown type without a base, so that its name still stands. */
  Syntax syntax(SmiModule module, SmiSymbol symbol) {
    TypeSpec spec = symbol.type();
    if (spec.name().isEmpty()) {
      return Syntax.NONE;
    }
    return resolve(module.name(), spec, 0)
        .orElseGet(
            () -> {
              problems.putIfAbsent(
                  new Reference(module.name(), spec.name()), unknown(module, symbol, spec));
              return new Syntax(
                  BaseType.NONE, spec.name(), Labels.NONE, DisplayHint.NONE, List.of(), List.of());
            });
  }

  /** The syntax of a type's name, as an index of SMIv1 may give it. */
  Optional<Syntax> named(SmiModule module, String name) {
    return resolve(module.name(), TypeSpec.of(name), 0);
  }

  private static MibProblem unknown(SmiModule module, SmiSymbol symbol, TypeSpec spec) {
    return new MibProblem(
        MibProblem.Kind.UNKNOWN_NAME,
        module.file(),
        symbol.line(),
        symbol.name(),
        "the type '" + spec.name() + "' is not known, or refers to itself");
  }

  private Optional<Syntax> resolve(String module, TypeSpec spec, int depth) {
    BaseType base = BaseType.named(spec.name());
    if (base != BaseType.NONE) {
      return Optional.of(refined(plain.computeIfAbsent(base, TypeLinker::plain), spec));
    }
    return scopes
        .findType(module, spec.name())
        .flatMap(type -> convention(type, depth + 1))
        .map(syntax -> refined(syntax, spec));
  }

  private Optional<Syntax> convention(Reference reference, int depth) {
    if (depth > MAX_DEPTH) {
      return Optional.empty();
    }
    Optional<Syntax> earlier = known.get(reference);
    if (earlier != null) {
      return earlier;
    }
    SmiType type = scopes.type(reference);
    Optional<Syntax> syntax =
        resolve(reference.module(), type.spec(), depth).map(parent -> named(parent, type));
    known.put(reference, syntax);
    return syntax;
  }

  private static Syntax named(Syntax parent, SmiType type) {
    DisplayHint hint = type.hint().isEmpty() ? parent.hint() : DisplayHint.of(type.hint());
    return new Syntax(
        parent.base(), type.name(), parent.labels(), hint, parent.sizes(), parent.values());
  }

  private static Syntax plain(BaseType base) {
    return new Syntax(base, "", Labels.NONE, DisplayHint.NONE, List.of(), List.of());
  }

  private static Syntax refined(Syntax parent, TypeSpec spec) {
    if (spec.numbers().isEmpty() && spec.sizes().isEmpty() && spec.values().isEmpty()) {
      return parent;
    }
    return new Syntax(
        parent.base(),
        parent.convention(),
        spec.numbers().isEmpty() ? parent.labels() : new Labels(spec.numbers()),
        parent.hint(),
        spec.sizes().isEmpty() ? parent.sizes() : spec.sizes(),
        spec.values().isEmpty() ? parent.values() : spec.values());
  }
}
