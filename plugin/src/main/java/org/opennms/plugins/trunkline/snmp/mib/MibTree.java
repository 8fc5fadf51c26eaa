package org.opennms.plugins.trunkline.snmp.mib;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All names of the loaded modules. Immutable and thread-safe; a lookup touches no shared state. See
 * {@link MibLibrary} for where a tree comes from.
 */
public final class MibTree {
  private final TreeNode root;
  private final Map<String, List<MibSymbol>> byName;
  private final int size;

  private MibTree(TreeNode root, Map<String, List<MibSymbol>> byName, int size) {
    this.root = root;
    this.byName = byName;
    this.size = size;
  }

  /**
   * A tree of these symbols and the three roots.
   *
   * @param symbols where several have one OID, the first gives its name
   */
  static MibTree of(Collection<MibSymbol> symbols) {
    List<MibSymbol> all = new ArrayList<>(Roots.SYMBOLS);
    all.addAll(symbols);
    Map<Oid, MibSymbol> places = new LinkedHashMap<>();
    Map<String, List<MibSymbol>> names = new HashMap<>();
    for (MibSymbol symbol : all) {
      places.putIfAbsent(symbol.oid(), symbol);
      names.merge(symbol.name(), List.of(symbol), MibTree::joined);
    }
    return new MibTree(TreeNode.root(List.copyOf(places.values())), Map.copyOf(names), all.size());
  }

  private static List<MibSymbol> joined(List<MibSymbol> some, List<MibSymbol> more) {
    List<MibSymbol> both = new ArrayList<>(some);
    both.addAll(more);
    return List.copyOf(both);
  }

  /**
   * What a name stands for. Understood are {@code IF-MIB::ifHCInOctets.3}, {@code ifHCInOctets.3},
   * {@code .iso.org.dod.internet.mgmt.mib-2.interfaces.ifTable.ifEntry.ifDescr.1}, a path that
   * begins at any name, and {@code 1.3.6.1.2.1.2.2.1.2.1}; in the index of a column numbers,
   * labels, and texts in single or double quotes.
   */
  public Resolution resolve(String name) {
    return new NameResolver(this).resolve(name);
  }

  /**
   * The name of an OID with its index decoded, for example {@code LLDP-MIB::lldpRemSysName.0.5.1}
   * or {@code IP-MIB::ipAddressIfIndex.ipv4."192.0.2.1"}; it resolves to the same OID. What no
   * module knows keeps its numbers.
   */
  public String name(Oid oid) {
    return locate(oid).map(MibTree::nameOf).orElseGet(() -> "." + oid);
  }

  private static String nameOf(MibLocation location) {
    StringBuilder text = new StringBuilder(64).append(location.symbol().qualifiedName());
    Optional<List<IndexValue>> values = location.values();
    if (values.isPresent()) {
      values.get().forEach(value -> text.append('.').append(value.text()));
    } else if (location.index().size() > 0) {
      text.append('.').append(location.index());
    }
    return text.toString();
  }

  /** The nearest symbol at or above an OID, and what follows it; empty outside the three roots. */
  public Optional<MibLocation> locate(Oid oid) {
    TreeNode node = root;
    MibSymbol nearest = null;
    for (int depth = 0; depth < oid.size(); depth++) {
      node = node.child(oid.arc(depth));
      if (node == null) {
        break;
      }
      nearest = node.symbol().orElse(nearest);
    }
    return nearest == null
        ? Optional.empty()
        : Optional.of(new MibLocation(nearest, oid.tail(nearest.oid().size())));
  }

  /**
   * A value as an operator reads it: labels of enumerations and bits, DISPLAY-HINTs, durations,
   * addresses, names of OIDs, units; octets that are no characters in hexadecimal.
   *
   * @param oid of the instance; one that no module knows is formatted by the wire's type alone
   */
  public String format(Oid oid, WireValue value) {
    Optional<MibSymbol> symbol =
        locate(oid).map(MibLocation::symbol).filter(MibSymbol::hasInstances);
    Syntax syntax = symbol.map(MibSymbol::syntax).orElse(Syntax.NONE);
    String units = symbol.map(MibSymbol::units).orElse("");
    if (value instanceof WireValue.Whole whole) {
      return ValueFormat.whole(syntax, units, whole);
    }
    if (value instanceof WireValue.Octets octets) {
      return ValueFormat.octets(syntax, units, octets);
    }
    return name(((WireValue.Identifier) value).oid());
  }

  /**
   * Reads a value as an operator writes it: labels, numbers (with the decimals of the hint), text
   * by the DISPLAY-HINT, {@code 0x} and hexadecimal digits, addresses, names of OIDs, labels of
   * bits. Ranges and sizes of the syntax are checked.
   *
   * @param object a scalar or column
   */
  public ValueReading read(MibSymbol object, String text) {
    return ValueReader.read(this, object, text);
  }

  /** All symbols of a name, in all modules. */
  public List<MibSymbol> symbols(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** The symbol of a module, for example of a notification whose OBJECTS are wanted. */
  public Optional<MibSymbol> symbol(String module, String name) {
    return symbols(name).stream().filter(s -> s.module().equals(module)).findFirst();
  }

  /** The symbols right below an OID, by sub-identifier; of a row its columns. */
  public List<MibSymbol> children(Oid oid) {
    TreeNode node = root;
    for (int depth = 0; node != null && depth < oid.size(); depth++) {
      node = node.child(oid.arc(depth));
    }
    return node == null
        ? List.of()
        : node.children().stream().flatMap(child -> child.symbol().stream()).toList();
  }

  /** Every symbol, in no order. */
  public Collection<MibSymbol> symbols() {
    return byName.values().stream().flatMap(List::stream).toList();
  }

  /** How many symbols there are. */
  public int size() {
    return size;
  }
}
