package org.opennms.plugins.trunkline.receiver.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads one segment file from its beginning, over damage too: whatever is damaged, a record's
 * length included, the next whole record is found again by its checksum. Sees what is added
 * meanwhile. Not thread-safe.
 */
public final class SegmentReader implements Closeable {
  private final FileChannel channel;
  private final Head head;
  private final long limit;
  private final SegmentScan scan;
  private long position;
  private boolean headTold;

  private SegmentReader(FileChannel channel, Head head, long position, long limit) {
    this.channel = channel;
    this.head = head;
    this.limit = limit;
    this.scan = new SegmentScan(channel, head.firstOffset());
    this.position = position;
    this.headTold = head.isWhole() || position > RecordFormat.FILE_HEAD;
  }

  /** What stands at a place of the file. */
  public sealed interface Entry {
    /** Where it begins, bytes from the file's beginning. */
    long at();

    /** A whole record. */
    record Whole(long at, StoredRecord record) implements Entry {}

    /** What is not as it was written, with whole records behind it; at 0 it is the file's head. */
    record Damaged(long at, String why) implements Entry {}

    /**
     * Bytes up to the end of the file that are no record.
     *
     * @param cutOff whether they are the beginning of a record, as an append leaves them that was
     *     cut off; otherwise they are long enough to be one, and altered
     */
    record Torn(long at, String why, boolean cutOff) implements Entry {}
  }

  private record Head(long firstOffset, boolean isWhole) {}

  /**
   * Opens a segment file.
   *
   * @throws IOException when it cannot be read or is none
   */
  public static SegmentReader open(Path file) throws IOException {
    return open(file, RecordFormat.FILE_HEAD, Long.MAX_VALUE);
  }

  /**
   * Opens a segment file that is seen as if it ended at a length.
   *
   * @throws IOException when it cannot be read or is none
   */
  public static SegmentReader openUpTo(Path file, long limit) throws IOException {
    return open(file, RecordFormat.FILE_HEAD, limit);
  }

  static SegmentReader openAt(Path file, long position) throws IOException {
    return open(file, position, Long.MAX_VALUE);
  }

  private static SegmentReader open(Path file, long position, long limit) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      Head head =
          head(file, channel)
              .orElseThrow(() -> new IOException(file + " is no segment of a store"));
      return new SegmentReader(channel, head, position, limit);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Whether a file is a segment: it begins as one does, or has a segment's name and more in it than
   * a head.
   */
  public static boolean isSegment(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return head(file, channel).isPresent();
    }
  }

  /** The head; where it is damaged, the file's name says the same. */
  private static Optional<Head> head(Path file, FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(RecordFormat.FILE_HEAD);
    SegmentScan.fill(channel, bytes, 0);
    OptionalLong named = Segments.firstOffset(file);
    boolean begins = !bytes.hasRemaining() && bytes.getLong(0) == RecordFormat.MAGIC;
    if (begins && (named.isEmpty() || named.getAsLong() == bytes.getLong(8))) {
      return Optional.of(new Head(bytes.getLong(8), true));
    }
    return named.isPresent() && channel.size() > RecordFormat.FILE_HEAD
        ? Optional.of(new Head(named.getAsLong(), false))
        : Optional.empty();
  }

  /** The offset of the file's first record. */
  public long firstOffset() {
    return head.firstOffset();
  }

  /** The next entry; null at the end. */
  public Entry next() throws IOException {
    if (!headTold) {
      headTold = true;
      return new Entry.Damaged(0, "the file's head is not as it was written");
    }
    long size = Math.min(limit, channel.size());
    long at = position;
    if (at >= size) {
      return null;
    }
    SegmentScan.Attempt attempt = scan.attempt(at, size);
    if (attempt.isWhole()) {
      position = attempt.end();
      return new Entry.Whole(at, attempt.record());
    }
    long resume = scan.resume(attempt, at, size);
    if (resume == SegmentScan.NOWHERE) {
      position = size;
      return new Entry.Torn(at, attempt.fault(), attempt.end() > size);
    }
    position = resume;
    return new Entry.Damaged(at, attempt.fault());
  }

  /**
   * The next whole record, what was added since the opening included. Damage is passed over where a
   * whole record lies behind it; else this stays where it is, as what is there may become whole.
   */
  public Optional<StoredRecord> nextWhole() throws IOException {
    for (long at = position; ; at = position) {
      Entry entry = next();
      if (entry instanceof Entry.Whole whole) {
        return Optional.of(whole.record());
      }
      if (!(entry instanceof Entry.Damaged)) {
        position = at;
        return Optional.empty();
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
