package org.opennms.plugins.trunkline.snmp.mib;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.snmp.mib.smi.MibProblem;
import org.opennms.plugins.trunkline.snmp.mib.smi.OidSpec;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiModule;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiSymbol;

/** Follows definitions to the root. No recursion: a hostile module may chain a million of them. */
final class OidLinker {
  private static final Oid SNMP = Oid.of(1, 3, 6, 1, 2, 1, 11);
  private static final Oid SNMP_TRAPS = Oid.of(1, 3, 6, 1, 6, 3, 1, 1, 5);
  private static final Map<String, Oid> ROOTS =
      Map.of(
          "", Oid.EMPTY,
          "ccitt", Oid.of(0),
          "itu-t", Oid.of(0),
          "iso", Oid.of(1),
          "joint-iso-ccitt", Oid.of(2),
          "joint-iso-itu-t", Oid.of(2));

  private final Scopes scopes;
  private final Map<Reference, Optional<Oid>> known = new HashMap<>();
  private final Map<Reference, MibProblem> problems = new HashMap<>();

  OidLinker(Scopes scopes) {
    this.scopes = scopes;
  }

  /** One per unknown name and module, however much depends on it. */
  List<MibProblem> problems() {
    return List.copyOf(problems.values());
  }

  /** The OID of a definition; empty when something on the way to the root is missing. */
  Optional<Oid> oid(SmiModule module, SmiSymbol symbol) {
    Deque<Reference> chain = new ArrayDeque<>();
    Set<Reference> seen = new HashSet<>();
    Reference at = new Reference(module.name(), symbol.name());
    while (!known.containsKey(at)) {
      if (!seen.add(at)) {
        chain.forEach(each -> known.put(each, Optional.empty()));
        return tooLong(at);
      }
      if (chain.size() > Oid.MAX_SIZE) {
        known.put(chain.getLast(), Optional.empty());
        return tooLong(chain.getLast());
      }
      chain.push(at);
      OidSpec place = scopes.symbol(at).oid();
      Optional<Reference> parent = scopes.findSymbol(at.module(), place.parent());
      if (parent.isEmpty()) {
        return finish(chain, root(at, place.parent()));
      }
      at = parent.get();
    }
    return finish(chain, known.get(at));
  }

  private Optional<Oid> root(Reference at, String parent) {
    if (ROOTS.containsKey(parent)) {
      return Optional.of(ROOTS.get(parent));
    }
    String what = "'" + parent + "' is not known, so nothing below it has an OID";
    problems.putIfAbsent(
        new Reference(at.module(), parent), problem(MibProblem.Kind.UNKNOWN_NAME, at, what));
    return Optional.empty();
  }

  private Optional<Oid> tooLong(Reference at) {
    String what = "its OID leads to itself, or is longer than " + Oid.MAX_SIZE + " sub-identifiers";
    problems.putIfAbsent(new Reference(at.module(), ""), problem(MibProblem.Kind.CYCLE, at, what));
    return Optional.empty();
  }

  private MibProblem problem(MibProblem.Kind kind, Reference at, String what) {
    return new MibProblem(
        kind, scopes.module(at.module()).file(), scopes.symbol(at).line(), at.name(), what);
  }

  /** Gives every definition of the chain its OID, the one nearest to the root first. */
  private Optional<Oid> finish(Deque<Reference> chain, Optional<Oid> base) {
    Optional<Oid> oid = base;
    while (!chain.isEmpty()) {
      Reference at = chain.pop();
      SmiSymbol definition = scopes.symbol(at);
      oid = oid.map(parent -> place(parent, definition));
      if (oid.isPresent() && oid.get().size() > Oid.MAX_SIZE) {
        oid = tooLong(at);
      }
      known.put(at, oid);
    }
    return oid;
  }

  private static Oid place(Oid parent, SmiSymbol definition) {
    OidSpec spec = definition.oid();
    if (definition.macro() != SmiSymbol.Macro.TRAP_TYPE) {
      return descend(parent, spec.arcs());
    }
    List<Long> arcs = new ArrayList<>(spec.arcs());
    long specific = arcs.remove(arcs.size() - 1);
    Oid enterprise = descend(parent, arcs);
    return enterprise.equals(SNMP)
        ? SNMP_TRAPS.child(specific + 1)
        : enterprise.child(0).child(specific);
  }

  private static Oid descend(Oid parent, List<Long> arcs) {
    int[] below = arcs.stream().mapToInt(Long::intValue).toArray();
    return parent.append(Oid.of(below));
  }
}
