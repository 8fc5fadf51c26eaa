package org.opennms.plugins.trunkline.snmp;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of a table request in one array: each column's object and the time once, indexes and
 * values packed, so that a counter of a table with one sub-identifier as index takes 12 octets, and
 * 8 in a further column with the same rows. Read through {@link #columns}, without an object per
 * varbind. Immutable and thread-safe.
 *
 * <p>What columns have in common, the start of their objects and the same rows, lies there once.
 *
 * <p>Layout, big-endian, places in octets from the block's start:
 *
 * <pre>
 *  0  int   0x544c4231, "TLB1"
 *  4  int   columns
 *  8  long  when it was read, milliseconds since 1970
 * 16  per column 11 ints: place and number of its object's sub-identifiers but the last; the last;
 *     rows; sub-identifiers of an index, -1 where they differ; place of an int per row where its
 *     index ends, if they differ; place of the indexes' sub-identifiers; the BER tag of all values,
 *     0 where they differ; place of a tag per row, if they differ; place of a long per row: the
 *     number, or place and length (32 bits each) of the octets; place of the octets
 * </pre>
 */
public final class ResultBlock {
  static final int MAGIC = 0x544c4231;
  static final int HEADER = 16;

  private final byte[] bytes;

  private ResultBlock(byte[] packed) {
    bytes = packed;
  }

  /** Packs columns. */
  static ResultBlock of(Instant readAt, List<ColumnBuilder> columns) {
    return new ResultBlock(BlockPacker.pack(readAt.toEpochMilli(), columns));
  }

  /** When the last of it was read. */
  public Instant readAt() {
    return Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong(8));
  }

  /** A view of each column, in the order of the request; made at each call. */
  public List<Column> columns() {
    int count = ByteBuffer.wrap(bytes).getInt(4);
    return IntStream.range(0, count)
        .mapToObj(i -> new Column(bytes, HEADER + i * Column.ENTRY))
        .toList();
  }

  /** Cells in all. */
  public int varbinds() {
    return columns().stream().mapToInt(Column::rows).sum();
  }

  /** The rows of the longest column. */
  public int rows() {
    return columns().stream().mapToInt(Column::rows).max().orElse(0);
  }

  /** How many octets it takes. */
  public int size() {
    return bytes.length;
  }

  /** The block as it lies in memory. */
  public ByteBuffer asBuffer() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }
}
