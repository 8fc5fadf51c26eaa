package org.opennms.plugins.trunkline.snmp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Writes {@link SnmpStream} blocks. Used once, by one thread. */
final class SnmpStreamEncoder {
  private static final int SUB_ID = 4;
  private static final int RECORD_WORDS = 6;

  private final ByteOrder order;
  private ByteBuffer out;

  SnmpStreamEncoder(ByteOrder order) {
    this.order = order;
  }

  byte[] encode(byte[] requestId, long timestamp, List<Column> columns) {
    out = ByteBuffer.allocate(size(requestId, columns)).order(order);
    out.put((byte) (order == ByteOrder.BIG_ENDIAN ? 1 : 0));
    out.put((byte) SnmpStream.WORD);
    out.put((byte) SUB_ID);
    out.position(SnmpStream.HEADER);
    padded(requestId);
    out.putLong(columns.size());
    for (Column column : columns) {
      int[] root = column.root().getValue();
      out.putLong(root.length);
      for (int subId : root) {
        out.putLong(subId & 0xffff_ffffL);
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      for (int row = 0; row < columns.get(i).rows(); row++) {
        record(timestamp, i, columns.get(i), row);
      }
    }
    return out.array();
  }

  private static int size(byte[] requestId, List<Column> columns) {
    long size = SnmpStream.HEADER + 2L * SnmpStream.WORD + roundedUp(requestId.length);
    for (Column column : columns) {
      size += SnmpStream.WORD * (1L + column.root().size());
      for (int row = 0; row < column.rows(); row++) {
        size += recordSize(column, row);
      }
    }
    return Math.toIntExact(size);
  }

  private static int recordSize(Column column, int row) {
    return RECORD_WORDS * SnmpStream.WORD
        + roundedUp(column.indexLength(row) * SUB_ID)
        + roundedUp(valueSize(column, row));
  }

  private static int valueSize(Column column, int row) {
    ValueType type = column.type(row);
    if (type.isNumber()) {
      return SnmpStream.WORD;
    }
    return type == ValueType.OBJECT_ID
        ? column.objectId(row).size() * SUB_ID
        : column.octets(row).length;
  }

  private void record(long timestamp, int root, Column column, int row) {
    out.putLong(recordSize(column, row));
    out.putLong(timestamp);
    out.putLong(root);
    out.putLong(column.type(row).tag());
    subIds(column.index(row));
    ValueType type = column.type(row);
    if (type.isNumber()) {
      out.putLong(SnmpStream.WORD);
      out.putLong(column.number(row));
    } else if (type == ValueType.OBJECT_ID) {
      subIds(column.objectId(row).getValue());
    } else {
      padded(column.octets(row));
    }
  }

  private void subIds(int[] subIds) {
    out.putLong(subIds.length * (long) SUB_ID);
    int start = out.position();
    for (int subId : subIds) {
      out.putInt(subId);
    }
    out.position(start + roundedUp(subIds.length * SUB_ID));
  }

  private void padded(byte[] octets) {
    out.putLong(octets.length);
    int start = out.position();
    out.put(octets);
    out.position(start + roundedUp(octets.length));
  }

  private static int roundedUp(int octets) {
    return (octets + SnmpStream.WORD - 1) / SnmpStream.WORD * SnmpStream.WORD;
  }
}
