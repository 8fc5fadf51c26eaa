package org.opennms.plugins.trunkline.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.InMemoryInterfaces;
import org.opennms.plugins.trunkline.operations.SampleNetwork;
import org.opennms.plugins.trunkline.operations.SampleWork;
import org.opennms.plugins.trunkline.operations.ScriptedDiscovery;
import org.opennms.plugins.trunkline.operations.SteadyStatus;
import org.opennms.plugins.trunkline.rest.RestServer.Answer;

/** Listings, single interfaces and overrides over real HTTP. */
class InterfacesTest {
  private static final Clock CLOCK = Clock.fixed(SampleNetwork.SEEN, ZoneOffset.UTC);

  private InMemoryInterfaces interfaces;
  private RestServer server;

  @BeforeEach
  void start() throws Exception {
    serve(SampleNetwork.all());
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private void serve(List<KnownInterface> known) throws Exception {
    if (server != null) {
      server.stop();
    }
    interfaces = new InMemoryInterfaces(known);
    SteadyStatus status = new SteadyStatus();
    server =
        new RestServer(
            new Operations(
                interfaces,
                new ScriptedDiscovery(),
                interfaces,
                status,
                status,
                status,
                new SampleWork()),
            CLOCK);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 3",
    "role=isp_uplink, 1",
    "role=ISP-Uplink, 1",
    "provider=example, 1",
    "provider=nobody, 0",
    "node=switch, 2",
    "node=lab:edge1, 1",
    "node=2, 2",
    "critical=true, 1",
    "critical=false, 2",
    "stale=true, 1",
    "monitored=false, 2",
    "text=CID, 1",
    "text=ge-0&stale=false, 1",
    "role=&provider=, 3",
  })
  void a_listing_is_narrowed_by_its_filters(String query, int expected) throws Exception {
    JsonNode page = server.get("interfaces?" + query).json();

    assertThat(page.get("total").asInt()).isEqualTo(expected);
    assertThat(page.get("items")).hasSize(expected);
    assertThat(page.has("next")).isFalse();
  }

  @Test
  void the_short_listings_are_what_they_say() throws Exception {
    assertThat(names(server.get("interfaces/critical"))).containsExactly("lab:edge1/Gi0/0/1");
    assertThat(names(server.get("interfaces/isp"))).containsExactly("lab:edge1/Gi0/0/1");
    assertThat(names(server.get("interfaces/device/switch%202")))
        .containsExactly("2/1", "2/ge-0/0/2");
    assertThat(names(server.get("interfaces/device/2"))).hasSize(2);
    assertThat(names(server.get("interfaces/device/lab:edge1"))).hasSize(1);
  }

  @Test
  void a_node_whose_label_only_contains_the_name_is_another_node() throws Exception {
    assertThat(server.get("interfaces/device/switch").status()).isEqualTo(404);
  }

  @Test
  void an_empty_network_is_an_empty_page_and_no_error() throws Exception {
    serve(List.of());

    assertThat(server.get("interfaces").json().get("items")).isEmpty();
    assertThat(server.get("interfaces/summary").json().has("lastDiscovery")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"node,name", "-node,-name", "role,-ifIndex", "-stale", "ifAlias", "-speed"})
  void pages_put_together_are_the_whole_listing_in_order(String sort) throws Exception {
    List<KnownInterface> all = SampleNetwork.generated(317);
    serve(all);

    List<String> paged = allPages("sort=" + sort, 50);

    InterfaceOrder order = InterfaceOrder.parse(sort);
    assertThat(paged)
        .containsExactlyElementsOf(
            all.stream()
                .sorted(Comparator.comparing(order::place, order::compare))
                .map(i -> i.key().toString())
                .toList());
  }

  @Test
  void what_comes_and_goes_between_two_pages_makes_nothing_appear_twice_or_be_left_out()
      throws Exception {
    List<KnownInterface> all = SampleNetwork.generated(100);
    serve(all);
    JsonNode first = server.get("interfaces?limit=40&sort=name").json();

    interfaces.remove(all.get(0).key());
    interfaces.put(
        SampleNetwork.port(
            SampleNetwork.EDGE, 1, "Aa0", "sorts before all", InterfaceRole.OTHER, false));
    List<String> rest = pagesFrom("interfaces?limit=40&sort=name", first.get("next").asText());

    List<String> seen = new ArrayList<>(names(first));
    seen.addAll(rest);
    assertThat(seen).doesNotHaveDuplicates().hasSize(100);
  }

