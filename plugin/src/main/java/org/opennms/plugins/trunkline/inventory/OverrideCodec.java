package org.opennms.plugins.trunkline.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.opennms.plugins.trunkline.config.Formats;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.NodeKey;

/** Overrides as JSON documents. Stateless. */
final class OverrideCodec {
  private static final ObjectMapper JSON =
      Formats.json()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** A decision, and since when its interface is unknown. */
  record Stored(InterfaceKey key, InterfaceOverride override, Optional<Instant> unknownSince) {}

  // What the decision leaves open is null.
  private record Document(
      String node,
      String name,
      String role,
      String provider,
      Boolean critical,
      Boolean monitored,
      Long capacity,
      String by,
      Long at,
      String why,
      Long unknownSince) {
    // Jackson reports what a constructor throws as a document that cannot be read.
    private Document {
      Objects.requireNonNull(node, "node");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(why, "why");
    }
  }

  private OverrideCodec() {}

  static String encode(Stored stored) {
    InterfaceOverride o = stored.override();
    Document document =
        new Document(
            stored.key().node().text(),
            stored.key().name(),
            o.role().map(InterfaceRole::spelling).orElse(null),
            o.provider().orElse(null),
            o.critical().orElse(null),
            o.monitored().orElse(null),
            o.capacity().isPresent() ? o.capacity().getAsLong() : null,
            o.by(),
            o.at().toEpochMilli(),
            o.why(),
            stored.unknownSince().map(Instant::toEpochMilli).orElse(null));
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of plain values is always JSON", e);
    }
  }

  /**
   * Empty when the text is not such a document. A role that this version does not know makes it
   * unreadable, too: half a decision is none.
   */
  static Optional<Stored> decode(String json) {
    try {
      return Optional.ofNullable(JSON.readValue(json, Document.class)).map(OverrideCodec::stored);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Stored stored(Document d) {
    InterfaceOverride override =
        new InterfaceOverride(
            Optional.ofNullable(d.role()).map(OverrideCodec::role),
            Optional.ofNullable(d.provider()),
            Optional.ofNullable(d.critical()),
            Optional.ofNullable(d.monitored()),
            d.capacity() == null ? OptionalLong.empty() : OptionalLong.of(d.capacity()),
            d.by(),
            Instant.ofEpochMilli(d.at()),
            d.why());
    return new Stored(
        new InterfaceKey(new NodeKey(d.node()), d.name()),
        override,
        Optional.ofNullable(d.unknownSince()).map(Instant::ofEpochMilli));
  }

  private static InterfaceRole role(String spelling) {
    return InterfaceRole.parse(spelling)
        .orElseThrow(() -> new IllegalArgumentException("no role " + spelling));
  }
}
