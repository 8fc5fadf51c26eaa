package org.opennms.plugins.trunkline.sandbox.network.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.sandbox.network.SimulatedNetwork;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings.Version;
import org.opennms.plugins.trunkline.sandbox.network.generate.GeneratorSettings;

class ExportTest {
  @TempDir Path directory;
  private SimulatedNetwork network;

  @BeforeEach
  void serve() throws IOException {
    network = SimulatedNetwork.generate(GeneratorSettings.mixed(60, 2), AgentSettings.sandbox());
  }

  @AfterEach
  void stop() {
    network.close();
  }

  @Test
  void nodes_have_the_thin_model_of_the_host() throws IOException {
    Path file = directory.resolve("nodes.json");
    NodeFile.write(file, network.devices());
    JsonNode nodes = new ObjectMapper().readTree(file.toFile()).get("nodes");
    JsonNode first = nodes.get(0);

    assertThat(nodes).hasSize(60);
    assertThat(first.get("address").asText()).isEqualTo("127.16.0.1");
    assertThat(first.get("location").asText()).isEqualTo("Default");
    assertThat(first.get("foreignSource").asText()).isEqualTo("sandbox");
    assertThat(first.get("foreignId").asText()).isEqualTo(first.get("label").asText());
    assertThat(first.get("categories")).hasSize(1);
    assertThat(first.get("services")).hasSize(2);
    assertThat(first.get("interfaces").get(0).size()).isEqualTo(3);
    assertThat(ZoneId.of(first.get("metadata").get(1).get("value").asText())).isNotNull();
    assertThat(nodes).filteredOn(node -> node.get("foreignSource").isNull()).hasSize(3);
  }

  @Test
  void truth_names_both_ends_of_every_link_alike() throws IOException {
    Path file = directory.resolve("truth.csv");
    TruthFile.write(file, network.devices());
    List<String> lines = Files.readAllLines(file);
    Map<String, String> peers = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      assertThat(fields).hasSize(7);
      peers.put(fields[0] + " " + fields[2], fields[5] + " " + fields[6]);
    }

    assertThat(lines.get(0)).isEqualTo("node,ifIndex,ifName,role,provider,peerNode,peerPort");
    peers.forEach(
        (here, there) -> {
          if (peers.containsKey(there)) {
            assertThat(peers.get(there)).isEqualTo(here);
          }
        });
  }

  @Test
  void credentials_put_every_other_block_of_addresses_under_version_3() throws IOException {
    Path file = directory.resolve("snmp.yaml");
    CredentialsFile.write(file, network);
    CredentialsFile.write(file, network);
    JsonNode profiles = new YAMLMapper().readTree(file.toFile()).get("profiles");

    assertThat(profiles).hasSize(2);
    assertThat(profiles.get(0).get("version").asText()).isEqualTo("v3");
    assertThat(profiles.get(0).get("match").get("addresses").get(0).asText())
        .isEqualTo("127.16.0.16/28");
    assertThat(profiles.get(0).get("priv").get("protocol").asText()).isEqualTo("AES-128");
    assertThat(profiles.get(0).has("community")).isFalse();
    assertThat(profiles.get(1).get("match").get("addresses").get(0).asText())
        .isEqualTo("127.16.0.0/16");
    assertThat(profiles.get(1).get("port").asInt()).isEqualTo(network.port());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_network_of_one_version_has_one_profile_for_all() throws IOException {
    Path file = directory.resolve("snmp.yaml");
    var settings = AgentSettings.sandbox().withVersions(Set.of(Version.V3));
    try (var secure = SimulatedNetwork.generate(GeneratorSettings.mixed(20, 2), settings)) {
      CredentialsFile.write(file, secure);
    }
    JsonNode profiles = new YAMLMapper().readTree(file.toFile()).get("profiles");

    assertThat(profiles).hasSize(1);
    assertThat(profiles.get(0).get("match").get("addresses").get(0).asText())
        .isEqualTo("127.16.0.0/16");
  }
}