  @Test
  void a_cursor_of_another_sort_is_refused() throws Exception {
    serve(SampleNetwork.generated(10));
    String next = server.get("interfaces?limit=2&sort=role").json().get("next").asText();

    Answer answer = server.get("interfaces?limit=2&sort=-role&cursor=" + next);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("code").asText()).isEqualTo("bad_cursor");
    assertThat(answer.json().get("message").asText()).contains("another sort");
  }

  @Test
  void twenty_thousand_interfaces_are_paged_completely() throws Exception {
    serve(SampleNetwork.generated(20_000));

    Set<String> seen = new LinkedHashSet<>(allPages("sort=-ifAlias,role", 1000));

    assertThat(seen).hasSize(20_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "edge1/Gi0/0/1",
        "1/Gi0/0/1",
        "lab:edge1/Gi0/0/1",
        "edge1/GigabitEthernet0/0/1",
        "edge1/7",
        "edge1?ifName=Gi0/0/1",
        "lab%3Aedge1?ifName=Gi0%2F0%2F1",
      })
  void an_interface_is_found_by_every_name_it_has(String path) throws Exception {
    JsonNode found = server.get("interfaces/" + path).json();

    assertThat(found.get("name").asText()).isEqualTo("Gi0/0/1");
    assertThat(found.get("reasons").get(0).get("weight").asDouble()).isEqualTo(3.2);
    assertThat(found.get("override").get("by").asText()).isEqualTo("alice");
    assertThat(found.get("addresses").get(0).asText()).isEqualTo("198.51.100.2/30");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"eth0.100", "Se0/0/0:23", "ge 1;x", "100%", "+~()'", "Вход", "a//b", "?#&"})
  void names_with_any_characters_come_through_the_query(String name) throws Exception {
    interfaces.put(
        SampleNetwork.port(SampleNetwork.SWITCH, 9, name, "", InterfaceRole.OTHER, false));

    Answer answer =
        server.get("interfaces/2?ifName=" + URLEncoder.encode(name, StandardCharsets.UTF_8));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("name").asText()).isEqualTo(name);
  }

  @Test
  void an_override_is_in_force_in_the_answer_and_gone_after_its_delete() throws Exception {
    JsonNode set =
        server
            .send(
                "PUT",
                "interfaces/2/ge-0/0/2",
                "{\"role\":\"server-link\",\"critical\":true,\"capacity\":500000000}",
                "ROLE_ADMIN")
            .json();

    assertThat(set.get("role").asText()).isEqualTo("server_link");
    assertThat(set.get("critical").asBoolean()).isTrue();
    assertThat(set.at("/override/by").asText()).isEqualTo("ROLE_ADMIN");
    assertThat(set.at("/override/at").asText()).isEqualTo("2026-11-20T08:00:00Z");
    assertThat(set.at("/override").has("provider")).isFalse();
    assertThat(server.get("overrides").json().get("items")).hasSize(2);

    assertThat(server.send("DELETE", "interfaces/2/ge-0/0/2", null, "ROLE_REST").status())
        .isEqualTo(204);
    assertThat(server.send("DELETE", "interfaces/2/ge-0/0/2", null, "ROLE_REST").status())
        .isEqualTo(404);
  }

  @Test
  void an_override_can_be_set_and_taken_back_by_a_name_in_the_query() throws Exception {
    assertThat(
            server
                .send("PUT", "interfaces/2?ifName=1", "{\"monitored\":true}", "ROLE_REST")
                .json()
                .get("monitored")
                .asBoolean())
        .isTrue();
    assertThat(server.send("DELETE", "interfaces/2?ifName=1", null, "ROLE_REST").status())
        .isEqualTo(204);
  }

  @Test
  void the_override_of_an_interface_that_is_gone_can_be_taken_back() throws Exception {
    interfaces.remove(SampleNetwork.UPLINK.key());

    assertThat(server.get("interfaces/lab:edge1/Gi0/0/1").status()).isEqualTo(404);
    assertThat(server.send("DELETE", "interfaces/lab:edge1/Gi0/0/1", null, "ROLE_REST").status())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                        | malformed_json | line 1",
        "[]                       | malformed_json | object",
        "null                     | malformed_json | object",
        "{\"role\":\"trunk\"} x   | malformed_json | line 1",
        "{\"role\":\"trunk\",\"role\":\"access\"} | malformed_json | Duplicate",
        "{}                       | empty_override | nothing",
        "{\"why\":\"no reason\"}  | empty_override | nothing",
        "{\"roll\":\"trunk\"}     | unknown_field  | 'roll'",
        "{\"role\":\"uplink\"}    | bad_field      | role is \"uplink\"",
        "{\"role\":7}             | bad_field      | role is 7",
        "{\"critical\":\"true\"}  | bad_field      | critical is \"true\"",
        "{\"capacity\":0}         | bad_field      | capacity is 0",
        "{\"capacity\":-5}        | bad_field      | capacity is -5",
        "{\"capacity\":1.5}       | bad_field      | capacity is 1.5",
        "{\"capacity\":\"500M\"}  | bad_field      | capacity is \"500M\"",
        "{\"capacity\":99999999999999999999} | bad_field | capacity is 9999",
        "{\"provider\":\" \"}     | bad_field      | provider is \" \"",
      })
  void a_bad_override_is_refused_by_field_and_value(String body, String code, String mention)
      throws Exception {
    Answer answer = server.send("PUT", "interfaces/2/1", body, "ROLE_REST");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("code").asText()).isEqualTo(code);
    assertThat(answer.json().get("message").asText()).contains(mention);
    assertThat(interfaces.all()).hasSize(1);
  }

  @Test
  void a_body_of_more_than_64_kibibytes_is_refused() throws Exception {
    String body = "{\"why\":\"" + "x".repeat(64 * 1024) + "\"}";

    Answer answer = server.send("PUT", "interfaces/2/1", body, "ROLE_REST");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().get("code").asText()).isEqualTo("body_too_large");
  }

  @Test
  void a_body_that_is_not_declared_as_json_is_refused() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("interfaces/2/1"))
            .header("Authorization", "Basic Uk9MRV9SRVNUOnNlY3JldA==")
            .header("Content-Type", "text/plain")
            .PUT(HttpRequest.BodyPublishers.ofString("{\"role\":\"trunk\"}"))
            .build();

    Answer answer = server.send(request);

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.json().get("code").asText()).isEqualTo("unsupported_media_type");
  }

  @Test
  void a_store_that_refuses_is_told_with_its_remedy() throws Exception {
    interfaces.breakStore();

    Answer answer = server.send("PUT", "interfaces/2/1", "{\"role\":\"trunk\"}", "ROLE_REST");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().get("code").asText()).isEqualTo("not_carried_out");
    assertThat(answer.json().get("remedy").asText()).contains("database");
    assertThat(answer.text()).doesNotContain("connection refused");
  }

  private List<String> allPages(String query, int limit) throws Exception {
    String path = "interfaces?limit=" + limit + "&" + query;
    JsonNode first = server.get(path).json();
    List<String> names = new ArrayList<>(names(first));
    if (first.has("next")) {
      names.addAll(pagesFrom(path, first.get("next").asText()));
    }
    return names;
  }

  private List<String> pagesFrom(String path, String cursor) throws Exception {
    List<String> names = new ArrayList<>();
    String next = cursor;
    while (!next.isEmpty()) {
      JsonNode page = server.get(path + "&cursor=" + next).json();
      names.addAll(names(page));
      next = page.path("next").asText();
    }
    return names;
  }

  private static List<String> names(Answer answer) throws Exception {
    return names(answer.json());
  }

  private static List<String> names(JsonNode page) {
    List<String> names = new ArrayList<>();
    page.get("items")
        .forEach(i -> names.add(i.get("nodeKey").asText() + "/" + i.get("name").asText()));
    return names;
  }
}
