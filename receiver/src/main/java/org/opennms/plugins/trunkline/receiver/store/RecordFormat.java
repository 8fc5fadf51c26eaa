package org.opennms.plugins.trunkline.receiver.store;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * How a segment file is made: a head of 16 bytes, then records. All numbers are big-endian.
 *
 * <pre>
 * head:   "TRUNKLOG", first offset (8)
 * record: length of the envelope (4), CRC-32C of all that follows (4), offset (8), received ns (8), envelope
 * </pre>
 */
final class RecordFormat {
  static final int FILE_HEAD = 16;
  static final int RECORD_HEAD = 24;

  /** More than any envelope may have: a length above this is damage. */
  static final int MOST_BYTES = 16 << 20;

  static final long MAGIC = 0x5452_554e_4b4c_4f47L;

  private RecordFormat() {}

  static ByteBuffer fileHead(long firstOffset) {
    return ByteBuffer.allocate(FILE_HEAD).putLong(MAGIC).putLong(firstOffset).flip();
  }

  static int size(ByteString envelope) {
    return RECORD_HEAD + envelope.size();
  }

  static void put(ByteBuffer target, StoredRecord record) {
    int start = target.position();
    target.putInt(record.envelope().size()).putInt(0);
    target.putLong(record.offset()).putLong(record.receivedNs());
    record.envelope().copyTo(target);
    target.putInt(start + 4, checksum(target, start, target.position()));
  }

  /** The checksum of a record that lies in a buffer. */
  static int checksum(ByteBuffer buffer, int start, int end) {
    CRC32C crc = new CRC32C();
    ByteBuffer content = buffer.duplicate().clear();
    crc.update(content.limit(end).position(start + 8));
    return (int) crc.getValue();
  }
}
