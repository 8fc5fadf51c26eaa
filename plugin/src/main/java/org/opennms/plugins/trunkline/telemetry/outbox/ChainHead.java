package org.opennms.plugins.trunkline.telemetry.outbox;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The end of the chain.
 *
 * @param sequence of the last envelope; 0 before the first one
 * @param signature its {@code sig}; empty before the first one
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes a second pass here: no copies.
public record ChainHead(long sequence, byte[] signature) {
  /** Before the first envelope. */
  public static final ChainHead START = new ChainHead(0, new byte[0]);

  /** The signature as hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(signature);
  }

  /** Whether both end the same chain. */
  boolean isSame(ChainHead other) {
    return sequence == other.sequence && Arrays.equals(signature, other.signature);
  }

  /** With a check sum in front. */
  byte[] encode() {
    byte[] body =
        ByteBuffer.allocate(Long.BYTES + signature.length).putLong(sequence).put(signature).array();
    return ByteBuffer.allocate(Integer.BYTES + body.length).putInt(sum(body)).put(body).array();
  }

  /** Empty when the check sum is wrong. */
  static Optional<ChainHead> decode(byte[] value) {
    if (value.length < Integer.BYTES + Long.BYTES) {
      return Optional.empty();
    }
    byte[] body = Arrays.copyOfRange(value, Integer.BYTES, value.length);
    if (ByteBuffer.wrap(value).getInt() != sum(body)) {
      return Optional.empty();
    }
    byte[] signature = Arrays.copyOfRange(body, Long.BYTES, body.length);
    return Optional.of(new ChainHead(ByteBuffer.wrap(body).getLong(), signature));
  }

  private static int sum(byte[] body) {
    CRC32C sum = new CRC32C();
    sum.update(body);
    return (int) sum.getValue();
  }
}
