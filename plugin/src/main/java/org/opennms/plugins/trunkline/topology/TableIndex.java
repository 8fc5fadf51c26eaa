package org.opennms.plugins.trunkline.topology;

import java.util.Arrays;

/** A row's index: the sub-identifiers behind the column, unsigned; {@code 0} of a scalar. */
public final class TableIndex implements Comparable<TableIndex> {
  private final int[] subIds;

  private TableIndex(int[] subIds) {
    this.subIds = subIds;
  }

  /** An index of these sub-identifiers. */
  public static TableIndex of(int... subIds) {
    return new TableIndex(subIds.clone());
  }

  /** How many sub-identifiers. */
  public int length() {
    return subIds.length;
  }

  /** One of them. */
  public int at(int position) {
    return subIds[position];
  }

  /** Some of them, from the first to before the second position. */
  public TableIndex part(int start, int end) {
    return new TableIndex(Arrays.copyOfRange(subIds, start, end));
  }

  @Override
  public int compareTo(TableIndex other) {
    return Arrays.compareUnsigned(subIds, other.subIds);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TableIndex index && Arrays.equals(subIds, index.subIds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(subIds);
  }

  @Override
  public String toString() {
    return Arrays.toString(subIds);
  }
}
