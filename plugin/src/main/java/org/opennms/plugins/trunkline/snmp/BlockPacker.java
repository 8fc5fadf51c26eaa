package org.opennms.plugins.trunkline.snmp;

import java.nio.ByteBuffer;
import java.util.List;

/** Writes the layout of {@link ResultBlock}. Used once, by one thread. */
final class BlockPacker {
  private final ByteBuffer out;
  private ColumnBuilder previous;
  private int previousRoot;
  private int previousEnds;
  private int previousIndexes;

  private BlockPacker(int size) {
    out = ByteBuffer.allocate(size);
  }

  static byte[] pack(long readAt, List<ColumnBuilder> columns) {
    BlockPacker packer = new BlockPacker(size(columns));
    packer.write(readAt, columns);
    return packer.out.array();
  }

  private static int size(List<ColumnBuilder> columns) {
    long size = ResultBlock.HEADER + (long) Column.ENTRY * columns.size();
    ColumnBuilder before = null;
    for (ColumnBuilder column : columns) {
      size += column.sharesRoot(before) ? 0 : 4L * (column.root().length - 1);
      size += 8L * column.rows() + column.octetsUsed();
      size += column.types() == null ? 0 : column.rows();
      size += column.sameIndexes(before) ? 0 : 4L * column.indexesUsed();
      size += column.indexEnds() == null || column.sameIndexes(before) ? 0 : 4L * column.rows();
      before = column;
    }
    return Math.toIntExact(size);
  }

  private void write(long readAt, List<ColumnBuilder> columns) {
    out.putInt(ResultBlock.MAGIC).putInt(columns.size()).putLong(readAt);
    int body = ResultBlock.HEADER + Column.ENTRY * columns.size();
    for (int i = 0; i < columns.size(); i++) {
      out.position(body);
      int[] entry = body(columns.get(i));
      body = out.position();
      out.position(ResultBlock.HEADER + i * Column.ENTRY);
      out.asIntBuffer().put(entry);
      previous = columns.get(i);
    }
  }

  /** Writes a column where the buffer stands and returns its entry. */
  private int[] body(ColumnBuilder column) {
    int rootLength = column.root().length - 1;
    if (!column.sharesRoot(previous)) {
      previousRoot = ints(column.root(), rootLength);
    }
    if (!column.sameIndexes(previous)) {
      previousEnds = column.indexEnds() == null ? 0 : ints(column.indexEnds(), column.rows());
      previousIndexes = ints(column.indexes(), column.indexesUsed());
    }
    int types = out.position();
    if (column.types() != null) {
      out.put(column.types(), 0, column.rows());
    }
    int values = out.position();
    out.asLongBuffer().put(column.numbers(), 0, column.rows());
    int octets = values + 8 * column.rows();
    out.position(octets);
    out.put(column.octets(), 0, column.octetsUsed());
    return new int[] {
      previousRoot,
      rootLength,
      column.root()[rootLength],
      column.rows(),
      column.indexEnds() == null ? column.fixedIndexLength() : -1,
      previousEnds,
      previousIndexes,
      column.types() == null ? column.onlyType() & 0xff : 0,
      column.types() == null ? 0 : types,
      values,
      octets
    };
  }

  private int ints(int[] from, int count) {
    int place = out.position();
    out.asIntBuffer().put(from, 0, count);
    out.position(place + 4 * count);
    return place;
  }
}
