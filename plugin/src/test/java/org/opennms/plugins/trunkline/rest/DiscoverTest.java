package org.opennms.plugins.trunkline.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.operations.InMemoryInterfaces;
import org.opennms.plugins.trunkline.operations.SampleNetwork;
import org.opennms.plugins.trunkline.operations.SampleWork;
import org.opennms.plugins.trunkline.operations.ScriptedDiscovery;
import org.opennms.plugins.trunkline.operations.SteadyStatus;
import org.opennms.plugins.trunkline.rest.RestServer.Answer;

/** Discovery runs over real HTTP. */
class DiscoverTest {
  private final ScriptedDiscovery discovery =
      new ScriptedDiscovery(SampleNetwork.EDGE, SampleNetwork.SWITCH);
  private RestServer server;

  @BeforeEach
  void start() throws Exception {
    InMemoryInterfaces interfaces = new InMemoryInterfaces(List.of());
    SteadyStatus status = new SteadyStatus();
    server =
        new RestServer(
            new Operations(
                interfaces, discovery, interfaces, status, status, status, new SampleWork()),
            Clock.fixed(SampleNetwork.SEEN, ZoneOffset.UTC));
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void a_start_answers_at_once_with_where_to_watch_the_run() throws Exception {
    Answer started = server.send("POST", "discover/all", null, "ROLE_REST");

    assertThat(started.status()).isEqualTo(202);
    assertThat(started.header("Location")).isEqualTo(server.uri("discover/runs/run-1").toString());
    assertThat(started.json().get("state").asText()).isEqualTo("running");
    assertThat(started.json().has("node")).isFalse();
  }

  @Test
  void progress_is_told_until_the_run_is_over() throws Exception {
    server.send("POST", "discover/all", null, "ROLE_REST");

    JsonNode half = server.get("discover/runs/run-1").json();
    JsonNode done = server.get("discover/runs/run-1").json();

    assertThat(half.get("remaining").asInt()).isEqualTo(5);
    assertThat(half.has("ended")).isFalse();
    assertThat(done.get("state").asText()).isEqualTo("done");
    assertThat(done.get("remaining").asInt()).isZero();
    assertThat(done.at("/failures/0/reason").asText()).isEqualTo("no answer");
    assertThat(done.at("/skipped/no SNMP service").asInt()).isEqualTo(3);
  }

  @Test
  void the_latest_run_of_a_node_is_found_by_every_name_of_the_node() throws Exception {
    server.send("POST", "discover/switch%202", null, "ROLE_REST");
    server.send("POST", "discover/lab:edge1", null, "ROLE_REST");
    server.send("POST", "discover/all", null, "ROLE_REST");

    assertThat(server.get("discover/edge1").json().get("id").asText()).isEqualTo("run-2");
    assertThat(server.get("discover/1").json().get("node").asText()).isEqualTo("edge1");
    assertThat(server.get("discover/2").json().get("id").asText()).isEqualTo("run-1");
    assertThat(server.get("discover/all").json().get("id").asText()).isEqualTo("run-3");
    assertThat(server.get("discover/runs").json().get("items")).hasSize(3);
  }

  @Test
  void a_run_under_way_can_be_cancelled_once() throws Exception {
    discovery.stickFast();
    server.send("POST", "discover/all", null, "ROLE_REST");

    Answer cancelled = server.send("DELETE", "discover/runs/run-1", null, "ROLE_REST");
    Answer again = server.send("DELETE", "discover/runs/run-1", null, "ROLE_REST");

    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.json().get("state").asText()).isEqualTo("cancelled");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().get("code").asText()).isEqualTo("not_running");
    assertThat(discovery.cancelled()).containsExactly("run-1");
  }
}
