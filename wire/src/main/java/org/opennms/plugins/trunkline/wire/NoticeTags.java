package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.wire.proto.TelemetryEvent;

/** How a notice of the chain lies in an event: AUDIT, with sorted {@code key=value} tags. */
final class NoticeTags {
  private static final String TYPE = "AUDIT";
  private static final String COMPONENT = "trunkline.chain";

  private NoticeTags() {}

  static TelemetryEvent event(
      String eventId, long nowNs, String severity, String kind, Map<String, String> tags) {
    TelemetryEvent.Builder event =
        TelemetryEvent.newBuilder()
            .setEventId(eventId)
            .setEventType(TYPE)
            .setSeverity(severity)
            .setEventTimestampNs(nowNs)
            .setSourceComponent(COMPONENT);
    TreeMap<String, String> sorted = new TreeMap<>(tags);
    sorted.put("kind", kind);
    sorted.forEach((key, value) -> event.addTags(key + "=" + value));
    return event.build();
  }

  static Optional<Map<String, String>> read(TelemetryEvent event, String kind) {
    if (!event.getEventType().equals(TYPE) || !event.getSourceComponent().equals(COMPONENT)) {
      return Optional.empty();
    }
    Map<String, String> tags = new HashMap<>();
    for (String tag : event.getTagsList()) {
      int equals = tag.indexOf('=');
      if (equals > 0) {
        tags.put(tag.substring(0, equals), tag.substring(equals + 1));
      }
    }
    return kind.equals(tags.get("kind")) ? Optional.of(tags) : Optional.empty();
  }

  static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  static ByteString bytes(String hex) {
    return ByteString.copyFrom(HexFormat.of().parseHex(hex));
  }
}
