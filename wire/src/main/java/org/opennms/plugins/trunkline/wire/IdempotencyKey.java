package org.opennms.plugins.trunkline.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names an envelope's content, so that a receiver stores it once however often it is sent. */
public final class IdempotencyKey {
  private IdempotencyKey() {}

  /**
   * The key: 64 hex digits, the SHA-256 of all four, each with its length before it. The same for
   * the same four on every host and after every restart, and different for any other.
   *
   * @param agent the sender
   * @param deviceId the device
   * @param collectionTimeNs when its telemetry was collected, nanoseconds since 1970
   * @param part which of the envelopes of that collection, such as {@code 0} or {@code alarm/17}
   */
  public static String of(String agent, String deviceId, long collectionTimeNs, String part) {
    MessageDigest digest = sha256();
    update(digest, agent.getBytes(StandardCharsets.UTF_8));
    update(digest, deviceId.getBytes(StandardCharsets.UTF_8));
    update(digest, ByteBuffer.allocate(Long.BYTES).putLong(collectionTimeNs).array());
    update(digest, part.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
