package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.wire.proto.TelemetryEvent;

/**
 * A sender's signed word that it dropped or dead-lettered envelopes: a run that follows each other
 * in its chain. The receiver finds a hole between two signatures; the notice names the same two.
 *
 * @param reason such as {@code overflow}, {@code expired}, {@code dead-letter}
 * @param count how many envelopes are missing, at least 1
 * @param before signature of the last envelope before the hole, the {@code prev_sig} of the first
 *     missing one; empty when the chain began with it
 * @param lastMissing signature of the last missing envelope, the {@code prev_sig} of the next one
 *     there
 * @param fromNs {@code ts_ns} of the first missing one
 * @param toNs {@code ts_ns} of the last missing one
 */
public record GapNotice(
    String reason, long count, ByteString before, ByteString lastMissing, long fromNs, long toNs) {
  private static final String KIND = "chain-gap";

  /**
   * The notice as an event, to be put into any envelope of the same chain.
   *
   * @param eventId unique among the sender's events
   * @param nowNs when it is said, nanoseconds since 1970
   */
  public TelemetryEvent toEvent(String eventId, long nowNs) {
    return NoticeTags.event(
        eventId,
        nowNs,
        "WARN",
        KIND,
        Map.of(
            "reason", reason,
            "count", Long.toString(count),
            "before", NoticeTags.hex(before),
            "last_missing", NoticeTags.hex(lastMissing),
            "from_ns", Long.toString(fromNs),
            "to_ns", Long.toString(toNs)));
  }

  /** The notice that an event is; empty when it is none, or one that cannot be read. */
  public static Optional<GapNotice> from(TelemetryEvent event) {
    return NoticeTags.read(event, KIND).flatMap(GapNotice::read);
  }

  /** The notices among events. */
  public static List<GapNotice> from(List<TelemetryEvent> events) {
    return events.stream().map(GapNotice::from).flatMap(Optional::stream).toList();
  }

  private static Optional<GapNotice> read(Map<String, String> tags) {
    try {
      return Optional.of(
          new GapNotice(
              tags.getOrDefault("reason", ""),
              Long.parseLong(tags.getOrDefault("count", "")),
              NoticeTags.bytes(tags.getOrDefault("before", "")),
              NoticeTags.bytes(tags.getOrDefault("last_missing", "")),
              Long.parseLong(tags.getOrDefault("from_ns", "0")),
              Long.parseLong(tags.getOrDefault("to_ns", "0"))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
