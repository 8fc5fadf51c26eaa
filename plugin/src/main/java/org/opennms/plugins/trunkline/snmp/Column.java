package org.opennms.plugins.trunkline.snmp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.snmp4j.smi.OID;

/**
 * One column of a table as it was read: a view of a {@link ResultBlock}. Rows are in the order of
 * their indexes, each index once. Immutable; read without an object per row.
 */
public final class Column {
  /** Octets of a column's entry at the block's start. */
  static final int ENTRY = 44;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] block;
  private final int root;
  private final int rootLength;
  private final int lastSubId;
  private final int rows;
  private final int indexLength;
  private final int indexEnds;
  private final int indexes;
  private final int onlyType;
  private final int types;
  private final int values;
  private final int octets;

  Column(byte[] block, int entry) {
    this.block = block;
    root = at(entry);
    rootLength = at(entry + 4);
    lastSubId = at(entry + 8);
    rows = at(entry + 12);
    indexLength = at(entry + 16);
    indexEnds = at(entry + 20);
    indexes = at(entry + 24);
    onlyType = at(entry + 28);
    types = at(entry + 32);
    values = at(entry + 36);
    octets = at(entry + 40);
  }

  private int at(int place) {
    return (int) INTS.get(block, place);
  }

  byte tag(int row) {
    return types == 0 ? (byte) onlyType : block[types + row];
  }

  /** The number, or place and length of the octets in {@link #octetsStore}. */
  long raw(int row) {
    long value = (long) LONGS.get(block, values + 8 * row);
    return type(row).isNumber() ? value : value + ((long) octets << 32);
  }

  byte[] octetsStore() {
    return block;
  }

  /** The column's object, for example ifName. */
  public OID root() {
    return new OID(subIds(root, rootLength)).append(lastSubId);
  }

  private int[] subIds(int place, int count) {
    int[] subIds = new int[count];
    for (int i = 0; i < count; i++) {
      subIds[i] = at(place + 4 * i);
    }
    return subIds;
  }

  /** How many rows have this column. */
  public int rows() {
    return rows;
  }

  /** How many sub-identifiers a row's index has. */
  public int indexLength(int row) {
    return indexLength >= 0 ? indexLength : at(indexEnds + 4 * row) - indexStart(row);
  }

  /** One sub-identifier of a row's index; unsigned. */
  public int index(int row, int position) {
    return at(indexes + 4 * (indexStart(row) + position));
  }

  /** All sub-identifiers of a row's index. */
  public int[] index(int row) {
    return subIds(indexes + 4 * indexStart(row), indexLength(row));
  }

  private int indexStart(int row) {
    if (indexLength >= 0) {
      return row * indexLength;
    }
    return row == 0 ? 0 : at(indexEnds + 4 * (row - 1));
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
    return type(row).isNumber() ? (long) LONGS.get(block, values + 8 * row) : 0;
  }

  /**
   * A row's octets: an OCTET STRING, Opaque or IpAddress as it came, an OBJECT IDENTIFIER in BER.
   * Empty for a number.
   */
  public byte[] octets(int row) {
    if (type(row).isNumber()) {
      return new byte[0];
    }
    long raw = raw(row);
    int from = (int) (raw >>> 32);
    return Arrays.copyOfRange(block, from, from + (int) raw);
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
}
