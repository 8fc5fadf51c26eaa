package org.opennms.plugins.trunkline.receiver.evidence;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.opennms.plugins.trunkline.wire.EnvelopeCodec;
import org.opennms.plugins.trunkline.wire.SignatureCut;

/**
 * Reads a sender's file: envelopes, each with its length before it as a varint. Where a length is
 * altered, the next place at which a signed envelope stands is looked for, so that what lies behind
 * the damage is judged as well. Not thread-safe.
 */
final class DelimitedFile {
  /** More than any envelope may have: a length above this is damage. */
  private static final int MOST_BYTES = 16 << 20;

  private static final int MOST_ALTERED = 8;
  private static final int MOST_VARINT = 5;
  private static final int MOST_HEAD = MOST_VARINT + 1;
  private static final Set<Byte> BEGINNINGS = Set.of((byte) 0x0a, (byte) 0x10);

  private final EnvelopeVisitor visitor;
  private final String name;
  private final FileChannel channel;
  private final long size;
  private long number;

  private DelimitedFile(Path file, EnvelopeVisitor visitor, FileChannel channel, long limit)
      throws IOException {
    this.visitor = visitor;
    this.name = file.getFileName().toString();
    this.channel = channel;
    this.size = Math.min(limit, channel.size());
  }

  /** Reads a file up to a length. */
  static void read(Path file, EnvelopeVisitor visitor, long limit) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      new DelimitedFile(file, visitor, channel, limit).read();
    }
  }

  /**
   * What stands at a place.
   *
   * @param envelope null when no length, or not as many bytes, stand there
   * @param end behind it
   */
  private record Piece(ByteString envelope, long end) {
    boolean isWellFormed() {
      return envelope != null && !(EnvelopeCodec.cut(envelope) instanceof SignatureCut.Malformed);
    }
  }

  private void read() throws IOException {
    long at = 0;
    while (at < size) {
      Piece record = at(at);
      if (record.isWellFormed() || isFramed(record)) {
        visitor.envelope(
            EnvelopeFiles.place(name, "record " + number), number, 0, record.envelope());
        at = record.end();
      } else {
        at = overDamage(at);
      }
      number++;
    }
  }

  /**
   * Whether a length is right though the envelope it encloses is not: a good one follows it,
   * perhaps behind others that are altered, too.
   */
  private boolean isFramed(Piece piece) throws IOException {
    Piece next = piece;
    for (int i = 0; i < MOST_ALTERED && next.envelope() != null; i++) {
      if (next.end() == size) {
        return true;
      }
      next = at(next.end());
      if (next.isWellFormed()) {
        return true;
      }
    }
    return false;
  }

  private long overDamage(long at) throws IOException {
    long resume = at + 1;
    while (resume < size && !isSigned(resume)) {
      resume++;
    }
    String why =
        resume < size
            ? "Bytes " + at + " to " + (resume - 1) + " are no record."
            : "From byte " + at + " on there are no records.";
    visitor.damage(EnvelopeFiles.place(name, "record " + number), why);
    return resume;
  }

  private boolean isSigned(long place) throws IOException {
    Piece record = at(place, true);
    return record.envelope() != null
        && EnvelopeCodec.cut(record.envelope()) instanceof SignatureCut.Signed;
  }

  private Piece at(long place) throws IOException {
    return at(place, false);
  }

  /**
   * What stands at a place.
   *
   * @param begun whether to read only what begins as envelopes do, with field 1 or 2
   */
  private Piece at(long place, boolean begun) throws IOException {
    ByteBuffer head = ByteBuffer.allocate((int) Math.min(MOST_HEAD, size - place));
    fill(head, place);
    long length = 0;
    for (int i = 0; i < Math.min(MOST_VARINT, head.capacity()); i++) {
      byte next = head.get(i);
      length |= (long) (next & 0x7f) << (7 * i);
      if (next >= 0) {
        boolean begins = i + 1 < head.capacity() && BEGINNINGS.contains(head.get(i + 1));
        return begun && !begins ? new Piece(null, size) : enclosed(place + i + 1, length);
      }
    }
    return new Piece(null, size);
  }

  private Piece enclosed(long begin, long length) throws IOException {
    if (length == 0 || length > MOST_BYTES || begin + length > size) {
      return new Piece(null, size);
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) length);
    fill(bytes, begin);
    return new Piece(ByteString.copyFrom(bytes.flip()), begin + length);
  }

  private void fill(ByteBuffer target, long from) throws IOException {
    long at = from;
    while (target.hasRemaining()) {
      int read = channel.read(target, at);
      if (read < 0) {
        throw new IOException(name + " became shorter while it was read");
      }
      at += read;
    }
  }
}
