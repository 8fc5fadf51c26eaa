package org.opennms.plugins.trunkline.telemetry.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A chain without keys, for tests of what is below the signatures: an envelope is the previous
 * link, its length in front, and the payload; its link is the hash of that.
 */
final class ChainSealer implements Sealer {
  @Override
  public Sealed seal(Draft draft, byte[] previous) {
    byte[] key = draft.idempotencyKey().getBytes(StandardCharsets.UTF_8);
    byte[] bytes =
        ByteBuffer.allocate(2 + previous.length + key.length + draft.payload().length)
            .put((byte) previous.length)
            .put((byte) key.length)
            .put(previous)
            .put(key)
            .put(draft.payload())
            .array();
    return new Sealed(bytes, link(bytes));
  }

  @Override
  public Draft declare(List<Gap> gaps, Instant now) {
    StringBuilder text = new StringBuilder();
    gaps.forEach(
        g -> text.append(g.reason()).append(' ').append(g.count()).append(' ').append(g.first()));
    return new Draft("gap", "gap-" + text, now, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Link linkOf(byte[] envelope) {
    return new Link(Arrays.copyOfRange(envelope, 2, 2 + envelope[0]), 0);
  }

  /** The link that an envelope names as the one before it. */
  static byte[] previousOf(byte[] envelope) {
    return new ChainSealer().linkOf(envelope).previous();
  }

  /** The key of the draft that the envelope was made of. */
  static String keyOf(StoredEnvelope envelope) {
    byte[] bytes = envelope.bytes();
    int from = 2 + bytes[0];
    return new String(bytes, from, bytes[1], StandardCharsets.UTF_8);
  }

  static Draft draft(String key, int size) {
    byte[] payload = new byte[size];
    Arrays.fill(payload, (byte) key.hashCode());
    return new Draft("device", key, Instant.EPOCH, payload);
  }

  private static byte[] link(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
