package org.opennms.plugins.trunkline.snmp;

import java.util.Arrays;

/**
 * A part of a table: the rows from one index, which belongs to it, up to another, which does not,
 * in the order of RFC 2578 section 7.10. Both may be partial indexes.
 *
 * @param from first index; without sub-identifiers for the table's start
 * @param before first index after the part; without sub-identifiers for the table's end
 */
@SuppressWarnings("ArrayRecordComponent") // compared by the methods below
public record IndexRange(int[] from, int[] before) {
  /** The whole table. */
  public static final IndexRange ALL = new IndexRange(new int[0], new int[0]);

  /** Copies the indexes. */
  public IndexRange {
    from = from.clone();
    before = before.clone();
  }

  /** All rows whose index begins so, as those of one ifIndex or of one VLAN. */
  public static IndexRange beginningWith(int... prefix) {
    int[] before = prefix.clone();
    int last = before.length - 1;
    while (last >= 0 && before[last] == -1) {
      last--;
    }
    if (last < 0) {
      return new IndexRange(prefix, new int[0]);
    }
    before[last]++;
    return new IndexRange(prefix, Arrays.copyOf(before, last + 1));
  }

  /** Whether it is the whole table. */
  public boolean isAll() {
    return from.length == 0 && before.length == 0;
  }

  /** Whether it reaches to the table's end. */
  boolean isOpen() {
    return before.length == 0;
  }

  boolean startsAfter(int[] name, int nameLength, int rootLength) {
    return from.length > 0 && compare(name, nameLength, rootLength, from) < 0;
  }

  boolean endsBefore(int[] name, int nameLength, int rootLength) {
    return before.length > 0 && compare(name, nameLength, rootLength, before) >= 0;
  }

  private static int compare(int[] name, int nameLength, int rootLength, int[] index) {
    return Arrays.compareUnsigned(name, rootLength, nameLength, index, 0, index.length);
  }

  /** A name just before the first that belongs to this part: an agent is asked for what follows. */
  int[] askAfter(int[] root) {
    if (from.length == 0) {
      return root.clone();
    }
    int last = from[from.length - 1];
    int length = root.length + from.length;
    int[] name = Arrays.copyOf(root, last == 0 ? length - 1 : length + 1);
    System.arraycopy(from, 0, name, root.length, last == 0 ? from.length - 1 : from.length);
    if (last != 0) {
      name[length - 1]--;
      // Not 2^32-1: some agents take sub-identifiers for signed numbers.
      name[length] = Integer.MAX_VALUE;
    }
    return name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IndexRange range
        && Arrays.equals(from, range.from)
        && Arrays.equals(before, range.before);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(from) + Arrays.hashCode(before);
  }

  @Override
  public String toString() {
    return "[" + Arrays.toString(from) + ", " + Arrays.toString(before) + ")";
  }
}
