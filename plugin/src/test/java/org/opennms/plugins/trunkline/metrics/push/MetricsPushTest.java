package org.opennms.plugins.trunkline.metrics.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsPushTest {
  private static final String TEXT =
      "# TYPE interface_if_hc_in_octets untyped\ninterface_if_hc_in_octets{if_name=\"Überland\"} 7\n";

  private HttpServer server;
  private int status = 204;
  private String answer = "";
  private String received;
  private String authorization;
  private String contentType;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/import/prometheus", this::take);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void the_text_arrives_whole() {
    PushOutcome outcome = push(Optional.empty());
    assertThat(outcome)
        .isEqualTo(new PushOutcome.Accepted(TEXT.getBytes(StandardCharsets.UTF_8).length));
    assertThat(received).isEqualTo(TEXT);
    assertThat(contentType).startsWith("text/plain");
    assertThat(authorization).isNull();
  }

  @Test
  void the_authorization_is_sent_and_never_shown() {
    PushSettings settings = settings(server.getAddress().getPort(), Optional.of("Bearer s3cret"));
    new MetricsPush(settings).push(TEXT);
    assertThat(authorization).isEqualTo("Bearer s3cret");
    assertThat(settings.toString()).doesNotContain("s3cret").contains("with authorization");
  }

  @Test
  void a_refusal_is_told_with_the_stores_words() {
    status = 400;
    answer = "cannot parse\nline 3 " + "x".repeat(1_000);
    PushOutcome outcome = push(Optional.empty());
    assertThat(outcome.text()).startsWith("refused with status 400: cannot parse line 3 xxx");
    assertThat(outcome.text()).hasSizeLessThan(400);
  }

  @Test
  void a_redirection_is_not_followed_but_told() {
    status = 302;
    assertThat(push(Optional.empty())).isEqualTo(new PushOutcome.Refused(302, ""));
  }

  @Test
  void nothing_is_not_sent() {
    assertThat(new MetricsPush(settings(1, Optional.empty())).push(""))
        .isEqualTo(new PushOutcome.Nothing());
  }

  @Test
  void a_store_that_is_not_there_is_told() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertThat(new MetricsPush(settings(free, Optional.empty())).push(TEXT).text())
        .contains("not reachable")
        .contains("refused");
  }

  @Test
  void a_store_that_never_answers_is_given_up() throws IOException {
    CountDownLatch end = new CountDownLatch(1);
    server.removeContext("/api/v1/import/prometheus");
    server.createContext(
        "/",
        exchange -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    assertThat(push(Optional.empty()).text()).contains("not reachable").contains("timed out");
    end.countDown();
  }

  @Test
  void an_address_that_is_none_is_refused_with_an_example() {
    for (String bad : new String[] {"ftp://192.0.2.9/", "//192.0.2.9:8428/", "http:///path", "x"}) {
      assertThatThrownBy(
              () -> new PushSettings(URI.create(bad), Optional.empty(), Duration.ofSeconds(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("/api/v1/import/prometheus");
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(exchange.getRequestBody())) {
      received = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    authorization = exchange.getRequestHeaders().getFirst("Authorization");
    contentType = exchange.getRequestHeaders().getFirst("Content-Type");
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private PushOutcome push(Optional<String> secret) {
    return new MetricsPush(settings(server.getAddress().getPort(), secret)).push(TEXT);
  }

  private static PushSettings settings(int port, Optional<String> secret) {
    return new PushSettings(
        URI.create("http://127.0.0.1:" + port + "/api/v1/import/prometheus"),
        secret,
        Duration.ofMillis(500));
  }
}
