package org.opennms.plugins.trunkline.model;

import java.util.List;

/**
 * How an interface is stacked (IF-MIB ifStackTable) and bundled (IEEE8023-LAG-MIB).
 *
 * @param aggregate ifIndex of the aggregate whose member it is (dot3adAggPortAttachedAggID); 0 for
 *     none
 * @param lower ifIndexes of the interfaces that it runs over, ascending; may be empty
 */
public record Layers(int aggregate, List<Integer> lower) {
  /** Nothing is known. */
  public static final Layers NONE = new Layers(0, List.of());

  /** Copies the list. */
  public Layers {
    lower = List.copyOf(lower);
  }
}
