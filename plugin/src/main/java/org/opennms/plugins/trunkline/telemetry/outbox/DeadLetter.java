package org.opennms.plugins.trunkline.telemetry.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An envelope that a receiver refused for good.
 *
 * @param id by which an operator names it
 * @param transport whose receiver refused it
 * @param at when it did
 * @param reason the status and the receiver's words
 * @param envelope as it was sent
 */
public record DeadLetter(
    long id, String transport, Instant at, String reason, StoredEnvelope envelope) {

  byte[] encode() {
    byte[] name = transport.getBytes(StandardCharsets.UTF_8);
    byte[] words = reason.getBytes(StandardCharsets.UTF_8);
    byte[] inner = envelope.encode();
    return ByteBuffer.allocate(
            2 * Long.BYTES + 2 * Integer.BYTES + name.length + words.length + inner.length)
        .putLong(envelope.sequence())
        .putLong(at.toEpochMilli())
        .putInt(name.length)
        .put(name)
        .putInt(words.length)
        .put(words)
        .put(inner)
        .array();
  }

  static DeadLetter decode(long id, byte[] value) {
    ByteBuffer buffer = ByteBuffer.wrap(value);
    long sequence = buffer.getLong();
    Instant at = Instant.ofEpochMilli(buffer.getLong());
    String transport = text(buffer);
    String reason = text(buffer);
    byte[] inner = new byte[buffer.remaining()];
    buffer.get(inner);
    return new DeadLetter(id, transport, at, reason, StoredEnvelope.decode(sequence, inner));
  }

  private static String text(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.getInt()];
    buffer.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
