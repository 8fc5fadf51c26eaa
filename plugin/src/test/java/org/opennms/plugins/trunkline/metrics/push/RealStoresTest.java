package org.opennms.plugins.trunkline.metrics.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two servers themselves, from Debian's packages prometheus and victoria-metrics. */
class RealStoresTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String LABELS =
      "{device_id=\"7\",device_name=\"core-1\",interface_id=\"7/xe-0/0/1\",if_index=\"501\","
          + "if_name=\"xe-0/0/1\",interface_type=\"isp-uplink\",isp_provider=\"Example \\\"A\\\" \\\\ B\","
          + "is_critical=\"true\"}";
  private static final String TEXT =
      "# HELP interface_if_hc_in_octets ifHCInOctets, else ifInOctets.\n"
          + "# TYPE interface_if_hc_in_octets untyped\n"
          + "interface_if_hc_in_octets"
          + LABELS
          + " 1.23456789012E11\n"
          + "# HELP interface_if_in_errors ifInErrors.\n"
          + "# TYPE interface_if_in_errors untyped\n"
          + "interface_if_in_errors"
          + LABELS
          + " 42\n";

  @TempDir Path directory;

  private final HttpClient client = HttpClient.newHttpClient();
  private Process store;
  private int port;

  @AfterEach
  void stop() throws InterruptedException {
    if (store != null) {
      store.destroy();
      store.waitFor();
    }
  }

  @Test
  void victoria_metrics_takes_what_is_pushed() throws Exception {
    start(
        "victoria-metrics",
        "-storageDataPath=" + directory.resolve("data"),
        "-httpListenAddr=127.0.0.1:" + freePort(),
        "-search.latencyOffset=0s");
    URI endpoint = URI.create("http://127.0.0.1:" + port + "/api/v1/import/prometheus");
    MetricsPush push =
        new MetricsPush(new PushSettings(endpoint, Optional.empty(), Duration.ofSeconds(20)));
    await()
        .atMost(LONG)
        .untilAsserted(() -> assertThat(push.push(TEXT)).isInstanceOf(PushOutcome.Accepted.class));
    assertIsThere("interface_if_hc_in_octets", 123_456_789_012.0);
    assertIsThere("interface_if_in_errors", 42);
  }

  @Test
  void prometheus_takes_the_same_text_when_it_asks_for_it() throws Exception {
    HttpServer page =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    page.createContext(
        "/opennms/rest/trunkline/metrics/interfaces",
        exchange -> {
          byte[] body = TEXT.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    page.start();
    Path config = directory.resolve("prometheus.yml");
    Files.writeString(
        config,
        """
        scrape_configs:
          - job_name: trunkline
            scrape_interval: 1s
            metrics_path: /opennms/rest/trunkline/metrics/interfaces
            static_configs:
              - targets: ['127.0.0.1:%d']
        """
            .formatted(page.getAddress().getPort()));
    try {
      start(
          "prometheus",
          "--config.file=" + config,
          "--storage.tsdb.path=" + directory.resolve("data"),
          "--web.listen-address=127.0.0.1:" + freePort());
      assertIsThere("interface_if_hc_in_octets", 123_456_789_012.0);
      assertIsThere("interface_if_in_errors", 42);
    } finally {
      page.stop(0);
    }
  }

  private void start(String name, String... arguments) throws IOException {
    Path program = Path.of("/usr/bin", name);
    assumeTrue(Files.isExecutable(program), "Install Debian's " + name + " to run this.");
    String[] command = new String[arguments.length + 1];
    command[0] = program.toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    File log = directory.resolve(name + ".log").toFile();
    store = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
  }

  private int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
      return port;
    }
  }

  private void assertIsThere(String metric, double value) {
    await()
        .atMost(LONG)
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              JsonNode series = query(metric).path("data").path("result").path(0);
              assertThat(series.path("value").path(1).asDouble()).isEqualTo(value);
              JsonNode labels = series.path("metric");
              assertThat(labels.path("isp_provider").asText()).isEqualTo("Example \"A\" \\ B");
              assertThat(labels.path("interface_id").asText()).isEqualTo("7/xe-0/0/1");
              assertThat(labels.path("is_critical").asText()).isEqualTo("true");
            });
  }

  private JsonNode query(String expression) throws Exception {
    URI uri =
        URI.create(
            "http://127.0.0.1:"
                + port
                + "/api/v1/query?query="
                + URLEncoder.encode(expression, StandardCharsets.UTF_8));
    String body =
        client
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    return new ObjectMapper().readTree(body);
  }
}
