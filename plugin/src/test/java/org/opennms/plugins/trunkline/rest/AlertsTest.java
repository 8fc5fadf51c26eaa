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
import org.opennms.plugins.trunkline.operations.AlertDesk;
import org.opennms.plugins.trunkline.operations.SampleAlerts;

class AlertsTest {
  private RestServer server;

  @BeforeEach
  void start() throws Exception {
    server = RestServer.of(List.of(), Map.of(AlertDesk.class, new SampleAlerts()));
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void open_alerts_come_with_totals() throws Exception {
    JsonNode answer = server.get("alerts").json();
    assertThat(answer.get("total").asInt()).isEqualTo(1);
    assertThat(answer.at("/open/critical").asInt()).isEqualTo(1);
    assertThat(answer.at("/items/0/id").asInt()).isEqualTo(12);
    assertThat(answer.at("/items/0/severity").asText()).isEqualTo("critical");
    assertThat(answer.at("/items/0").has("suppressedBy")).isFalse();
  }

  @Test
  void suppressed_alerts_say_by_what() throws Exception {
    JsonNode answer = server.get("alerts?state=suppressed").json();
    assertThat(answer.at("/items/0/suppressedBy").asText()).isEqualTo("announced work: firmware");
    assertThat(answer.at("/items/0").has("id")).isFalse();
  }

  @Test
  void history_is_cut_by_the_limit() throws Exception {
    assertThat(server.get("alerts/history").json().get("items")).hasSize(2);
    assertThat(server.get("alerts/history?limit=1").json().get("items")).hasSize(1);
  }

  @Test
  void one_alert_has_its_timeline() throws Exception {
    JsonNode answer = server.get("alerts/11").json();
    assertThat(answer.at("/alert/clearedAt").asText()).isEqualTo("2026-11-20T08:01:30Z");
    assertThat(answer.at("/timeline/0/what").asText()).startsWith("opened");
    assertThat(answer.at("/facts/expected").asText()).isEqualTo("up");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts/99", "alerts/x", "alerts/-1", "alerts/99999999999999999999"})
  void what_is_not_there_is_not_found(String path) throws Exception {
    assertThat(server.get(path).status()).isEqualTo(404);
  }

  @Test
  void another_state_is_refused() throws Exception {
    assertThat(server.get("alerts?state=closed").status()).isEqualTo(400);
  }
}
