package org.opennms.plugins.trunkline.telemetry.file;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.opennms.plugins.trunkline.wire.Contract;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

/**
 * How far a file of envelopes is sound, and whether whole envelopes lie behind what is not: then it
 * was damaged, and what a crash left half written it is not.
 *
 * @param sound bytes up to the first that are no whole envelope; the length where all are
 * @param isDamaged whether there is a whole envelope behind them
 */
record EnvelopeScan(long sound, boolean isDamaged) {
  private static final int SIGNATURE = 64;
  private static final int MOST_LENGTH_BYTES = 3;
  // Every envelope of ours begins with its version.
  private static final byte FIRST_TAG = 1 << 3 | 2;

  /** Is given each envelope of the sound part. */
  interface Visitor {
    void envelope(UniversalEnvelope envelope, long offset, int size) throws IOException;
  }

  static EnvelopeScan of(Path file, Visitor visitor) throws IOException {
    long sound = visit(file, visitor);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long rest = channel.size() - sound;
      return new EnvelopeScan(sound, rest > 0 && holdsAnEnvelope(rest(channel, sound, rest)));
    }
  }

  private static long visit(Path file, Visitor visitor) throws IOException {
    long sound = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      CodedInputStream coded = CodedInputStream.newInstance(in);
      while (!coded.isAtEnd()) {
        int size = coded.readRawVarint32();
        Optional<UniversalEnvelope> envelope =
            isPlausible(size) ? parse(ByteBuffer.wrap(coded.readRawBytes(size))) : Optional.empty();
        if (envelope.isEmpty()) {
          return sound;
        }
        long begin = sound + CodedOutputStream.computeUInt32SizeNoTag(size);
        visitor.envelope(envelope.get(), begin, size);
        sound = begin + size;
        coded.resetSizeCounter();
      }
    } catch (InvalidProtocolBufferException e) {
      // The end of the file within an envelope or its length.
      return sound;
    }
    return sound;
  }

  private static ByteBuffer rest(FileChannel channel, long from, long size) throws IOException {
    return channel.map(FileChannel.MapMode.READ_ONLY, from, Math.min(size, Integer.MAX_VALUE));
  }

  private static boolean holdsAnEnvelope(ByteBuffer rest) {
    // Not at 0: that one was looked at.
    for (int at = 1; at < rest.limit(); at++) {
      if (isEnvelope(rest, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEnvelope(ByteBuffer rest, int at) {
    int size = 0;
    for (int i = 0; i < MOST_LENGTH_BYTES && at + i < rest.limit(); i++) {
      byte next = rest.get(at + i);
      size |= (next & 0x7f) << (7 * i);
      if (next >= 0) {
        int begin = at + i + 1;
        return isPlausible(size)
            && size <= rest.limit() - begin
            && rest.get(begin) == FIRST_TAG
            && parse(rest.slice(begin, size)).isPresent();
      }
    }
    return false;
  }

  private static boolean isPlausible(int size) {
    return size > SIGNATURE && size <= Contract.MOST_BYTES;
  }

  /** Empty for what is no signed envelope. */
  private static Optional<UniversalEnvelope> parse(ByteBuffer bytes) {
    try {
      UniversalEnvelope envelope = UniversalEnvelope.parseFrom(bytes);
      boolean signed = envelope.getSig().size() == SIGNATURE;
      return signed && !envelope.getIdempotencyKey().isEmpty()
          ? Optional.of(envelope)
          : Optional.empty();
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }
}
