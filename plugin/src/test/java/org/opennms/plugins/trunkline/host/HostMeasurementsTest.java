package org.opennms.plugins.trunkline.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.SteppedClock;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.config.TrunklineConfig.HostAccess;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.traffic.MetricArchive.Answer;
import org.opennms.plugins.trunkline.traffic.MetricArchive.Metric;
import org.opennms.plugins.trunkline.traffic.MetricArchive.Series;
import org.opennms.plugins.trunkline.traffic.Ports;

/** The host's REST as it really behaves, played by a web server of the JDK. */
class HostMeasurementsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Device DEVICE = Ports.device(7, Optional.empty());
  private static final NetworkInterface ONE = port("Gi0/1", "00:1b:2c:3d:4e:5f");
  private static final NetworkInterface TEN = port("Gi0/10", "00:1b:2c:3d:4e:6f");

  private final SteppedClock clock = new SteppedClock(NOW);
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private UnaryOperator<String> values = body -> "{}";
  private String resources = resources("Gi0_1-001b2c3d4e5f", "Gi0_10-001b2c3d4e6f");
  private int status = 200;
  private int drops;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/opennms/rest/resources/fornode/7", e -> answer(e, resources));
    server.createContext("/opennms/rest/measurements", this::measurements);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void an_interface_is_found_by_its_label_with_the_mac_address_and_not_by_a_prefix() {
    values = body -> table(body, "1.5", "2.5");
    Series series = stored(ONE);
    assertThat(asked.get(1))
        .contains("node[7].interfaceSnmp[Gi0_1-001b2c3d4e5f]", "ifHCInOctets", "\"AVERAGE\"")
        .doesNotContain("Gi0_10");
    assertThat(column(series, Metric.IN_OCTETS)).containsExactly(1.5, 2.5);
    assertThat(series.stepMillis()).isEqualTo(300_000);
    assertThat(series.ends()).containsExactly(1_000_000, 1_300_000);
  }

  @Test
  void the_stored_if_name_settles_it_when_the_mac_address_changed() {
    resources = resources("Gi0_1-aaaaaaaaaaaa", "Gi0_10-001b2c3d4e6f");
    values = body -> table(body, "1", "2");
    stored(ONE);
    assertThat(asked.get(1)).contains("Gi0_1-aaaaaaaaaaaa");
  }

  @Test
  void two_resources_that_could_both_be_meant_are_none() {
    resources = resources("Gi0_1-aaaaaaaaaaaa", "Gi0_1-bbbbbbbbbbbb");
    assertThat(all(ONE)).isEmpty();
  }

  @Test
  void a_label_without_a_mac_address_will_do() {
    resources = resources("Gi0_1").replace("\"ifName\":\"Gi0/1\"", "");
    values = body -> table(body, "1", "2");
    assertThat(stored(ONE).ends()).hasSize(2);
  }

  @Test
  void only_what_is_stored_is_asked_for_and_32_bit_counters_where_there_are_no_others() {
    resources = resources("Gi0_1-001b2c3d4e5f").replace("ifHCInOctets", "ifInOctets");
    values = body -> table(body, "1", "2");
    Series series = stored(ONE);
    assertThat(asked.get(1)).contains("\"ifInOctets\"").doesNotContain("ifHCOutOctets");
    assertThat(series.values().get(Metric.OUT_OCTETS)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "\"NaN\"", "null"})
  void a_gap_is_a_gap_in_each_spelling(String gap) {
    values = body -> table(body, gap, "2");
    assertThat(column(stored(ONE), Metric.IN_OCTETS)).containsExactly(Double.NaN, 2);
  }

  @Test
  void a_coarser_step_than_asked_for_is_told() {
    values = body -> table(body, "1", "2").replace("\"step\":300000", "\"step\":3600000");
    assertThat(stored(ONE).stepMillis()).isEqualTo(3_600_000);
  }

  @Test
  void one_that_is_gone_does_not_take_the_others_with_it() {
    values = body -> body.contains("Gi0_1-") ? null : table(body, "1", "2");
    assertThat(all(ONE, TEN)).containsOnlyKeys(TEN.key());
    int before = asked.size();
    read(TEN);
    assertThat(asked.get(before)).startsWith("GET /opennms/rest/resources/fornode/7");
  }

  @Test
  void which_resources_a_node_has_is_asked_for_once_an_hour() {
    values = body -> table(body, "1", "2");
    HostMeasurements measurements = measurements();
    measurements.read(DEVICE, List.of(ONE), NOW.minusSeconds(600), NOW);
    measurements.read(DEVICE, List.of(ONE), NOW.minusSeconds(600), NOW);
    assertThat(asked).filteredOn(a -> a.startsWith("GET")).hasSize(1);
    clock.set(NOW.plus(Duration.ofHours(1)));
    measurements.read(DEVICE, List.of(ONE), NOW.minusSeconds(600), NOW);
    assertThat(asked).filteredOn(a -> a.startsWith("GET")).hasSize(2);
  }

  @Test
  void a_node_that_the_host_does_not_collect_has_nothing_stored() {
    Device other = Ports.device(8, Optional.empty());
    Answer answer = measurements().read(other, List.of(ONE), NOW.minusSeconds(600), NOW);
    assertThat(((Answer.Stored) answer).series()).isEmpty();
  }

  @Test
  void credentials_from_the_vault_are_sent_and_never_told() {
    values = body -> table(body, "1", "2");
    stored(ONE);
    String basic =
        Base64.getEncoder().encodeToString("rest:s3cret".getBytes(StandardCharsets.UTF_8));
    assertThat(asked).allMatch(a -> a.contains("Basic " + basic));
    status = 401;
    assertThat(unavailable()).doesNotContain("s3cret", basic);
  }

  @ParameterizedTest
  @CsvSource({
    "401,check user and password",
    "403,give it the role REST",
    "302,host.url must end with the host's context",
    "500,HTTP status 500"
  })
  void a_refusal_is_told_with_its_remedy(int code, String words) {
    status = code;
    assertThat(unavailable()).contains(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>login</html>",
        "{\"step\":300000,\"timestamps\":[1],\"labels\":[\"a\"],\"columns\":[]}",
        "{\"step\":300000,\"timestamps\":[1],\"labels\":[\"a\"],\"columns\":[{\"values\":[1,2]}]}",
        "{\"step\":300000,\"timestamps\":[1",
        "{\"columns\":[{\"values\":[[1]]}]}",
        "{}",
        "[]"
      })
  void an_answer_that_is_none_is_no_answer(String body) {
    values = asked -> body;
    assertThat(read(ONE)).isInstanceOf(Answer.Unavailable.class);
  }

  @Test
  void a_question_whose_connection_the_host_drops_is_asked_once_more() {
    values = body -> table(body, "1", "2");
    drops = 2;
    assertThat(stored(ONE).ends()).hasSize(2);
    drops = Integer.MAX_VALUE;
    assertThat(unavailable()).contains("cannot be read");
  }

  @Test
  void a_host_that_is_not_there_is_told_with_its_address() {
    server.stop(0);
    assertThat(unavailable()).contains("/opennms cannot be read");
  }

  @Test
  void what_waits_for_the_host_goes_on_when_it_is_closed() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    values =
        body -> {
          asked.countDown();
          await(release);
          return "{}";
        };
    HostMeasurements measurements = measurements();
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(
            () -> measurements.read(DEVICE, List.of(ONE), NOW.minusSeconds(600), NOW));
    try {
      assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
      measurements.close();
      assertThat(answer.get(20, TimeUnit.SECONDS)).isInstanceOf(Answer.Unavailable.class);
    } finally {
      // The server waits for its handlers when it stops.
      release.countDown();
    }
  }

  @Test
  void without_the_alias_it_is_not_configured_and_says_what_to_do() {
    HostMeasurements without = measurements(alias -> Optional.empty());
    assertThat(without.isConfigured()).isFalse();
    assertThat(measurements().isConfigured()).isTrue();
    Answer answer = without.read(DEVICE, List.of(ONE), NOW, NOW);
    assertThat(((Answer.Unavailable) answer).why()).contains("trunkline-rest", "create it");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String unavailable() {
    return ((Answer.Unavailable) read(ONE)).why();
  }

  private Series stored(NetworkInterface of) {
    return all(of).get(of.key());
  }

  private static double[] column(Series series, Metric metric) {
    return series.values().get(metric);
  }

  private Map<InterfaceKey, Series> all(NetworkInterface... of) {
    Answer answer = read(of);
    assertThat(answer).isInstanceOf(Answer.Stored.class);
    return ((Answer.Stored) answer).series();
  }

  private Answer read(NetworkInterface... of) {
    return measurements().read(DEVICE, List.of(of), NOW.minusSeconds(600), NOW);
  }

  private HostMeasurements measurements() {
    return measurements(alias -> Optional.of(new SecretVault.Credentials("rest", "s3cret")));
  }

  private HostMeasurements measurements(SecretVault vault) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/opennms");
    return new HostMeasurements(() -> new HostAccess(url, "trunkline-rest"), vault, clock);
  }

  private static NetworkInterface port(String name, String mac) {
    return Ports.port(DEVICE, 1, name, mac, 1_000_000_000, false).networkInterface();
  }

  private static String resources(String... labels) {
    return Arrays.stream(labels)
        .map(
            label ->
                "{\"id\":\"node[7].interfaceSnmp[%s]\",\"label\":\"%s\",".formatted(label, label)
                    + "\"stringPropertyAttributes\":{\"ifName\":\""
                    + label.replaceAll("-.*", "").replace('_', '/')
                    + "\"},\"rrdGraphAttributes\":{\"ifHCInOctets\":{},\"ifInErrors\":{}}}")
        .collect(
            Collectors.joining(
                ",",
                "{\"id\":\"node[7]\",\"children\":{\"resource\":[{\"id\":\"node[7].nodeSnmp[]\"},",
                "]}}"));
  }

  /** Two rows of one value for each label that was asked for. */
  private static String table(String question, String first, String second) {
    List<String> labels =
        Pattern.compile("\"label\":\"(\\w+)\"")
            .matcher(question)
            .results()
            .map(m -> "\"" + m.group(1) + "\"")
            .toList();
    String column = "{\"values\":[" + first + "," + second + "]}";
    return "{\"step\":300000,\"start\":1,\"end\":2,\"labels\":"
        + labels
        + ",\"columns\":"
        + labels.stream().map(l -> column).toList()
        + ",\"timestamps\":[1000000,1300000],\"metadata\":{\"nodes\":[]}}";
  }

  private void measurements(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add("POST " + body + " " + exchange.getRequestHeaders().getFirst("Authorization"));
    send(exchange, status, values.apply(body));
  }

  private void answer(HttpExchange exchange, String body) throws IOException {
    asked.add(
        "GET "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization"));
    send(exchange, status, body);
  }

  private void send(HttpExchange exchange, int status, String body) throws IOException {
    if (drops-- > 0) {
      exchange.close();
      return;
    }
    byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    // Zero stands for chunks: with a length, or none, the server may cut off what it has just sent.
    exchange.sendResponseHeaders(body == null ? 404 : status, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
