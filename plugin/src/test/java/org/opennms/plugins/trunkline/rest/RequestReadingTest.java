package org.opennms.plugins.trunkline.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.SampleNetwork;

/** Whatever a caller sends, it is read or refused with a remedy, never met by a crash. */
class RequestReadingTest {
  private static final InterfaceOrder ORDER = InterfaceOrder.parse("-speed,node");

  @Example
  void a_cursor_comes_back_as_the_place_it_was_made_of() {
    for (KnownInterface known : SampleNetwork.all()) {
      InterfaceOrder.Place place = ORDER.place(known);

      assertThat(Cursor.decode(ORDER, Cursor.encode(ORDER, place))).isEqualTo(place);
    }
  }

  @Property
  void any_text_as_cursor_is_refused_or_read(@ForAll String text) {
    readOrRefused(() -> Cursor.decode(ORDER, text));
  }

  @Property
  void any_json_as_cursor_is_refused_or_read(@ForAll("json") String json) {
    String cursor = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));

    readOrRefused(
        () -> {
          InterfaceOrder.Place place = Cursor.decode(ORDER, cursor);
          SampleNetwork.all().forEach(i -> ORDER.compare(ORDER.place(i), place));
        });
  }

  @Property
  void any_json_as_override_is_refused_or_read(@ForAll("json") String json) throws Exception {
    JsonNode body = new ObjectMapper().readTree(json);

    readOrRefused(
        () -> {
          InterfaceOverride read = OverrideBody.parse(body, "alice", Instant.EPOCH);
          assertThat(read.by()).isEqualTo("alice");
        });
  }

  @Property
  void any_sort_is_refused_or_read(@ForAll String sort) {
    readOrRefused(() -> InterfaceOrder.parse(sort));
  }

  @Example
  void a_long_value_is_shown_shortened() throws Exception {
    JsonNode body = new ObjectMapper().readTree("{\"role\":\"" + "x".repeat(10_000) + "\"}");

    assertThatThrownBy(() -> OverrideBody.parse(body, "alice", Instant.EPOCH))
        .isInstanceOf(RestException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }

  @Provide
  Arbitrary<String> json() {
    Arbitrary<String> scalar =
        Arbitraries.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1e300",
            "12345678901234567890",
            "\"\"",
            "\"trunk\"",
            "\"-speed,node\"",
            "\"x\"",
            "{}",
            "[]",
            "[\"trunk\"]",
            "0.5");
    Arbitrary<String> field =
        Arbitraries.of("role", "provider", "critical", "monitored", "capacity", "why", "other");
    Arbitrary<String> objects =
        Combinators.combine(field, scalar)
            .as((f, v) -> "\"" + f + "\":" + v)
            .list()
            .ofMaxSize(4)
            .map(fields -> "{" + String.join(",", fields) + "}");
    Arbitrary<String> arrays =
        scalar.list().ofMaxSize(6).map(values -> "[" + String.join(",", values) + "]");
    return Arbitraries.oneOf(scalar, objects, arrays);
  }

  private static void readOrRefused(Runnable reading) {
    try {
      reading.run();
    } catch (RestException refused) {
      assertThat(refused.remedy()).isNotBlank();
      assertThat(refused.code().status()).isEqualTo(400);
    }
  }
}
