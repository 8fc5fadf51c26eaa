package org.opennms.plugins.trunkline.baseline;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A baseline as a JSON document: version, checksum, and the deflated state in Base64, in all less
 * than 6 kB. What is damaged or of another version is not read.
 */
final class BaselineCodec {
  private static final String VERSION = "1";
  private static final int LARGEST = 16_384;
  private static final String HEAD = "{\"v\":" + VERSION + ",\"crc\":";
  private static final String MIDDLE = ",\"state\":\"";
  private static final String TAIL = "\"}";

  private BaselineCodec() {}

  static String encode(MetricBaseline baseline) {
    ByteBuffer state = ByteBuffer.allocate(LARGEST);
    baseline.write(state);
    state.flip();
    String crc = Long.toString(crc(state.array(), state.limit()));
    return HEAD + crc + MIDDLE + Base64.getEncoder().encodeToString(deflated(state)) + TAIL;
  }

  /** Empty when the document cannot be relied on. */
  static Optional<MetricBaseline> decode(String document, Supplier<MetricBaseline> empty) {
    int middle = document.indexOf(MIDDLE);
    if (!document.startsWith(HEAD) || middle < 0 || !document.endsWith(TAIL)) {
      return Optional.empty();
    }
    try {
      long crc = Long.parseLong(document.substring(HEAD.length(), middle));
      int end = document.length() - TAIL.length();
      String text = document.substring(middle + MIDDLE.length(), end);
      byte[] state = inflated(Base64.getDecoder().decode(text));
      if (crc(state, state.length) != crc) {
        return Optional.empty();
      }
      MetricBaseline baseline = empty.get();
      baseline.restore(ByteBuffer.wrap(state));
      return Optional.of(baseline);
    } catch (IllegalArgumentException | DataFormatException | BufferUnderflowException e) {
      // Learning anew is the remedy; the caller counts.
      return Optional.empty();
    }
  }

  private static long crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }

  private static byte[] deflated(ByteBuffer state) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(state);
      deflater.finish();
      byte[] block = new byte[LARGEST];
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      while (!deflater.finished()) {
        out.write(block, 0, deflater.deflate(block));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static byte[] inflated(byte[] bytes) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes);
      byte[] state = new byte[LARGEST];
      int length = inflater.inflate(state);
      return Arrays.copyOf(state, length);
    } finally {
      inflater.end();
    }
  }
}
