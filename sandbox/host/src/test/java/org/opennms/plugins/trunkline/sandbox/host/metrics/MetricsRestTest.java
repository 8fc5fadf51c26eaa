package org.opennms.plugins.trunkline.sandbox.host.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.integration.api.v1.model.immutables.ImmutableNode;

/** The shapes and traps of the host's stored metrics. */
class MetricsRestTest {
  private static final long NOW = Instant.parse("2026-11-20T12:00:00Z").getEpochSecond();
  private static final String LABEL = "Gi0_1-001b2c3d4e5f";
  private static final String RESOURCE = "node[lab:1].interfaceSnmp[" + LABEL + "]";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Server server = new Server();
  @TempDir private Path directory;
  private String base;

  @BeforeEach
  void start() throws Exception {
    Node node =
        ImmutableNode.newBuilder()
            .setId(7)
            .setLabel("sw1")
            .setLocation("Default")
            .setForeignSource("lab")
            .setForeignId("1")
            .build();
    Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(
        new ServletHolder(new ResourcesServlet(() -> List.of(node), directory)), "/resources/*");
    context.addServlet(
        new ServletHolder(new MeasurementsServlet(() -> List.of(node), directory, clock)),
        "/measurements/*");
    server.setHandler(context);
    server.start();
    base = "http://127.0.0.1:" + connector.getLocalPort();
    archive();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  /** Fine slots hold 5, coarse ones 60, and the fine one of an hour ago nothing. */
  private void archive() throws IOException {
    ByteBuffer file = ByteBuffer.allocate(16 + (2016 + 744) * 32);
    file.putLong(0x54524b4c41524331L).putLong(NOW);
    for (int slot = 0; slot < 2016 + 744; slot++) {
      for (int column = 0; column < 8; column++) {
        file.putFloat(slot < 2016 ? 5 : 60);
      }
    }
    file.putFloat(16 + Math.floorMod((NOW - 3600) / 300, 2016) * 32, Float.NaN);
    Files.createDirectories(directory.resolve("sw1"));
    Files.write(directory.resolve("sw1").resolve(LABEL), file.array());
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "lab:1"})
  void resources_of_a_node_bear_labels_with_mac_addresses(String node) throws Exception {
    JsonNode tree = json(get("/resources/fornode/" + node));
    assertThat(tree.path("id").asText()).isEqualTo("node[lab:1]");
    JsonNode child = tree.at("/children/resource/1");
    assertThat(child.path("id").asText()).isEqualTo(RESOURCE);
    assertThat(child.path("rrdGraphAttributes").has("ifHCInOctets")).isTrue();
    assertThat(child.path("rrdGraphAttributes").has("ifInUcastpkts")).isTrue();
  }

  @Test
  void a_node_that_is_not_there_has_no_resources() throws Exception {
    assertThat(get("/resources/fornode/99").statusCode()).isEqualTo(404);
    assertThat(get("/resources").statusCode()).isEqualTo(404);
  }

  @Test
  void within_a_week_values_are_fine_and_a_gap_is_the_text_nan() throws Exception {
    JsonNode answer = json(ask(NOW - 7200, NOW, 300, source(RESOURCE, "ifHCInOctets")));
    assertThat(answer.path("step").asLong()).isEqualTo(300_000);
    assertThat(answer.path("timestamps")).hasSize(24);
    assertThat(answer.at("/timestamps/23").asLong()).isEqualTo(NOW * 1000);
    assertThat(answer.at("/columns/0/values/0").asDouble()).isEqualTo(5);
    assertThat(answer.at("/columns/0/values/11").isTextual()).isTrue();
    assertThat(answer.at("/columns/0/values/11").asText()).isEqualTo("NaN");
  }

  @Test
  void a_question_that_reaches_beyond_a_week_is_answered_with_hours_throughout() throws Exception {
    JsonNode answer = json(ask(NOW - 8 * 86_400, NOW, 300, source(RESOURCE, "ifHCInOctets")));
    assertThat(answer.path("step").asLong()).isEqualTo(3_600_000);
    assertThat(answer.path("timestamps")).hasSize(8 * 24);
    assertThat(answer.at("/columns/0/values/191").asDouble()).isEqualTo(60);
  }

  @Test
  void one_unknown_attribute_or_resource_fails_the_whole_question() throws Exception {
    String good = source(RESOURCE, "ifHCInOctets");
    String unknown = source(RESOURCE, "ifHCInUcastPkts");
    String gone = source("node[lab:1].interfaceSnmp[gone]", "ifHCInOctets");
    assertThat(ask(NOW - 600, NOW, 300, good, unknown).statusCode()).isEqualTo(404);
    assertThat(ask(NOW - 600, NOW, 300, good, gone).statusCode()).isEqualTo(404);
    String escape = source("node[lab:1].interfaceSnmp[../sw1/" + LABEL + "]", "ifHCInOctets");
    assertThat(ask(NOW - 600, NOW, 300, escape).statusCode()).isEqualTo(404);
  }

  @Test
  void a_relaxed_question_leaves_out_what_is_unknown() throws Exception {
    String body =
        question(NOW - 600, NOW, 300, source(RESOURCE, "ifInErrors"), source(RESOURCE, "no"));
    JsonNode answer = json(post(body.replace("{\"start\"", "{\"relaxed\":true,\"start\"")));
    assertThat(answer.path("labels")).hasSize(1);
  }

  @Test
  void a_single_value_can_be_had_by_get() throws Exception {
    String path = "/measurements/node%5B7%5D.interfaceSnmp%5B" + LABEL + "%5D/ifHCOutOctets";
    JsonNode answer = json(get(path + "?start=-7200000"));
    assertThat(answer.path("timestamps")).hasSize(24);
    assertThat(get("/measurements/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void what_is_no_json_is_refused() throws Exception {
    assertThat(post("start").statusCode()).isEqualTo(400);
  }

  @Test
  void a_node_that_is_not_collected_has_only_its_own_data() throws Exception {
    Files.delete(directory.resolve("sw1").resolve(LABEL));
    assertThat(json(get("/resources/fornode/7")).at("/children/resource")).hasSize(1);
  }

  private static String source(String resource, String attribute) {
    return "{\"aggregation\":\"AVERAGE\",\"attribute\":\"%s\",\"label\":\"%s\",\"resourceId\":\"%s\"}"
        .formatted(attribute, attribute, resource);
  }

  private static String question(long from, long to, long step, String... sources) {
    return "{\"start\":%d,\"end\":%d,\"step\":%d,\"maxrows\":0,\"source\":[%s]}"
        .formatted(from * 1000, to * 1000, step * 1000, String.join(",", sources));
  }

  private HttpResponse<String> ask(long from, long to, long step, String... sources)
      throws Exception {
    return post(question(from, to, step, sources));
  }

  private HttpResponse<String> post(String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(base + "/measurements"))
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
