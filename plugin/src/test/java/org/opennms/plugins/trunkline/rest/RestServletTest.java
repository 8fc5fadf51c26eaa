package org.opennms.plugins.trunkline.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.operations.InMemoryInterfaces;
import org.opennms.plugins.trunkline.operations.SampleNetwork;
import org.opennms.plugins.trunkline.operations.SampleWork;
import org.opennms.plugins.trunkline.operations.ScriptedDiscovery;
import org.opennms.plugins.trunkline.operations.SteadyStatus;
import org.opennms.plugins.trunkline.rest.RestServer.Answer;

/** What the whole servlet does over real HTTP, whatever the path: roles, errors, restarts. */
class RestServletTest {
  private static final Clock CLOCK = Clock.fixed(SampleNetwork.SEEN, ZoneOffset.UTC);

  private final InMemoryInterfaces interfaces = new InMemoryInterfaces(SampleNetwork.all());
  private RestServer server;

  @BeforeEach
  void start() throws Exception {
    SteadyStatus status = new SteadyStatus();
    server =
        new RestServer(
            new Operations(
                interfaces,
                new ScriptedDiscovery(SampleNetwork.EDGE),
                interfaces,
                status,
                status,
                status,
                new SampleWork()),
            CLOCK);
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, ping, ROLE_USER, 200",
    "GET, ping, ROLE_REST, 200",
    "GET, ping, ROLE_ADMIN, 200",
    "GET, ping, guest, 403",
    "POST, discover/all, ROLE_USER, 403",
    "POST, discover/all, ROLE_REST, 202",
    "POST, discover/all, ROLE_ADMIN, 202",
    "DELETE, interfaces/edge1/Gi0/0/1, ROLE_USER, 403",
    "PUT, interfaces/edge1/Gi0/0/1, guest, 403",
    "GET, no/such/path, guest, 403",
    "PATCH, interfaces/edge1/Gi0/0/1, ROLE_USER, 403",
  })
  void each_role_may_do_what_it_is_for(String method, String path, String user, int status)
      throws Exception {
    Answer answer = server.send(method, path, method.equals("PUT") ? "{}" : null, user);

    assertThat(answer.status()).isEqualTo(status);
    if (status == 403) {
      assertError(answer, "forbidden");
      assertThat(answer.json().get("message").asText()).contains("ROLE_REST");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, nothing, 404, not_found",
    "GET, '', 404, not_found",
    "GET, interfaces/edge1/Gi9, 404, not_found",
    "GET, interfaces/nobody/Gi0/0/1, 404, not_found",
    "GET, interfaces/device/nobody, 404, not_found",
    "GET, discover/runs/none, 404, not_found",
    "GET, discover/edge1, 404, not_found",
    "POST, discover/nobody, 404, not_found",
    "DELETE, discover/runs/none, 404, not_found",
    "DELETE, interfaces/2/1, 404, not_found",
    "DELETE, ping, 405, method_not_allowed",
    "PUT, interfaces/summary/x, 404, not_found",
    "POST, interfaces, 405, method_not_allowed",
    "PATCH, interfaces/edge1/Gi0/0/1, 405, method_not_allowed",
    "GET, interfaces/edge1, 400, bad_parameter",
    "GET, interfaces?rol=trunk, 400, unknown_parameter",
    "GET, ping?x=1, 400, unknown_parameter",
    "GET, interfaces?role=trunk&role=access, 400, repeated_parameter",
    "GET, interfaces?role=uplink, 400, bad_parameter",
    "GET, interfaces?critical=yes, 400, bad_parameter",
    "GET, interfaces?limit=0, 400, bad_parameter",
    "GET, interfaces?limit=1001, 400, bad_parameter",
    "GET, interfaces?limit=many, 400, bad_parameter",
    "GET, interfaces?sort=nodes, 400, bad_parameter",
    "GET, 'interfaces?sort=node,node', 400, bad_parameter",
    "GET, 'interfaces?sort=node,', 400, bad_parameter",
    "GET, interfaces?cursor=!!!, 400, bad_cursor",
    "GET, interfaces?cursor=e30, 400, bad_cursor",
  })
  void what_cannot_be_answered_says_why_and_what_to_do(
      String method, String path, int status, String code) throws Exception {
    Answer answer =
        server.send(
            method, path, method.equals("PUT") ? "{\"role\":\"trunk\"}" : null, "ROLE_REST");

    assertThat(answer.status()).isEqualTo(status);
    assertError(answer, code);
  }

  @Test
  void a_method_that_is_not_there_names_those_that_are() throws Exception {
    Answer answer = server.send("POST", "interfaces/edge1/Gi0/0/1", null, "ROLE_REST");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("GET", "PUT", "DELETE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"interfaces?text=%zz", "interfaces/%zz/x", "interfaces?text={}", "%"})
  void an_address_that_is_no_uri_is_answered_and_does_not_break_anything(String path)
      throws Exception {
    URI uri = server.uri("");
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET "
                      + uri.getRawPath()
                      + path
                      + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                      + "Authorization: Basic Uk9MRV9SRVNUOnNlY3JldA==\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).matches("(?s)HTTP/1.1 (200|400|404) .*");
      assertThat(answer).doesNotContain("Exception", "at org.");
    }
    assertThat(server.get("ping").status()).isEqualTo(200);
  }

  @Test
  void a_caller_who_takes_no_json_is_told_in_json() throws Exception {
    Answer answer =
        server.send(
            HttpRequest.newBuilder(server.uri("ping"))
                .header("Authorization", "Basic Uk9MRV9SRVNUOnNlY3JldA==")
                .header("Accept", "text/html")
                .build());

    assertThat(answer.status()).isEqualTo(406);
    assertError(answer, "not_acceptable");
  }

  @Test
  void a_fault_of_ours_gives_an_incident_and_no_stack_trace() throws Exception {
    server.stop();
    SteadyStatus status = new SteadyStatus();
    server =
        new RestServer(
            new Operations(
                interfaces,
                new ScriptedDiscovery(),
                interfaces,
                status,
                status,
                () -> {
                  throw new IllegalStateException("secret of the inside");
                },
                new SampleWork()),
            CLOCK);

    Answer answer = server.get("status");

    assertThat(answer.status()).isEqualTo(500);
    assertError(answer, "internal_error");
    assertThat(answer.json().get("incident").asText()).isNotEmpty();
    assertThat(answer.json().get("remedy").asText())
        .contains(answer.json().get("incident").asText());
    assertThat(answer.text()).doesNotContain("secret of the inside", "Exception", "at org.");
  }

  @Test
  void a_servlet_that_is_initialised_again_answers_again() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(server.get("ping").status()).isEqualTo(200);
      server.restartServlet();
    }

    assertThat(server.get("ping").json().get("product").asText()).isEqualTo("Trunkline");
  }

  @Test
  void the_servlet_leaves_no_thread_behind() throws Exception {
    server.get("interfaces");
    server.send("POST", "discover/all", null, "ROLE_REST");
    server.stop();

    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(t -> t.getName().toLowerCase(Locale.ROOT).contains("jersey"))
        .noneMatch(t -> t.getName().contains("hk2"));
  }

  @Test
  void answers_are_not_kept_by_caches_and_not_guessed_at() throws Exception {
    Answer answer = server.get("interfaces");

    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void nothing_that_the_node_metadata_holds_is_shown() throws Exception {
    String everything =
        server.get("interfaces").text()
            + server.get("interfaces/edge1/Gi0/0/1").text()
            + server.get("interfaces/device/edge1").text();

    assertThat(everything).doesNotContain(SampleNetwork.SECRET);
  }

  private static void assertError(Answer answer, String code) throws Exception {
    JsonNode error = answer.json();
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(error.get("code").asText()).isEqualTo(code);
    assertThat(error.get("message").asText()).isNotBlank();
    assertThat(error.get("remedy").asText()).isNotBlank();
  }
}
