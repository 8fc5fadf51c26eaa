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
import org.opennms.plugins.trunkline.operations.SampleTopology;
import org.opennms.plugins.trunkline.operations.TopologyDirectory;

class TopologyTest {
  private RestServer server;

  @BeforeEach
  void start() throws Exception {
    server = RestServer.of(List.of(), Map.of(TopologyDirectory.class, new SampleTopology()));
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void nodes_edges_and_orphans_have_the_fields_that_graph_tools_expect() throws Exception {
    JsonNode topology = server.get("topology").json();

    assertThat(topology.at("/nodes/0/id").asText()).isEqualTo("lab:edge1");
    assertThat(topology.at("/nodes/0/name").asText()).isEqualTo("edge1");
    assertThat(topology.at("/nodes/0/device_type").asText()).isEqualTo("router");
    assertThat(topology.at("/edges/0/source").asText()).isEqualTo("lab:edge1");
    assertThat(topology.at("/edges/0/target").asText()).isEqualTo("2");
    assertThat(topology.at("/edges/0/source_interface").asText()).isEqualTo("Gi0/0/1");
    assertThat(topology.at("/edges/0/target_interface").asText()).isEqualTo("ge-0/0/2");
    assertThat(topology.at("/edges/0/interface_type").asText()).isEqualTo("isp_uplink");
    assertThat(topology.at("/orphans/0/neighbor_name").asText())
        .isEqualTo(SampleTopology.HOSTILE_NAME);
    assertThat(topology.at("/orphans/0/seen_from/0/node").asText()).isEqualTo("switch 2");
  }

  @Test
  void a_link_to_an_orphan_is_no_edge_and_the_totals_say_so() throws Exception {
    JsonNode topology = server.get("topology").json();

    assertThat(topology.get("edges")).hasSize(2);
    assertThat(topology.at("/totals/links").asInt()).isEqualTo(2);
    assertThat(topology.at("/totals/nodes").asInt()).isEqualTo(2);
    assertThat(topology.at("/totals/connected").asInt()).isEqualTo(2);
    assertThat(topology.at("/totals/orphans").asInt()).isEqualTo(2);
  }

  @Test
  void what_is_not_known_of_a_link_is_left_out() throws Exception {
    JsonNode inferred = server.get("topology").json().at("/edges/1");

    assertThat(inferred.get("state").asText()).isEqualTo("inferred");
    for (String absent :
        List.of("source_interface", "target_interface", "interface_type", "provider", "speed")) {
      assertThat(inferred.has(absent)).as(absent).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"edge1", "1", "lab:edge1"})
  void a_node_is_named_as_everywhere(String node) throws Exception {
    JsonNode around = server.get("topology/node/" + node).json();

    assertThat(around.at("/node/name").asText()).isEqualTo("edge1");
    assertThat(around.at("/neighbors/0/mapping").asText()).isEqualTo("node");
    assertThat(around.at("/neighbors/0/reasons/0/evidence").asText()).isEqualTo("chassis id");
  }

  @Test
  void neighbours_that_are_no_node_are_shown_at_the_node() throws Exception {
    JsonNode neighbours = server.get("topology/node/2").json().get("neighbors");

    assertThat(neighbours).hasSize(3);
    assertThat(neighbours.at("/0/orphan").asText()).isEqualTo("orphan-1");
    assertThat(neighbours.at("/1/mapping").asText()).isEqualTo("ambiguous");
    assertThat(neighbours.at("/1/candidates")).hasSize(2);
    assertThat(neighbours.at("/2/mapping").asText()).isEqualTo("ourselves");
  }

  @Test
  void orphans_alone_are_a_list_with_a_total() throws Exception {
    JsonNode orphans = server.get("topology/orphans").json();

    assertThat(orphans.get("total").asInt()).isEqualTo(2);
    assertThat(orphans.at("/orphans/1/candidates")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "%1b%5B2J", "EDGE1%2F", "-1"})
  void a_node_that_is_none_is_not_found(String node) throws Exception {
    RestServer.Answer answer = server.get("topology/node/" + node);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().get("remedy").asText()).isNotEmpty();
  }

  @Test
  void who_may_not_read_reads_no_topology_and_no_query_is_taken() throws Exception {
    assertThat(server.send("GET", "topology", null, "guest").status()).isEqualTo(403);
    assertThat(server.get("topology?format=dot").status()).isEqualTo(400);
  }
}
