package org.opennms.plugins.trunkline.baseline;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opennms.plugins.trunkline.operations.Anomaly;

/** An episode that is under way, in octets. Stateless. */
final class EpisodeCodec {
  private EpisodeCodec() {}

  static void write(ByteBuffer out, Optional<Anomaly> episode) {
    out.put((byte) (episode.isPresent() ? 1 : 0));
    episode.ifPresent(a -> write(out, a));
  }

  private static void write(ByteBuffer out, Anomaly a) {
    BaselineCodec.putText(out, a.node());
    out.put((byte) ((a.rise() ? 1 : 0) + (a.alarmed() ? 2 : 0)));
    BaselineCodec.putText(out, a.severity().name());
    out.putLong(a.start().getEpochSecond()).putLong(a.peak().getEpochSecond());
    out.putDouble(a.value()).putDouble(a.expected()).putDouble(a.spread());
    out.putDouble(a.z()).putDouble(a.confidence());
    out.put((byte) a.reasons().size());
    a.reasons().forEach(reason -> BaselineCodec.putText(out, reason));
    BaselineCodec.putText(out, a.message());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws java.nio.BufferUnderflowException when there is too little
   */
  static Optional<Anomaly> read(ByteBuffer in, MetricKey key) {
    if (in.get() == 0) {
      return Optional.empty();
    }
    String node = BaselineCodec.text(in);
    byte flags = in.get();
    Anomaly.Severity severity = Anomaly.Severity.valueOf(BaselineCodec.text(in));
    Instant start = Instant.ofEpochSecond(in.getLong());
    Instant peak = Instant.ofEpochSecond(in.getLong());
    double value = in.getDouble();
    double expected = in.getDouble();
    double spread = in.getDouble();
    double z = in.getDouble();
    double confidence = in.getDouble();
    List<String> reasons = new ArrayList<>();
    for (int left = in.get(); left > 0; left--) {
      reasons.add(BaselineCodec.text(in));
    }
    return Optional.of(
        new Anomaly(
            node,
            key.of(),
            key.direction(),
            key.metric(),
            (flags & 1) != 0,
            severity,
            (flags & 2) != 0,
            start,
            peak,
            Optional.empty(),
            value,
            expected,
            spread,
            z,
            confidence,
            reasons,
            BaselineCodec.text(in)));
  }
}
