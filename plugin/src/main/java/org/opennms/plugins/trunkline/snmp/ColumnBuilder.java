package org.opennms.plugins.trunkline.snmp;

import java.util.Arrays;

/** Collects a column's rows in growing arrays. Loop only. */
final class ColumnBuilder {
  private static final int[] NO_INTS = {};
  private static final int FIRST_ROWS = 16;

  private final int[] root;
  private int rows;
  private int[] indexes = NO_INTS;
  private int indexesUsed;
  private int[] indexEnds;
  private int fixedIndexLength = -1;
  private byte[] types;
  private byte onlyType;
  private long[] numbers = new long[FIRST_ROWS];
  private byte[] octets = new byte[0];
  private int octetsUsed;

  ColumnBuilder(int[] root) {
    this.root = root;
  }

  /** Adds the varbind that the answer stands at; its name must start with the root. */
  void add(AnswerPdu answer) throws MalformedMessageException {
    ValueType type = ValueType.of(answer.valueTag());
    long number =
        type.isNumber()
            ? number(answer, type)
            : keep(answer.bytes(), answer.valueFrom(), answer.valueLength());
    put(number, (byte) answer.valueTag());
    addIndex(answer.name(), root.length, answer.nameLength() - root.length);
    rows++;
  }

  /** Adds all rows of another column. */
  void addAll(Column from) {
    for (int row = 0; row < from.rows(); row++) {
      long number = from.raw(row);
      boolean isNumber = from.type(row).isNumber();
      long kept = isNumber ? number : keep(from.octetsStore(), (int) (number >>> 32), (int) number);
      put(kept, from.tag(row));
      int[] index = from.index(row);
      addIndex(index, 0, index.length);
      rows++;
    }
  }

  private void put(long number, byte tag) {
    if (rows == numbers.length) {
      numbers = Arrays.copyOf(numbers, rows * 2);
    }
    numbers[rows] = number;
    addType(tag);
  }

  private static long number(AnswerPdu answer, ValueType type) throws MalformedMessageException {
    byte[] bytes = answer.bytes();
    return switch (type) {
      case INTEGER -> BerReader.signed(bytes, answer.valueFrom(), answer.valueLength());
      case COUNTER64 -> BerReader.unsigned(bytes, answer.valueFrom(), answer.valueLength());
      default -> BerReader.unsigned(bytes, answer.valueFrom(), answer.valueLength()) & 0xffff_ffffL;
    };
  }

  private long keep(byte[] from, int at, int length) {
    if (octetsUsed + length > octets.length) {
      octets = Arrays.copyOf(octets, Math.max(octetsUsed + length, octets.length * 2 + 64));
    }
    System.arraycopy(from, at, octets, octetsUsed, length);
    long place = ((long) octetsUsed << 32) | length;
    octetsUsed += length;
    return place;
  }

  private void addType(byte tag) {
    if (rows == 0) {
      onlyType = tag;
    } else if (types == null && tag != onlyType) {
      types = new byte[numbers.length];
      Arrays.fill(types, 0, rows, onlyType);
    }
    if (types != null) {
      if (rows >= types.length) {
        types = Arrays.copyOf(types, numbers.length);
      }
      types[rows] = tag;
    }
  }

  private void addIndex(int[] from, int at, int length) {
    if (indexesUsed + length > indexes.length) {
      indexes =
          Arrays.copyOf(indexes, Math.max(indexesUsed + length, indexes.length * 2 + FIRST_ROWS));
    }
    System.arraycopy(from, at, indexes, indexesUsed, length);
    indexesUsed += length;
    if (rows == 0) {
      fixedIndexLength = length;
    } else if (indexEnds == null && length != fixedIndexLength) {
      indexEnds = new int[numbers.length];
      for (int row = 0; row < rows; row++) {
        indexEnds[row] = (row + 1) * fixedIndexLength;
      }
    }
    if (indexEnds != null) {
      if (rows >= indexEnds.length) {
        indexEnds = Arrays.copyOf(indexEnds, numbers.length);
      }
      indexEnds[rows] = indexesUsed;
    }
  }

  /** The first row whose index is not below this one; as many as there are rows if none. */
  int lowerBound(int[] name, int from, int to) {
    int low = 0;
    int high = rows;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Arrays.compareUnsigned(
              indexes, indexStart(middle), indexStart(middle + 1), name, from, to)
          < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether it has a row of this index. */
  boolean contains(int[] name, int from, int to) {
    int row = lowerBound(name, from, to);
    return row < rows
        && Arrays.equals(indexes, indexStart(row), indexStart(row + 1), name, from, to);
  }

  /** The index of a row. */
  int[] index(int row) {
    return Arrays.copyOfRange(indexes, indexStart(row), indexStart(row + 1));
  }

  /** Where a row's index begins; one beyond the last row is allowed. */
  private int indexStart(int row) {
    if (indexEnds == null) {
      return row * Math.max(0, fixedIndexLength);
    }
    return row == 0 ? 0 : indexEnds[row - 1];
  }

  /** Forgets all rows but the first ones. */
  void truncate(int keep) {
    indexesUsed = indexStart(keep);
    for (int row = rows - 1; row >= keep; row--) {
      if (!ValueType.isNumber(types == null ? onlyType : types[row])) {
        octetsUsed = (int) (numbers[row] >>> 32);
      }
    }
    rows = keep;
  }

  int[] root() {
    return root;
  }

  int rows() {
    return rows;
  }

  int octetsUsed() {
    return octetsUsed;
  }

  /** Of which the first {@link #indexesUsed} count. */
  int[] indexes() {
    return indexes;
  }

  int indexesUsed() {
    return indexesUsed;
  }

  /** Per row where its index ends; null while all are of one length. */
  int[] indexEnds() {
    return indexEnds;
  }

  int fixedIndexLength() {
    return Math.max(0, fixedIndexLength);
  }

  /** Whether another column's object differs in its last sub-identifier only; null has none. */
  boolean sharesRoot(ColumnBuilder other) {
    int length = root.length - 1;
    return other != null
        && other.root.length == root.length
        && Arrays.equals(root, 0, length, other.root, 0, length);
  }

  /** Whether another column has the very same rows; null has none. */
  boolean sameIndexes(ColumnBuilder other) {
    return other != null
        && rows == other.rows
        && Arrays.equals(indexes, 0, indexesUsed, other.indexes, 0, other.indexesUsed)
        && (indexEnds == null) == (other.indexEnds == null)
        && (indexEnds == null || Arrays.equals(indexEnds, 0, rows, other.indexEnds, 0, rows));
  }

  /** Per row its tag; null while all are {@link #onlyType}. */
  byte[] types() {
    return types;
  }

  byte onlyType() {
    return onlyType;
  }

  long[] numbers() {
    return numbers;
  }

  byte[] octets() {
    return octets;
  }
}
