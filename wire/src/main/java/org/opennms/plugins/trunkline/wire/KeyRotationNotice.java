package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.wire.proto.TelemetryEvent;

/**
 * A sender's word, signed with its old key, that it will sign with a new one. What follows in the
 * chain may be signed with either until the first envelope of the new key; from there with the new
 * one only.
 *
 * @param newKey what it will sign with
 */
public record KeyRotationNotice(VerifyingKey newKey) {
  private static final String KIND = "key-rotation";

  /**
   * The notice as an event, to be put into an envelope that the old key signs.
   *
   * @param eventId unique among the sender's events
   * @param nowNs when it is said, nanoseconds since 1970
   */
  public TelemetryEvent toEvent(String eventId, long nowNs) {
    return NoticeTags.event(
        eventId,
        nowNs,
        "INFO",
        KIND,
        Map.of(
            "key_id", newKey.keyId(),
            "public_key", NoticeTags.hex(ByteString.copyFrom(newKey.raw()))));
  }

  /** The notice that an event is; empty when it is none, or one that cannot be read. */
  public static Optional<KeyRotationNotice> from(TelemetryEvent event) {
    return NoticeTags.read(event, KIND).flatMap(KeyRotationNotice::read);
  }

  /** The notices among events. */
  public static List<KeyRotationNotice> from(List<TelemetryEvent> events) {
    return events.stream().map(KeyRotationNotice::from).flatMap(Optional::stream).toList();
  }

  private static Optional<KeyRotationNotice> read(Map<String, String> tags) {
    try {
      byte[] raw = NoticeTags.bytes(tags.getOrDefault("public_key", "")).toByteArray();
      return Optional.of(new KeyRotationNotice(VerifyingKey.of(raw)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
