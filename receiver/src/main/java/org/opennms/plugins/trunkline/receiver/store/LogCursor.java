package org.opennms.plugins.trunkline.receiver.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Reads durable records in the order of their offsets, across files. Not thread-safe. */
public final class LogCursor implements Closeable {
  private final Segments segments;
  private final LongSupplier end;
  private long next;
  private long opened = -1;
  private SegmentReader reader;

  LogCursor(Segments segments, long from, LongSupplier end) {
    this.segments = segments;
    this.next = from;
    this.end = end;
  }

  /** The offset wanted next. */
  public long offset() {
    return next;
  }

  /**
   * The next record; empty when everything durable was read. What retention removed, and what is
   * damaged, is passed over.
   */
  public Optional<StoredRecord> next() throws IOException {
    long durable = end.getAsLong();
    while (next < durable) {
      if (reader == null) {
        open();
      }
      SegmentReader.Entry entry = reader.next();
      if (entry == null || entry instanceof SegmentReader.Entry.Torn) {
        if (!openFollowing()) {
          // What is durable and in no file is damaged.
          next = durable;
        }
      } else if (entry instanceof SegmentReader.Entry.Whole whole
          && whole.record().offset() >= next) {
        next = whole.record().offset() + 1;
        return Optional.of(whole.record());
      }
    }
    return Optional.empty();
  }

  private void open() throws IOException {
    open(segments.holding(next));
  }

  private boolean openFollowing() throws IOException {
    Map.Entry<Long, Path> following = segments.byFirstOffset().higherEntry(opened);
    if (following == null) {
      return false;
    }
    close();
    open(following);
    return true;
  }

  private void open(Map.Entry<Long, Path> file) throws IOException {
    opened = file.getKey();
    reader = SegmentReader.open(file.getValue());
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }
}
