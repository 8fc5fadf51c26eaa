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

  /** Adds a row of another column. */
  void add(Column from, int row) {
    long number = from.raw(row);
    boolean isNumber = from.type(row).isNumber();
    long kept = isNumber ? number : keep(from.octetsStore(), (int) (number >>> 32), (int) number);
    put(kept, from.tag(row));
    addIndex(from.indexStore(), from.indexStart(row), from.indexLength(row));
    rows++;
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

  int[] root() {
    return root;
  }

  int rows() {
    return rows;
  }

  int octetsUsed() {
    return octetsUsed;
  }

  int[] indexes() {
    return Arrays.copyOf(indexes, indexesUsed);
  }

  int[] indexEnds() {
    return indexEnds == null ? null : Arrays.copyOf(indexEnds, rows);
  }

  int fixedIndexLength() {
    return Math.max(0, fixedIndexLength);
  }

  byte[] types() {
    return types == null ? null : Arrays.copyOf(types, rows);
  }

  byte onlyType() {
    return onlyType;
  }

  long[] numbers() {
    return Arrays.copyOf(numbers, rows);
  }

  byte[] octets() {
    return Arrays.copyOf(octets, octetsUsed);
  }
}
