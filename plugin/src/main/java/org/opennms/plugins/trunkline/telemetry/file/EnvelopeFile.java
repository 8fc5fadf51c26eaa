package org.opennms.plugins.trunkline.telemetry.file;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

/**
 * A file of envelopes, each with its length before it as a varint (protobuf's delimited form), and
 * beside it an index: a line per envelope with offset, length, time in nanoseconds, idempotency key
 * and device. The index follows from the file and is made anew after a crash. One thread.
 */
final class EnvelopeFile implements AutoCloseable {
  static final String SUFFIX = ".envelopes";
  static final String INDEX = ".index";
  static final String TAIL = ".tail-";

  private final Path path;
  private final FileChannel data;
  private final FileChannel index;
  private final Set<String> keys = Collections.newSetFromMap(new Recent());
  private long length;
  private long indexed;
  private int count;

  /** Only what was sent lately is sent again after a crash. */
  private static final class Recent extends LinkedHashMap<String, Boolean> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 65_536;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > MOST;
    }
  }

  /**
   * Opens or creates; what a crash left half written is cut off, and kept in a file beside. Not for
   * a file that {@link #isDamaged}: its end would go.
   */
  EnvelopeFile(Path path) throws IOException {
    this.path = path;
    data = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    index =
        FileChannel.open(
            path.resolveSibling(path.getFileName() + INDEX),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    length = recover();
    keepTail();
    data.truncate(length);
    data.position(length);
    forceDirectory(path.toAbsolutePath().getParent());
  }

  /** Whether there are envelopes behind something that is none; to be left as it is. */
  static boolean isDamaged(Path path) throws IOException {
    return EnvelopeScan.of(path, (envelope, offset, size) -> {}).isDamaged();
  }

  /** Makes names in a directory lasting, where the system can. */
  static void forceDirectory(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  Path path() {
    return path;
  }

  long length() {
    return length;
  }

  int count() {
    return count;
  }

  /** Appends an envelope; one that is there already is not written twice. */
  void append(byte[] envelope) throws IOException {
    UniversalEnvelope parsed = UniversalEnvelope.parseFrom(envelope);
    if (!keys.add(parsed.getIdempotencyKey())) {
      return;
    }
    try {
      int size = CodedOutputStream.computeUInt32SizeNoTag(envelope.length);
      ByteBuffer record = ByteBuffer.allocate(size + envelope.length);
      CodedOutputStream head = CodedOutputStream.newInstance(record.array(), 0, size);
      head.writeUInt32NoTag(envelope.length);
      record.put(size, envelope);
      write(data, record);
      note(parsed, length + size, envelope.length);
      length += size + envelope.length;
      count++;
      indexed = index.position();
    } catch (IOException e) {
      keys.remove(parsed.getIdempotencyKey());
      data.truncate(length);
      data.position(length);
      index.truncate(indexed);
      index.position(indexed);
      throw e;
    }
  }

  /** Makes what was appended lasting. */
  void force() throws IOException {
    data.force(false);
  }

  @Override
  public void close() throws IOException {
    try (data;
        index) {
      data.force(true);
      index.force(true);
    }
  }

  private long recover() throws IOException {
    EnvelopeScan.Visitor visitor =
        (envelope, offset, size) -> {
          keys.add(envelope.getIdempotencyKey());
          note(envelope, offset, size);
          count++;
          indexed = index.position();
        };
    return EnvelopeScan.of(path, visitor).sound();
  }

  private void keepTail() throws IOException {
    long rest = data.size() - length;
    if (rest == 0) {
      return;
    }
    Path tail = path.resolveSibling(path.getFileName() + TAIL + length);
    try (FileChannel from = FileChannel.open(path, StandardOpenOption.READ);
        FileChannel to =
            FileChannel.open(
                tail,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
      for (long copied = 0; copied < rest; ) {
        copied += from.transferTo(length + copied, rest - copied, to);
      }
      to.force(true);
    }
  }

  private void note(UniversalEnvelope envelope, long offset, int size) throws IOException {
    String line =
        offset
            + "\t"
            + size
            + "\t"
            + Long.toUnsignedString(envelope.getTsNs())
            + "\t"
            + envelope.getIdempotencyKey()
            + "\t"
            + envelope.getDeviceTelemetry().getDeviceId().replaceAll("\\p{Cntrl}", "?")
            + "\n";
    write(index, ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
  }

  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    bytes.rewind();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
