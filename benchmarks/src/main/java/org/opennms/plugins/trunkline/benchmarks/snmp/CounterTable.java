package org.opennms.plugins.trunkline.benchmarks.snmp;

import java.nio.ByteBuffer;

/**
 * Answers to GETBULK and GETNEXT of SNMPv2c out of a table of counters, {@code
 * 1.3.6.1.2.1.31.1.1.1.COLUMN.ROW} from column 6 and row 1. Expects well-formed requests. For one
 * thread.
 */
final class CounterTable {
  /** ifHCInOctets. */
  static final int FIRST_COLUMN = 6;

  private static final int[] ENTRY = {0x2b, 6, 1, 2, 1, 31, 1, 1, 1};
  private static final int HEAD = 64;

  private final int columns;
  private final int rows;
  private final byte[] out = new byte[65_507];
  private byte[] in;
  private int at;

  CounterTable(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** The answer to the request in the first octets; valid until the next one. */
  ByteBuffer answer(byte[] request, int length) {
    in = request;
    at = 0;
    enter();
    int versionEnd = at + 3;
    at = versionEnd;
    int communityEnd = enter() + at;
    int head = at - 2;
    at = communityEnd;
    boolean bulk = (in[at] & 0xff) == 0xa5;
    enter();
    int idFrom = at;
    skip();
    int idEnd = at;
    skip();
    int repetitions = bulk ? integer() : 1;
    if (!bulk) {
      skip();
    }
    enter();
    return reply(names(length), repetitions, head, communityEnd, idFrom, idEnd);
  }

  /** Column and row behind which each name stands; row -1 before the column. */
  private int[] names(int length) {
    int[] cells = new int[2 * columns + 16];
    int count = 0;
    while (at < length) {
      enter();
      int size = in[at + 1];
      int name = at + 2;
      int end = name + size;
      boolean hasColumn = size > ENTRY.length;
      cells[2 + 2 * count] = hasColumn ? in[name + ENTRY.length] : 0;
      cells[3 + 2 * count] = row(name + ENTRY.length + 1, end);
      at = end + 2;
      count++;
    }
    cells[0] = count;
    return cells;
  }

  private int row(int from, int end) {
    int row = 0;
    for (int i = from; i < end; i++) {
      row = (row << 7) | (in[i] & 0x7f);
      if (in[i] >= 0) {
        return row;
      }
    }
    return 0;
  }

  private ByteBuffer reply(
      int[] cells, int repetitions, int head, int headEnd, int idFrom, int idEnd) {
    int to = HEAD + headEnd + idEnd - idFrom;
    int list = to;
    for (int repetition = 0; repetition < repetitions; repetition++) {
      for (int i = 0; i < cells[0]; i++) {
        to = varbind(cells, 2 + 2 * i, to);
      }
    }
    // Before the list, from its end to its start: what was asked with, and the lengths.
    int from = length(list, to - list, 0x30);
    out[--from] = 0;
    out[--from] = 1;
    out[--from] = 2;
    out[--from] = 0;
    out[--from] = 1;
    out[--from] = 2;
    from -= idEnd - idFrom;
    System.arraycopy(in, idFrom, out, from, idEnd - idFrom);
    from = length(from, to - from, 0xa2);
    from -= headEnd - head;
    System.arraycopy(in, head, out, from, headEnd - head);
    out[--from] = 1;
    out[--from] = 1;
    out[--from] = 2;
    from = length(from, to - from, 0x30);
    return ByteBuffer.wrap(out, from, to - from);
  }

  /** Writes the cell behind this one and moves on to it. */
  private int varbind(int[] cells, int cell, int from) {
    int column = Math.max(cells[cell], FIRST_COLUMN);
    int row = cells[cell] < FIRST_COLUMN ? 1 : cells[cell + 1] + 1;
    if (row > rows) {
      column++;
      row = 1;
    }
    boolean isEnd = column >= FIRST_COLUMN + columns;
    if (!isEnd) {
      cells[cell] = column;
      cells[cell + 1] = row;
    }
    int to = from + 2;
    out[from] = 0x30;
    int name = to + 2;
    out[to] = 6;
    to = name;
    for (int subId : ENTRY) {
      out[to++] = (byte) subId;
    }
    out[to++] = (byte) column;
    if (row >= 1 << 14) {
      out[to++] = (byte) ((row >> 14) | 0x80);
    }
    if (row >= 1 << 7) {
      out[to++] = (byte) ((row >> 7) | 0x80);
    }
    out[to++] = (byte) (row & 0x7f);
    out[name - 1] = (byte) (to - name);
    to = isEnd ? endOfMibView(to) : counter(row * 1_000_003L + column, to);
    out[from + 1] = (byte) (to - from - 2);
    return to;
  }

  private int endOfMibView(int to) {
    out[to] = (byte) 0x82;
    out[to + 1] = 0;
    return to + 2;
  }

  private int counter(long value, int from) {
    int octets = 8 - Long.numberOfLeadingZeros(value) / 8;
    out[from] = 0x46;
    out[from + 1] = (byte) (octets + 1);
    out[from + 2] = 0;
    for (int i = 0; i < octets; i++) {
      out[from + 3 + i] = (byte) (value >> (8 * (octets - 1 - i)));
    }
    return from + 3 + octets;
  }

  private int length(int before, int length, int tag) {
    out[before - 1] = (byte) length;
    out[before - 2] = (byte) (length >> 8);
    out[before - 3] = (byte) 0x82;
    out[before - 4] = (byte) tag;
    return before - 4;
  }

  /** Steps into what stands here and returns its length. */
  private int enter() {
    int first = in[at + 1] & 0xff;
    at += 2;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 0; i < (first & 0x7f); i++) {
      length = (length << 8) | (in[at++] & 0xff);
    }
    return length;
  }

  private void skip() {
    int length = enter();
    at += length;
  }

  private int integer() {
    int length = enter();
    int value = 0;
    for (int i = 0; i < length; i++) {
      value = (value << 8) | (in[at++] & 0xff);
    }
    return value;
  }
}
