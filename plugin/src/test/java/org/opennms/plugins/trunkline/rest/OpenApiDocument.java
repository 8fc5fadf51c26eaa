package org.opennms.plugins.trunkline.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The document as resource, and a check of answers against its schemas that remembers them. */
final class OpenApiDocument {
  private final JsonNode root;

  /** {@code Schema.property} that an answer had, and that an answer with the schema lacked. */
  private final Set<String> seen = new TreeSet<>();

  private final Set<String> missed = new TreeSet<>();

  private OpenApiDocument(JsonNode root) {
    this.root = root;
  }

  static OpenApiDocument load() throws IOException {
    try (InputStream in = RestServlet.class.getResourceAsStream("openapi.json")) {
      return new OpenApiDocument(new ObjectMapper().readTree(in));
    }
  }

  JsonNode root() {
    return root;
  }

  JsonNode schemas() {
    return root.at("/components/schemas");
  }

  /** {@code GET /path} to the operation. */
  Map<String, JsonNode> operations() {
    Map<String, JsonNode> found = new TreeMap<>();
    root.get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            found.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
    return found;
  }

  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
  }

  /** Holds an answer against a schema: no field too many, none too few, each of its kind. */
  void check(String schema, JsonNode answer) {
    check(schema, schemas().get(schema), answer);
  }

  private void check(String name, JsonNode schema, JsonNode value) {
    if (schema.has("$ref")) {
      String target = schema.get("$ref").asText();
      check(target.substring(target.lastIndexOf('/') + 1), resolved(schema), value);
      return;
    }
    switch (schema.get("type").asText()) {
      case "object" -> checkObject(name, schema, value);
      case "array" -> value.forEach(item -> check(name + "[]", schema.get("items"), item));
      case "string" -> {
        assertThat(value.isTextual()).as(name).isTrue();
        if (schema.has("enum")) {
          assertThat(strings(schema.get("enum"))).as(name).contains(value.asText());
        }
      }
      case "integer" -> assertThat(value.isIntegralNumber()).as(name).isTrue();
      case "number" -> assertThat(value.isNumber()).as(name).isTrue();
      case "boolean" -> assertThat(value.isBoolean()).as(name).isTrue();
      default -> throw new AssertionError(name + " has an unknown type");
    }
  }

  private void checkObject(String name, JsonNode schema, JsonNode value) {
    assertThat(value.isObject()).as(name).isTrue();
    if (schema.path("additionalProperties").isObject()) {
      value.forEach(v -> check(name + ".*", schema.get("additionalProperties"), v));
      return;
    }
    Set<String> known = names(schema.get("properties"));
    Set<String> there = names(value);
    assertThat(known).as("properties of " + name).containsAll(there);
    assertThat(there).as("fields of a " + name).containsAll(strings(schema.path("required")));
    known.forEach(p -> (there.contains(p) ? seen : missed).add(name + "." + p));
    value
        .properties()
        .forEach(
            f ->
                check(
                    name + "." + f.getKey(),
                    schema.get("properties").get(f.getKey()),
                    f.getValue()));
  }

  /** Properties that no answer so far had. */
  Set<String> unseen() {
    Set<String> unseen = new TreeSet<>();
    schemas()
        .properties()
        .forEach(
            s ->
                names(s.getValue().get("properties"))
                    .forEach(p -> unseen.add(s.getKey() + "." + p)));
    unseen.removeAll(seen);
    return unseen;
  }

  /** Properties that are optional in the document, though every answer so far had them. */
  Set<String> neverMissed() {
    Set<String> optional = new TreeSet<>();
    schemas()
        .properties()
        .forEach(
            s ->
                names(s.getValue().get("properties")).stream()
                    .filter(p -> !strings(s.getValue().path("required")).contains(p))
                    .forEach(p -> optional.add(s.getKey() + "." + p)));
    optional.removeAll(missed);
    return optional;
  }

  static List<String> strings(JsonNode array) {
    List<String> found = new ArrayList<>();
    array.forEach(v -> found.add(v.asText()));
    return found;
  }

  static Set<String> names(JsonNode object) {
    Set<String> found = new TreeSet<>();
    object.fieldNames().forEachRemaining(found::add);
    return found;
  }
}
