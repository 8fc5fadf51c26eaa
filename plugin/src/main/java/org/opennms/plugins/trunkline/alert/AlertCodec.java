package org.opennms.plugins.trunkline.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.config.Formats;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertPlace;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.AlertSubject;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;

/** An alert as one JSON document. Stateless. */
final class AlertCodec {
  private static final int VERSION = 1;
  private static final String INTERFACE = "interface";
  private static final String NODE = "node";
  // Strict: a document that lacks something is damaged, not half good.
  private static final ObjectMapper JSON =
      Formats.json()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private AlertCodec() {}

  private record Document(
      int version,
      long id,
      String rule,
      AlertKind kind,
      List<String> subject,
      List<List<String>> members,
      AlertPlace place,
      Alert.State state,
      AlertSeverity severity,
      long since,
      long openedAt,
      List<Long> clearedAt,
      String text,
      Map<String, String> facts,
      List<String> reasons,
      boolean flapping,
      List<Row> timeline,
      boolean sent,
      boolean confirmed,
      List<Long> respectedUntil,
      boolean done) {}

  private record Row(long at, String what) {}

  static String encode(AlertRecord record) {
    Alert a = record.alert();
    Document document =
        new Document(
            VERSION,
            a.id(),
            a.rule(),
            a.kind(),
            words(a.subject()),
            a.members().stream().map(AlertCodec::words).toList(),
            a.place(),
            a.state(),
            a.severity(),
            a.since().toEpochMilli(),
            a.openedAt().toEpochMilli(),
            a.clearedAt().map(Instant::toEpochMilli).stream().toList(),
            a.text(),
            a.facts(),
            a.reasons(),
            a.flapping(),
            a.timeline().stream().map(e -> new Row(e.at().toEpochMilli(), e.what())).toList(),
            record.sent(),
            record.confirmed(),
            record.respectedUntil().map(Instant::toEpochMilli).stream().toList(),
            record.done());
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of plain values is always JSON", e);
    }
  }

  /** Empty for what is no alert of this version. */
  static Optional<AlertRecord> decode(String json) {
    try {
      Document d = JSON.readValue(json, Document.class);
      return d.version() == VERSION && d.id() > 0 ? Optional.of(record(d)) : Optional.empty();
    } catch (JsonProcessingException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static AlertRecord record(Document d) {
    Alert alert =
        new Alert(
            d.id(),
            d.rule(),
            d.kind(),
            subject(d.subject()),
            d.members().stream().map(AlertCodec::subject).toList(),
            d.place(),
            d.state(),
            d.severity(),
            Instant.ofEpochMilli(d.since()),
            Instant.ofEpochMilli(d.openedAt()),
            d.clearedAt().stream().findFirst().map(Instant::ofEpochMilli),
            d.text(),
            d.facts(),
            d.reasons(),
            d.flapping(),
            Optional.empty(),
            d.timeline().stream()
                .map(r -> new Alert.Entry(Instant.ofEpochMilli(r.at()), r.what()))
                .toList());
    return new AlertRecord(
        alert,
        d.sent(),
        d.confirmed(),
        d.respectedUntil().stream().findFirst().map(Instant::ofEpochMilli),
        d.done());
  }

  private static List<String> words(AlertSubject subject) {
    if (subject instanceof AlertSubject.OfInterface of) {
      return List.of(INTERFACE, of.is().node().text(), of.is().name());
    } else if (subject instanceof AlertSubject.OfNode of) {
      return List.of(NODE, of.is().text());
    }
    AlertSubject.OfGroup group = (AlertSubject.OfGroup) subject;
    return List.of("group", group.kind(), group.name());
  }

  private static AlertSubject subject(List<String> words) {
    return switch (words.get(0)) {
      case INTERFACE ->
          new AlertSubject.OfInterface(new InterfaceKey(new NodeKey(words.get(1)), words.get(2)));
      case NODE -> new AlertSubject.OfNode(new NodeKey(words.get(1)));
      default -> new AlertSubject.OfGroup(words.get(1), words.get(2));
    };
  }
}
