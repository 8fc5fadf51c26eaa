package org.opennms.plugins.trunkline.snmp;

import java.util.Arrays;
import java.util.List;
import org.snmp4j.smi.OID;

/**
 * One column of a table as it was read, packed: for a counter with one index sub-identifier 12
 * bytes a row. Rows are in the order of their indexes, each index once. Immutable; read without an
 * object per row.
 */
public final class Column {
  private final int[] root;
  private final int rows;
  private final int[] indexes;
  private final int[] indexEnds;
  private final int indexLength;
  private final byte[] types;
  private final byte onlyType;
  private final long[] numbers;
  private final byte[] octets;

  Column(ColumnBuilder from) {
    root = from.root();
    rows = from.rows();
    indexes = from.indexes();
    indexEnds = from.indexEnds();
    indexLength = from.fixedIndexLength();
    types = from.types();
    onlyType = from.onlyType();
    numbers = from.numbers();
    octets = from.octets();
  }

  /** One column with the rows of several, in the order given; at least one. */
  static Column concat(List<Column> parts) {
    ColumnBuilder all = new ColumnBuilder(parts.get(0).root);
    for (Column part : parts) {
      for (int row = 0; row < part.rows; row++) {
        all.add(part, row);
      }
    }
    return new Column(all);
  }

  byte tag(int row) {
    return types == null ? onlyType : types[row];
  }

  long raw(int row) {
    return numbers[row];
  }

  byte[] octetsStore() {
    return octets;
  }

  int[] indexStore() {
    return indexes;
  }

  /** The column's object, for example ifName. */
  public OID root() {
    return new OID(root.clone());
  }

  /** How many rows have this column. */
  public int rows() {
    return rows;
  }

  /** How many sub-identifiers a row's index has. */
  public int indexLength(int row) {
    return indexEnds == null ? indexLength : indexEnds[row] - indexStart(row);
  }

  /** One sub-identifier of a row's index; unsigned. */
  public int index(int row, int position) {
    return indexes[indexStart(row) + position];
  }

  /** All sub-identifiers of a row's index. */
  public int[] index(int row) {
    int start = indexStart(row);
    return Arrays.copyOfRange(indexes, start, start + indexLength(row));
  }

  int indexStart(int row) {
    return indexEnds == null ? row * indexLength : row == 0 ? 0 : indexEnds[row - 1];
  }

  /** The type of a row's value. */
  public ValueType type(int row) {
    try {
      return ValueType.of(tag(row));
    } catch (MalformedMessageException e) {
      throw new IllegalStateException("only known types are stored", e);
    }
  }

  /** A row's number; Counter64 unsigned. Zero for a value that is no number. */
  public long number(int row) {
    return type(row).isNumber() ? numbers[row] : 0;
  }

  /**
   * A row's octets: an OCTET STRING, Opaque or IpAddress as it came, an OBJECT IDENTIFIER in BER.
   * Empty for a number.
   */
  public byte[] octets(int row) {
    if (type(row).isNumber()) {
      return new byte[0];
    }
    int from = (int) (numbers[row] >>> 32);
    return Arrays.copyOfRange(octets, from, from + (int) numbers[row]);
  }

  /** A row's OBJECT IDENTIFIER; empty for another value. */
  public OID objectId(int row) {
    int[] subIds = new int[BerReader.MAX_SUB_IDS];
    try {
      byte[] ber = type(row) == ValueType.OBJECT_ID ? octets(row) : new byte[0];
      return new OID(Arrays.copyOf(subIds, BerReader.subIds(ber, 0, ber.length, subIds)));
    } catch (MalformedMessageException e) {
      return new OID();
    }
  }

  /** The row of an index of one sub-identifier, or -1. */
  public int find(int index) {
    int low = 0;
    int high = rows - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Integer.compareUnsigned(index(middle, 0), index);
      if (order == 0 && indexLength(middle) == 1) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** How much memory it takes, apart from object headers. */
  public long bytes() {
    return 4L * root.length
        + 4L * indexes.length
        + (indexEnds == null ? 0 : 4L * indexEnds.length)
        + (types == null ? 0 : types.length)
        + 8L * numbers.length
        + octets.length;
  }
}
