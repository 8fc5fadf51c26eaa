package org.opennms.plugins.trunkline.receiver.evidence;

import java.io.IOException;
import java.nio.file.Path;
import org.opennms.plugins.trunkline.receiver.store.SegmentReader;
import org.opennms.plugins.trunkline.receiver.store.SegmentReader.Entry;
import org.opennms.plugins.trunkline.receiver.store.StoreLock;
import org.opennms.plugins.trunkline.receiver.store.StoredRecord;

/**
 * Reads the segments of a store one after another and follows the numbers of their records. Not
 * thread-safe.
 */
final class SegmentFiles {
  private static final long UNKNOWN = -1;

  private final EnvelopeVisitor visitor;
  private long expected = UNKNOWN;

  /** What could not be read and is told with the next record, whose number tells what is lost. */
  private String damage = "";

  private String damaged = "";

  SegmentFiles(EnvelopeVisitor visitor) {
    this.visitor = visitor;
  }

  /** What comes next is of another store. */
  void forget() {
    expected = UNKNOWN;
  }

  void read(Path file, long limit) throws IOException {
    String name = file.getFileName().toString();
    // Asked first: a receiver that stops meanwhile leaves a whole file.
    boolean inUse = StoreLock.isHeld(file.toAbsolutePath().getParent());
    try (SegmentReader reader = SegmentReader.openUpTo(file, limit)) {
      follow(EnvelopeFiles.place(name, "its head"), reader.firstOffset());
      expected = reader.firstOffset();
      for (Entry e = reader.next(); e != null; e = reader.next()) {
        take(name, e, inUse);
      }
    }
    tellDamage("");
  }

  private void take(String file, Entry entry, boolean inUse) {
    if (entry instanceof Entry.Whole whole) {
      whole(file, whole.record());
    } else if (entry instanceof Entry.Damaged d && d.at() == 0) {
      visitor.damage(EnvelopeFiles.place(file, "its head"), d.why());
    } else if (entry instanceof Entry.Damaged d) {
      keepDamage(file, d.at(), d.why());
    } else if (entry instanceof Entry.Torn torn && torn.cutOff() && inUse) {
      visitor.unfinished(EnvelopeFiles.place(file, "byte " + torn.at()));
    } else if (entry instanceof Entry.Torn torn) {
      keepDamage(file, torn.at(), torn.why());
      tellDamage("");
      expected = UNKNOWN;
    }
  }

  private void whole(String file, StoredRecord record) {
    String place = EnvelopeFiles.place(file, "offset " + record.offset());
    if (!damage.isEmpty() && expected != UNKNOWN && record.offset() > expected) {
      tellDamage(lost(expected, record.offset() - 1));
      expected = record.offset();
    }
    tellDamage("");
    follow(place, record.offset());
    visitor.envelope(place, record.offset(), record.receivedNs(), record.envelope());
  }

  private static String lost(long first, long last) {
    return first == last ? "; offset " + first : "; offsets " + first + " to " + last;
  }

  private void keepDamage(String file, long at, String why) {
    tellDamage("");
    damaged = EnvelopeFiles.place(file, "byte " + at);
    damage = why;
  }

  private void tellDamage(String lost) {
    if (!damage.isEmpty()) {
      visitor.damage(damaged, damage + (lost.isEmpty() ? "" : lost + " cannot be read"));
      damage = "";
    }
  }

  private void follow(String place, long offset) {
    if (expected != UNKNOWN && offset != expected) {
      visitor.moved(place, "Offset " + offset + " stands where " + expected + " belongs.");
    }
    expected = offset + 1;
  }
}
