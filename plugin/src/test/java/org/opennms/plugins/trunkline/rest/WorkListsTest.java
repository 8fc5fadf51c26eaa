package org.opennms.plugins.trunkline.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkListsTest {
  private RestServer server;

  @BeforeEach
  void start() throws Exception {
    server = RestServer.of(List.of(), Map.of());
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void changes_say_what_was_and_what_is() throws Exception {
    JsonNode answer = server.get("worklists/changed").json();
    assertThat(answer.get("total").asInt()).isEqualTo(2);
    assertThat(answer.get("forgotten").asLong()).isEqualTo(7);
    assertThat(answer.at("/items/0/interface/name").asText()).isEqualTo("Gi0/0/1");
    assertThat(answer.at("/items/0/change/roleBefore").asText()).isEqualTo("trunk");
    assertThat(answer.at("/items/0/change/providerAfter").asText()).isEqualTo("Example Telecom");
    assertThat(answer.at("/items/0/change").has("providerBefore")).isFalse();
  }

  @Test
  void the_limit_cuts_the_items_and_not_the_total() throws Exception {
    JsonNode answer = server.get("worklists/low-confidence?limit=1").json();
    assertThat(answer.get("total").asInt()).isEqualTo(2);
    assertThat(answer.get("items")).hasSize(1);
    assertThat(answer.at("/items/0").has("change")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1001", "many", "", "9999999999"})
  void a_limit_that_is_none_is_refused(String limit) throws Exception {
    RestServer.Answer answer = server.get("worklists/changed?limit=" + limit);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("code").asText()).isEqualTo("bad_parameter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "CHANGED", "low_confidence", "%1b%5B2J", "a%2Fb"})
  void a_list_that_is_none_is_not_found(String list) throws Exception {
    assertThat(server.get("worklists/" + list).status()).isEqualTo(404);
  }

  @Test
  void a_query_that_the_path_has_not_is_refused() throws Exception {
    assertThat(server.get("worklists/changed?sort=name").status()).isEqualTo(400);
  }

  @Test
  void who_may_not_read_reads_no_list() throws Exception {
    assertThat(server.send("GET", "worklists/changed", null, "guest").status()).isEqualTo(403);
  }
}
