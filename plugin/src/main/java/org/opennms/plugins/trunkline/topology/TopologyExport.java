package org.opennms.plugins.trunkline.topology;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.opennms.plugins.trunkline.config.Formats;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.Orphan;
import org.opennms.plugins.trunkline.model.Reason;

/**
 * The topology as JSON. The same topology gives the same bytes: no times of the export, no order
 * that chance decides. Stateless.
 */
public final class TopologyExport {
  private static final JsonFactory JSON = Formats.json().build().getFactory();

  private TopologyExport() {}

  /** {@code {"nodes": [...], "links": [...], "orphans": [...]}}, indented, with a line end. */
  public static String json(TopologySnapshot topology) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      DefaultIndenter indent = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent));
      json.writeStartObject();
      json.writeArrayFieldStart("nodes");
      for (TopologyDevice node : topology.nodes()) {
        node(json, node);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("links");
      for (Link link : topology.links()) {
        link(json, link);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("orphans");
      for (Orphan orphan : topology.orphans()) {
        orphan(json, orphan);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.append('\n').toString();
  }

  private static void node(JsonGenerator json, TopologyDevice node) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", node.key().text());
    json.writeStringField("name", node.label());
    json.writeEndObject();
  }

  private static void link(JsonGenerator json, Link link) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", link.key().id());
    end(json, "a", link.a());
    end(json, "b", link.b());
    json.writeStringField("state", link.state().spelling());
    json.writeNumberField("confidence", Double.parseDouble(confidence(link)));
    json.writeArrayFieldStart("sources");
    for (LinkSource source : link.sources()) {
      json.writeString(source.spelling());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("reasons");
    for (Reason reason : link.reasons()) {
      json.writeString(reason.evidence() + ": " + reason.says());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("mismatches");
    for (var mismatch : link.mismatches()) {
      json.writeStartObject();
      json.writeStringField("kind", mismatch.kind().spelling());
      json.writeStringField("a", mismatch.a());
      json.writeStringField("b", mismatch.b());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("first_seen", link.firstSeen().toString());
    json.writeStringField("last_seen", link.lastSeen().toString());
    json.writeEndObject();
  }

  private static void end(JsonGenerator json, String name, LinkEnd end) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("node", end.node().map(Object::toString).orElse(""));
    json.writeStringField("device", end.device());
    json.writeStringField("port", end.port());
    json.writeNumberField("ifIndex", end.ifIndex());
    json.writeStringField("aggregate", end.aggregate().map(key -> key.name()).orElse(""));
    json.writeStringField("orphan", end.orphan());
    json.writeEndObject();
  }

  private static void orphan(JsonGenerator json, Orphan orphan) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", orphan.id());
    json.writeStringField("name", orphan.label());
    json.writeStringField("chassis_id", orphan.announced().chassisId());
    json.writeStringField("platform", orphan.announced().platform());
    json.writeArrayFieldStart("addresses");
    for (String address : orphan.announced().addresses()) {
      json.writeString(address);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("seen_from");
    for (Orphan.SeenFrom seen : orphan.seenFrom()) {
      json.writeStartObject();
      end(json, "local", seen.local());
      json.writeStringField("source", seen.source().spelling());
      json.writeStringField("remote_port", seen.remotePort());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static String confidence(Link link) {
    return String.format(Locale.ROOT, "%.4f", link.confidence());
  }
}
