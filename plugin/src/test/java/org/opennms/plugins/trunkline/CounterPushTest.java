package org.opennms.plugins.trunkline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.config.SecretVault.Credentials;
import org.opennms.plugins.trunkline.telemetry.settings.TelemetrySettings.Prometheus;

class CounterPushTest {
  private final List<String> received = new ArrayList<>();
  private final List<String> authorizations = new ArrayList<>();
  private HttpServer store;
  private Optional<URI> url;
  private Optional<String> credentials = Optional.empty();
  private String text = "a 1\n";
  private int status = 204;
  private final CounterPush push =
      new CounterPush(
          () -> new Prometheus(url, Duration.ofSeconds(30), credentials),
          alias ->
              switch (alias) {
                case "user" -> Optional.of(new Credentials("writer", "s3cret"));
                case "token" -> Optional.of(new Credentials("", "t0ken"));
                default -> Optional.empty();
              },
          () -> text);

  @BeforeEach
  void start() throws IOException {
    store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    store.createContext("/import", this::take);
    store.start();
    url = Optional.of(URI.create("http://127.0.0.1:" + store.getAddress().getPort() + "/import"));
  }

  @AfterEach
  void stop() {
    store.stop(0);
  }

  @Test
  void it_has_turns_only_while_a_store_is_named() {
    assertThat(push.interval()).contains(Duration.ofSeconds(30));
    url = Optional.empty();
    assertThat(push.interval()).isEmpty();
    assertThat(push.run()).contains("no store");
    assertThat(received).isEmpty();
  }

  @Test
  void a_text_of_many_interfaces_goes_out_in_parts_that_end_with_a_line() {
    text = ("interface_if_hc_in_octets{if_name=\"" + "x".repeat(200) + "\"} 1\n").repeat(50_000);
    assertThat(push.run()).contains(text.length() + " bytes accepted");
    assertThat(received).hasSizeGreaterThan(2);
    assertThat(received).allMatch(t -> t.length() <= 4 << 20 && t.endsWith("\n"));
    assertThat(String.join("", received)).isEqualTo(text);
  }

  @Test
  void the_vault_gives_a_user_with_a_password_or_a_token() {
    push.run();
    credentials = Optional.of("user");
    push.run();
    credentials = Optional.of("token");
    push.run();
    assertThat(authorizations).containsExactly("", "Basic d3JpdGVyOnMzY3JldA==", "Bearer t0ken");
  }

  @Test
  void a_refusal_is_a_problem_until_the_store_takes_counters_again() {
    status = 401;
    assertThat(push.run()).contains("refused with status 401");
    assertThat(push.problem()).contains("401").contains(url.orElseThrow().toString());
    status = 204;
    push.run();
    assertThat(push.problem()).isEmpty();
  }

  @Test
  void a_store_that_is_gone_is_a_problem_and_the_next_turn_finds_it_again() {
    store.stop(0);
    assertThat(push.run()).contains("not reachable");
    assertThat(push.problem()).isNotEmpty();
    url = Optional.empty();
    assertThat(push.problem()).as("no longer of interest").isEmpty();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(exchange.getRequestBody())) {
      received.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    authorizations.add(authorization == null ? "" : authorization);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
