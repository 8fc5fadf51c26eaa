package org.opennms.plugins.trunkline.receiver.store;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.wire.Contract;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a store back at its opening: the index of keys, the next offset, where the last file ends.
 */
final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final KeyIndex index = new KeyIndex();
  private final List<Path> files;
  private long nextOffset;
  private long end;
  private int damaged;
  private SegmentReader.Entry.Torn tail;

  private Recovery(List<Path> files) {
    this.files = files;
  }

  static Recovery of(Segments segments) throws IOException {
    Recovery recovery = new Recovery(readable(segments));
    for (int ordinal = 0; ordinal < recovery.files.size(); ordinal++) {
      recovery.read(ordinal);
    }
    recovery.keepAlteredTail();
    return recovery;
  }

  /**
   * Keeps what stands behind the last whole record of the last file, where it is more than an
   * append that was cut off: it may have been a record that was told to be stored, and is cut off
   * next.
   */
  private void keepAlteredTail() throws IOException {
    if (tail == null || tail.cutOff()) {
      return;
    }
    damaged++;
    Path file = files.get(files.size() - 1);
    Path aside = file.resolveSibling(file.getFileName() + ".tail-" + tail.at());
    try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
        FileChannel to =
            FileChannel.open(aside, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (long at = tail.at(); at < from.size(); ) {
        at += from.transferTo(at, from.size() - at, to);
      }
      to.force(true);
    }
    LOG.error("The altered end of {} lies at {} now", file, aside);
  }

  /** Sets files aside with no whole head in them: a kill while one was begun leaves such a file. */
  private static List<Path> readable(Segments segments) throws IOException {
    List<Path> readable = new ArrayList<>();
    for (Map.Entry<Long, Path> file : segments.byFirstOffset().entrySet()) {
      if (SegmentReader.isSegment(file.getValue())) {
        readable.add(file.getValue());
      } else {
        Path aside = file.getValue().resolveSibling(file.getValue().getFileName() + ".damaged");
        Files.move(file.getValue(), aside, StandardCopyOption.REPLACE_EXISTING);
        segments.byFirstOffset().remove(file.getKey());
        LOG.warn("{} does not begin as a segment; it lies at {} now", file.getValue(), aside);
      }
    }
    return readable;
  }

  KeyIndex index() {
    return index;
  }

  /** All files, the oldest first; an index entry names one by its place in this list. */
  List<Path> files() {
    return files;
  }

  long nextOffset() {
    return nextOffset;
  }

  /** Where the last file's last whole record ends. */
  long end() {
    return end;
  }

  /** Records that are not as they were written. */
  int damaged() {
    return damaged;
  }

  private void read(int ordinal) throws IOException {
    Path file = files.get(ordinal);
    try (SegmentReader reader = SegmentReader.open(file)) {
      nextOffset = Math.max(nextOffset, reader.firstOffset());
      end = RecordFormat.FILE_HEAD;
      tail = null;
      for (SegmentReader.Entry e = reader.next(); e != null; e = reader.next()) {
        take(ordinal, e);
      }
    }
  }

  private void take(int ordinal, SegmentReader.Entry entry) {
    if (entry instanceof SegmentReader.Entry.Whole whole) {
      nextOffset = whole.record().offset() + 1;
      end = whole.at() + RecordFormat.size(whole.record().envelope());
      addKey(whole.record(), EnvelopeLog.place(ordinal, whole.at()));
    } else if (entry instanceof SegmentReader.Entry.Damaged d) {
      damaged++;
      LOG.error("{} is damaged at byte {}: {}", files.get(ordinal), d.at(), d.why());
    } else if (entry instanceof SegmentReader.Entry.Torn t) {
      LOG.warn("{} ends in a torn append at byte {}: {}", files.get(ordinal), t.at(), t.why());
      tail = t;
    }
  }

  private void addKey(StoredRecord record, long place) {
    try {
      UniversalEnvelope envelope = UniversalEnvelope.parseFrom(record.envelope());
      String agent = Contract.agent(envelope).orElse("");
      index.put(KeyIndex.Key.of(agent, envelope.getIdempotencyKey()), place);
    } catch (InvalidProtocolBufferException e) {
      damaged++;
      LOG.error("The record with offset {} holds no envelope: {}", record.offset(), e.toString());
    }
  }
}
