package org.opennms.plugins.trunkline.snmp.mib;

import java.util.List;
import java.util.Optional;

/** One resolution of a name: the first label is looked up, the rest is a path and an index. */
final class NameResolver {
  private final MibTree tree;

  NameResolver(MibTree tree) {
    this.tree = tree;
  }

  Resolution resolve(String name) {
    Optional<Oid> numeric = Oid.parse(name);
    if (numeric.isPresent()) {
      return numeric(numeric.get());
    }
    int colons = moduleEnd(name);
    String module = name.substring(0, Math.max(0, colons));
    String path = name.substring(colons < 0 ? 0 : colons + 2);
    boolean fromRoot = colons < 0 && path.startsWith(".");
    Optional<List<NamePart>> parts = NamePart.split(fromRoot ? path.substring(1) : path);
    if (parts.isEmpty()) {
      return new Resolution.Unknown("'" + name + "' is no name: an empty part, or an open quote");
    }
    return fromRoot ? path(Oid.EMPTY, parts.get()) : named(module, parts.get());
  }

  /** Where a module's name ends, or -1; an IPv6 address in an index has colons as well. */
  private static int moduleEnd(String name) {
    int colons = name.indexOf("::");
    int dot = name.indexOf('.');
    return dot >= 0 && dot < colons ? -1 : colons;
  }

  private Resolution numeric(Oid oid) {
    return tree.locate(oid)
        .<Resolution>map(at -> new Resolution.Found(at.symbol(), oid, at.index()))
        .orElseGet(
            () -> new Resolution.Unknown("." + oid + " is outside ccitt, iso and joint-iso-ccitt"));
  }

  private Resolution named(String module, List<NamePart> parts) {
    String label = parts.get(0).text();
    List<MibSymbol> candidates =
        tree.symbols(label).stream()
            .filter(symbol -> module.isEmpty() || symbol.module().equals(module))
            .toList();
    if (candidates.isEmpty()) {
      return new Resolution.Unknown(
          module.isEmpty()
              ? "no loaded module defines '" + label + "'"
              : "module " + module + " does not define '" + label + "', or it is not loaded");
    }
    long oids = candidates.stream().map(MibSymbol::oid).distinct().count();
    if (oids > 1) {
      return new Resolution.Ambiguous(
          candidates.stream().map(MibSymbol::qualifiedName).sorted().toList());
    }
    return below(candidates.get(0), parts.subList(1, parts.size()));
  }

  /** The rest of a name behind a symbol: further labels, then the index. */
  private Resolution below(MibSymbol symbol, List<NamePart> rest) {
    if (rest.isEmpty()) {
      return new Resolution.Found(symbol, symbol.oid(), Oid.EMPTY);
    }
    return symbol.hasInstances() ? instance(symbol, rest) : path(symbol.oid(), rest);
  }

  private Resolution instance(MibSymbol symbol, List<NamePart> rest) {
    IndexEncoder.Encoded encoded = IndexEncoder.encode(symbol.index(), rest);
    if (encoded.fault().isPresent()) {
      return new Resolution.BadIndex(symbol, encoded.fault().get());
    }
    if (symbol.oid().size() + encoded.index().size() > Oid.MAX_SIZE) {
      return new Resolution.BadIndex(symbol, "the OID is longer than " + Oid.MAX_SIZE);
    }
    return new Resolution.Found(symbol, symbol.oid().append(encoded.index()), encoded.index());
  }

  private Resolution path(Oid start, List<NamePart> rest) {
    Oid at = start;
    for (int i = 0; i < rest.size(); i++) {
      NamePart part = rest.get(i);
      Optional<Oid> next =
          part.arc() >= 0 ? Optional.of(at.child(part.arc())) : child(at, part.text());
      if (next.isEmpty() || next.get().size() > Oid.MAX_SIZE) {
        return new Resolution.Unknown(
            "'" + part.text() + "' does not stand below " + tree.name(at));
      }
      at = next.get();
      Optional<MibSymbol> object = exactly(at).filter(MibSymbol::hasInstances);
      if (object.isPresent()) {
        return below(object.get(), rest.subList(i + 1, rest.size()));
      }
    }
    return numeric(at);
  }

  private Optional<Oid> child(Oid parent, String label) {
    return tree.symbols(label).stream()
        .map(MibSymbol::oid)
        .filter(oid -> oid.size() == parent.size() + 1 && oid.startsWith(parent))
        .findFirst();
  }

  private Optional<MibSymbol> exactly(Oid oid) {
    return tree.locate(oid).filter(at -> at.index().size() == 0).map(MibLocation::symbol);
  }
}
