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
import org.opennms.plugins.trunkline.operations.AnomalyBoard;
import org.opennms.plugins.trunkline.operations.BaselineDesk;
import org.opennms.plugins.trunkline.operations.SampleBaselines;
import org.opennms.plugins.trunkline.operations.SampleNetwork;

class BaselinesTest {
  /** Where the baselines of an interface are of which nothing was measured yet. */
  static final String FRESH =
      "baselines/"
          + SampleNetwork.all().get(1).device().label().replace(" ", "%20")
          + "/"
          + SampleNetwork.all().get(1).key().name();

  private final SampleBaselines baselines = new SampleBaselines();
  private RestServer server;

  @BeforeEach
  void start() throws Exception {
    server =
        RestServer.of(
            SampleNetwork.all(),
            Map.of(BaselineDesk.class, baselines, AnomalyBoard.class, baselines));
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void an_interface_has_168_hours_in_each_direction() throws Exception {
    JsonNode answer = server.get("baselines/edge1/Gi0/0/1").json();

    assertThat(answer.at("/baselines")).hasSize(2);
    assertThat(answer.at("/baselines/0/direction").asText()).isEqualTo("in");
    assertThat(answer.at("/baselines/0/slots")).hasSize(168);
    assertThat(answer.at("/baselines/0/slots/0/day").asText()).isEqualTo("monday");
    assertThat(answer.at("/baselines/0/slots/167/day").asText()).isEqualTo("sunday");
    assertThat(answer.at("/baselines/0/slots/167/hour").asInt()).isEqualTo(23);
  }

  @Test
  void a_name_may_stand_in_the_query_as_well() throws Exception {
    assertThat(server.get("baselines/edge1?ifName=Gi0/0/1").json())
        .isEqualTo(server.get("baselines/edge1/Gi0/0/1").json());
    assertThat(server.get("baselines/edge1").status()).isEqualTo(400);
  }

  @Test
  void what_is_not_known_yet_is_left_out_and_never_called_normal() throws Exception {
    JsonNode week = server.get(FRESH).json().at("/baselines/0");

    assertThat(week.at("/state").asText()).isEqualTo("learning");
    assertThat(week.has("last")).isFalse();
    assertThat(week.at("/slots/0").has("expected")).isFalse();
    assertThat(week.at("/slots/0/reliability").asText()).isEqualTo("insufficient");
  }

  @Test
  void an_interface_without_a_baseline_is_not_found_with_a_remedy() throws Exception {
    RestServer.Answer answer = server.get("baselines/edge1/nothing");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().at("/remedy").asText()).contains("monitored");
  }

  @Test
  void anomalies_come_with_how_the_budget_is_kept() throws Exception {
    JsonNode answer = server.get("anomalies?limit=1").json();

    assertThat(answer.at("/items")).hasSize(1);
    assertThat(answer.at("/total").asInt()).isEqualTo(2);
    assertThat(answer.at("/items/0/severity").asText()).isEqualTo("critical");
    assertThat(answer.at("/rate/budgetPerDay").asDouble()).isEqualTo(5);
  }

  @Test
  void other_settings_are_tried_on_the_stored_past() throws Exception {
    JsonNode answer = server.get("baseline-replay/edge1/Gi0/0/1?days=14&budget=0.5").json();

    assertThat(answer.at("/items")).hasSize(2);
    assertThat(baselines.told()).isEqualTo(List.of("replay Gi0/0/1 14 OptionalDouble[0.5]"));
    assertThat(server.get("baseline-replay/edge1/nothing").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anomalies?hours=0",
        "anomalies?hours=week",
        "anomalies?limit=-1",
        "baseline-replay/edge1/Gi0/0/1?days=0",
        "baseline-replay/edge1/Gi0/0/1?days=400",
        "baseline-replay/edge1/Gi0/0/1?budget=none"
      })
  void a_parameter_that_is_none_is_refused(String path) throws Exception {
    assertThat(server.get(path).status()).isEqualTo(400);
  }
}
