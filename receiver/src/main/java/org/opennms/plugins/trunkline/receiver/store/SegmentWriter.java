package org.opennms.plugins.trunkline.receiver.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes batches of records behind one another, into a new file when the last one is large enough.
 * A batch that fails leaves nothing behind that a reader would take for a record in its place. Not
 * thread-safe.
 */
final class SegmentWriter implements Closeable {
  private static final int FIRST_BUFFER = 1 << 20;

  private final Disk disk;
  private final Segments segments;
  private final List<Path> files;
  private final long segmentBytes;
  private ByteBuffer buffer = ByteBuffer.allocateDirect(FIRST_BUFFER);
  private Disk.Output output;
  private long end;

  SegmentWriter(Disk disk, Segments segments, Recovery recovery, long segmentBytes)
      throws IOException {
    this.disk = disk;
    this.segments = segments;
    this.files = recovery.files();
    this.segmentBytes = segmentBytes;
    if (!files.isEmpty()) {
      end = recovery.end();
      output = disk.open(files.get(files.size() - 1));
      output.truncate(end);
    }
  }

  /** Where the first record of the next batch will lie. */
  long beginBatch(long nextOffset) throws IOException {
    if (output == null || end >= segmentBytes) {
      roll(nextOffset);
    }
    return end;
  }

  int ordinal() {
    return files.size() - 1;
  }

  /** Writes records and forces them to the disk. After an exception the file ends as before. */
  void write(List<StoredRecord> records) throws IOException {
    int size = records.stream().mapToInt(r -> RecordFormat.size(r.envelope())).sum();
    if (buffer.capacity() < size) {
      buffer = ByteBuffer.allocateDirect(Math.max(size, 2 * buffer.capacity()));
    }
    buffer.clear();
    records.forEach(r -> RecordFormat.put(buffer, r));
    try {
      output.write(buffer.flip(), end);
      output.force();
      end += size;
    } catch (IOException e) {
      cutBack(e);
      throw e;
    }
  }

  private void cutBack(IOException cause) {
    try {
      output.truncate(end);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private void roll(long nextOffset) throws IOException {
    if (output != null) {
      output.close();
      output = null;
    }
    Path file = segments.add(nextOffset);
    try {
      Disk.Output next = disk.open(file);
      next.truncate(0);
      next.write(RecordFormat.fileHead(nextOffset), 0);
      next.force();
      disk.forceDirectory(segments.directory());
      output = next;
      end = RecordFormat.FILE_HEAD;
      files.add(file);
    } catch (IOException e) {
      segments.byFirstOffset().remove(nextOffset);
      Files.deleteIfExists(file);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (output != null) {
      output.close();
    }
  }
}
