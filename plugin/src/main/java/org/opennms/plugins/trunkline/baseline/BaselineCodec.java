package org.opennms.plugins.trunkline.baseline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.opennms.plugins.trunkline.config.Formats;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.Anomaly.Direction;
import org.opennms.plugins.trunkline.operations.Anomaly.Metric;

/**
 * The baselines of one interface as one JSON document: version, checksum, and the deflated state in
 * Base64. Only the values count, since the host's database writes a document in its own way. What
 * is damaged or of an unknown version is not read. Stateless.
 */
final class BaselineCodec {
  /** Of documents that hold one metric; those of today hold an interface. */
  private static final int ONE_METRIC = 1;

  private static final int VERSION = 2;
  // Four times what one metric takes at most, and the words of its episodes.
  private static final int LARGEST = 65_536;
  private static final JsonMapper JSON =
      Formats.json().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private BaselineCodec() {}

  static String encode(KeptInterface kept) {
    ByteBuffer state = ByteBuffer.allocate(LARGEST);
    putText(state, kept.of().node().text());
    putText(state, kept.of().name());
    state.put((byte) kept.series().size());
    for (KeptInterface.Series series : kept.series()) {
      state.put(code(series.key()));
      series.baseline().write(state);
      EpisodeCodec.write(state, series.episode());
    }
    state.flip();
    return "{\"v\":"
        + VERSION
        + ",\"crc\":"
        + crc(state.array(), state.limit())
        + ",\"state\":\""
        + Base64.getEncoder().encodeToString(deflated(state))
        + "\"}";
  }

  /** Empty when the document cannot be relied on. */
  static Optional<KeptInterface> decode(String document, Supplier<MetricBaseline> empty) {
    try {
      return state(document, VERSION).map(state -> read(state, empty));
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      // Learning anew is the remedy; the caller counts.
      return Optional.empty();
    }
  }

  /** Likewise, of a document that holds one metric. */
  static Optional<MetricBaseline> decodeOne(String document, Supplier<MetricBaseline> empty) {
    try {
      return state(document, ONE_METRIC)
          .map(
              state -> {
                MetricBaseline baseline = empty.get();
                baseline.restore(state, false);
                return baseline;
              });
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private static KeptInterface read(ByteBuffer state, Supplier<MetricBaseline> empty) {
    NodeKey node = new NodeKey(text(state));
    InterfaceKey of = new InterfaceKey(node, text(state));
    int count = state.get();
    List<KeptInterface.Series> series = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      MetricKey key = key(of, state.get());
      MetricBaseline baseline = empty.get();
      baseline.restore(state, true);
      series.add(new KeptInterface.Series(key, baseline, EpisodeCodec.read(state, key)));
    }
    return new KeptInterface(of, series);
  }

  private static byte code(MetricKey key) {
    return (byte)
        ((key.direction() == Direction.OUT ? 2 : 0) + (key.metric() == Metric.PACKETS ? 1 : 0));
  }

  private static MetricKey key(InterfaceKey of, byte code) {
    return new MetricKey(
        of,
        (code & 2) == 0 ? Direction.IN : Direction.OUT,
        (code & 1) == 0 ? Metric.BITS : Metric.PACKETS);
  }

  static void putText(ByteBuffer out, String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    out.putInt(octets.length).put(octets);
  }

  static String text(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] octets = new byte[length];
    in.get(octets);
    return new String(octets, StandardCharsets.UTF_8);
  }

  private static Optional<ByteBuffer> state(String document, int version) {
    try {
      JsonNode root = JSON.readTree(document);
      if (root.path("v").asInt() != version) {
        return Optional.empty();
      }
      byte[] state = inflated(Base64.getDecoder().decode(root.path("state").asText()));
      return crc(state, state.length) == root.path("crc").asLong(-1)
          ? Optional.of(ByteBuffer.wrap(state))
          : Optional.empty();
    } catch (JsonProcessingException | DataFormatException e) {
      return Optional.empty();
    }
  }

  private static long crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }

  private static byte[] deflated(ByteBuffer state) {
    // A fortieth larger than at its best, in a third of the time, which counts at the stop.
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(state);
      deflater.finish();
      byte[] block = new byte[LARGEST];
      ByteArrayOutputStream out = new ByteArrayOutputStream(LARGEST);
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
