package org.opennms.plugins.trunkline.receiver.store;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Tries to read records at places of a segment file, and finds the next one behind damage. */
final class SegmentScan {
  static final long NOWHERE = -1;

  private static final int WINDOW = 1 << 16;
  private static final long MOST_RECORDS = 1 << 28;

  private final FileChannel channel;
  private final long firstOffset;

  SegmentScan(FileChannel channel, long firstOffset) {
    this.channel = channel;
    this.firstOffset = firstOffset;
  }

  /**
   * A record read, or what is wrong with it.
   *
   * @param record null when there is a fault
   * @param fault null when there is none
   * @param end where it ends, or would; behind the end of the file when that cannot be told
   */
  record Attempt(StoredRecord record, String fault, long end) {
    boolean isWhole() {
      return fault == null;
    }
  }

  Attempt attempt(long at, long size) throws IOException {
    if (size - at < RecordFormat.RECORD_HEAD) {
      return new Attempt(null, "the file ends within a record's head", size + 1);
    }
    int length = length(at);
    if (length < 0 || length > RecordFormat.MOST_BYTES) {
      return new Attempt(null, "a record of " + length + " bytes cannot be", size);
    }
    long end = at + RecordFormat.RECORD_HEAD + length;
    if (end > size) {
      return new Attempt(null, "the file ends within a record", end);
    }
    ByteBuffer all = ByteBuffer.allocate(RecordFormat.RECORD_HEAD + length);
    fill(channel, all, at);
    if (RecordFormat.checksum(all, 0, all.capacity()) != all.getInt(4)) {
      return new Attempt(null, "the record's checksum does not fit", end);
    }
    ByteString envelope = ByteString.copyFrom(all.position(RecordFormat.RECORD_HEAD));
    return new Attempt(new StoredRecord(all.getLong(8), all.getLong(16), envelope), null, end);
  }

  /** Where the next whole record begins behind one that is damaged, or {@link #NOWHERE}. */
  long resume(Attempt damaged, long at, long size) throws IOException {
    // First where its length says: what it holds might look like a record, too.
    if (damaged.end() < size && attempt(damaged.end(), size).isWhole()) {
      return damaged.end();
    }
    ByteBuffer window = ByteBuffer.allocate(WINDOW);
    for (long base = at + 1; base + RecordFormat.RECORD_HEAD <= size; ) {
      fill(channel, window.clear(), base);
      int last = window.position() - RecordFormat.RECORD_HEAD;
      for (int i = 0; i <= last; i++) {
        if (isPlausible(window, i, size - base) && attempt(base + i, size).isWhole()) {
          return base + i;
        }
      }
      base += last + 1;
    }
    return NOWHERE;
  }

  /** Whether it is worth computing the checksum of what a place would be the head of. */
  private boolean isPlausible(ByteBuffer window, int at, long rest) {
    int length = window.getInt(at);
    long offset = window.getLong(at + 8);
    return length > 0
        && at + RecordFormat.RECORD_HEAD + (long) length <= rest
        && offset >= firstOffset
        && offset - firstOffset < MOST_RECORDS;
  }

  private int length(long at) throws IOException {
    ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
    fill(channel, length, at);
    return length.getInt(0);
  }

  /** Fills a buffer from a place on, as far as the file goes. */
  static void fill(FileChannel channel, ByteBuffer target, long from) throws IOException {
    long at = from;
    while (target.hasRemaining()) {
      int read = channel.read(target, at);
      if (read < 0) {
        return;
      }
      at += read;
    }
  }
}
