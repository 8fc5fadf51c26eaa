package org.opennms.plugins.trunkline.telemetry.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32C;

/**
 * An envelope in the outbox. Immutable as long as nobody writes to its arrays.
 *
 * @param sequence 1, 2, 3 … in the order of the chain
 * @param storedAt when it was accepted, to the millisecond
 * @param deviceId whose telemetry it is
 * @param signature its {@code sig}
 * @param bytes what is sent
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes a second pass here: no copies.
public record StoredEnvelope(
    long sequence, Instant storedAt, String deviceId, byte[] signature, byte[] bytes) {

  /** As a value of the store: check sum, time, device, signature, bytes. */
  byte[] encode() {
    byte[] device = deviceId.getBytes(StandardCharsets.UTF_8);
    int length = Long.BYTES + 2 * Short.BYTES + device.length + signature.length + bytes.length;
    byte[] value = new byte[Integer.BYTES + length];
    ByteBuffer.wrap(value, Integer.BYTES, length)
        .putLong(storedAt.toEpochMilli())
        .putShort((short) device.length)
        .put(device)
        .putShort((short) signature.length)
        .put(signature)
        .put(bytes);
    ByteBuffer.wrap(value).putInt(sum(sequence, value));
    return value;
  }

  /**
   * The counterpart of {@link #encode}. The store itself has no sum over values.
   *
   * @throws org.h2.mvstore.MVStoreException when the value is damaged
   */
  static StoredEnvelope decode(long sequence, byte[] value) {
    if (value.length < Integer.BYTES || ByteBuffer.wrap(value).getInt() != sum(sequence, value)) {
      throw Damage.of("Envelope " + sequence + " has a wrong check sum");
    }
    ByteBuffer buffer = ByteBuffer.wrap(value, Integer.BYTES, value.length - Integer.BYTES);
    Instant storedAt = Instant.ofEpochMilli(buffer.getLong());
    byte[] device = take(buffer, Short.toUnsignedInt(buffer.getShort()));
    byte[] signature = take(buffer, Short.toUnsignedInt(buffer.getShort()));
    byte[] bytes = take(buffer, buffer.remaining());
    return new StoredEnvelope(
        sequence, storedAt, new String(device, StandardCharsets.UTF_8), signature, bytes);
  }

  private static int sum(long sequence, byte[] value) {
    CRC32C sum = new CRC32C();
    sum.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).flip());
    sum.update(value, Integer.BYTES, value.length - Integer.BYTES);
    return (int) sum.getValue();
  }

  private static byte[] take(ByteBuffer buffer, int length) {
    byte[] taken = new byte[length];
    buffer.get(taken);
    return taken;
  }
}
