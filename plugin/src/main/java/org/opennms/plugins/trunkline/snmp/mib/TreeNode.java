package org.opennms.plugins.trunkline.snmp.mib;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A place in the tree of OIDs. Immutable.
 *
 * @param arc its last sub-identifier
 * @param symbol what stands here, if anything has a name
 * @param children by sub-identifier, unsigned
 */
record TreeNode(int arc, Optional<MibSymbol> symbol, List<TreeNode> children) {
  private static final Comparator<MibSymbol> BY_OID = Comparator.comparing(MibSymbol::oid);

  /** The tree of symbols with different OIDs. */
  static TreeNode root(List<MibSymbol> symbols) {
    return build(symbols.stream().sorted(BY_OID).toList(), 0, 0);
  }

  /** The node at a depth that all the symbols are at or below. */
  private static TreeNode build(List<MibSymbol> symbols, int depth, int arc) {
    boolean named = symbols.get(0).oid().size() == depth;
    List<MibSymbol> below = named ? symbols.subList(1, symbols.size()) : symbols;
    List<TreeNode> children = new ArrayList<>();
    int from = 0;
    while (from < below.size()) {
      long next = below.get(from).oid().arc(depth);
      int to = from + 1;
      while (to < below.size() && below.get(to).oid().arc(depth) == next) {
        to++;
      }
      children.add(build(below.subList(from, to), depth + 1, (int) next));
      from = to;
    }
    Optional<MibSymbol> symbol = named ? Optional.of(symbols.get(0)) : Optional.empty();
    return new TreeNode(arc, symbol, List.copyOf(children));
  }

  /** The child of this sub-identifier, or null: called a dozen times a lookup. */
  TreeNode child(long wanted) {
    int high = children.size();
    if (wanted >= 1 && wanted <= high && children.get((int) wanted - 1).arc == wanted) {
      return children.get((int) wanted - 1);
    }
    int low = 0;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Integer.toUnsignedLong(children.get(middle).arc) < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean found =
        low < children.size() && Integer.toUnsignedLong(children.get(low).arc) == wanted;
    return found ? children.get(low) : null;
  }
}
