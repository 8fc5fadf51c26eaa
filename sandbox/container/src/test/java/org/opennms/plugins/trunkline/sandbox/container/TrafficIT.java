package org.opennms.plugins.trunkline.sandbox.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Traffic in a real container: from the host's stored metrics, and by direct polling. */
@ParameterizedClass
@EnumSource
class TrafficIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Parameter KarafLine line;

  private Path file;
  private String original;

  @BeforeEach
  void let_trunkline_read_the_metrics() throws IOException {
    file = trunkline().karaf().etc().resolve("org.opennms.plugins.trunkline.cfg");
    original = Files.readString(file);
    trunkline().sandbox().allowMetrics(InstalledTrunkline.REST);
  }

  @AfterEach
  void put_the_settings_back() throws IOException {
    Files.writeString(file, original);
  }

  @Test
  void both_sources_tell_the_same_and_the_day_is_there_again_after_a_power_failure()
      throws IOException {
    ConfigFile.set(file, Map.of("traffic.source", "host"));
    InstalledTrunkline.Interface port = monitored();
    JsonNode stored = await(port, day -> day.at("/summary/coverage").asDouble() > 0.95);
    assertThat(stored.at("/summary/source").asText()).isEqualTo("host");
    assertThat(stored.at("/samples").size()).isGreaterThan(250);
    double storedMbps = lastMbps(stored);

    ConfigFile.set(file, Map.of("traffic.source", "direct", "traffic.interval", "10s"));
    ConfigFile.set(file, Map.of("traffic.critical-interval", "10s"));
    JsonNode polled = await(port, TrafficIT::hasShortSamples);
    assertThat(polled.at("/summary/source").asText()).isEqualTo("direct");
    assertThat(polled.at("/summary/status/operStatus").asText()).isEqualTo("up");
    // The flows vary by 40 % within minutes, and ten seconds are held against five minutes.
    assertThat(lastMbps(polled)).isBetween(storedMbps / 3, storedMbps * 3);

    ConfigFile.set(file, Map.of("traffic.source", "host"));
    trunkline().karaf().kill();
    trunkline().karaf().start();
    trunkline().sandbox().awaitTrunkline();
    await(port, day -> day.at("/summary/coverage").asDouble() > 0.95);
    assertThat(trunkline().shell().expect("opennms-trunkline:status"))
        .containsPattern("traffic +\\S +(ok|degraded) ");
  }

  private InstalledTrunkline trunkline() {
    return InstalledTrunkline.on(line);
  }

  private InstalledTrunkline.Interface monitored() throws IOException {
    JsonNode row =
        StreamSupport.stream(trunkline().interfaces().spliterator(), false)
            .filter(each -> each.path("monitored").asBoolean())
            .filter(each -> each.path("operStatus").asText().equals("up"))
            .findFirst()
            .orElseThrow();
    return new InstalledTrunkline.Interface(row.path("node").asText(), row.path("name").asText());
  }

  private static boolean hasShortSamples(JsonNode day) {
    JsonNode last = day.at("/samples").path(day.at("/samples").size() - 1);
    return last.path("quality").asText().equals("good")
        && Duration.between(
                    Instant.parse(last.path("start").asText()),
                    Instant.parse(last.path("end").asText()))
                .toSeconds()
            < 30;
  }

  private static double lastMbps(JsonNode day) {
    JsonNode last = day.at("/samples").path(day.at("/samples").size() - 1);
    return last.at("/in/bitsPerSecond").asDouble() / 1e6;
  }

  private JsonNode await(InstalledTrunkline.Interface port, Predicate<JsonNode> wanted)
      throws IOException {
    JsonNode[] last = new JsonNode[1];
    new Waiting(PATIENCE)
        .until(
            "traffic is as expected",
            () -> {
              last[0] = day(port);
              return last[0] != null && wanted.test(last[0]);
            },
            () -> "Last answer: " + last[0] + "; see " + trunkline().karaf().logFile());
    return last[0];
  }

  private JsonNode day(InstalledTrunkline.Interface port) throws IOException {
    String node = port.node().replace(" ", "%20");
    String name = URLEncoder.encode(port.name(), StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        trunkline()
            .http()
            .get(
                "/opennms/rest/trunkline/traffic/" + node + "?ifName=" + name,
                InstalledTrunkline.USER);
    return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : null;
  }
}
