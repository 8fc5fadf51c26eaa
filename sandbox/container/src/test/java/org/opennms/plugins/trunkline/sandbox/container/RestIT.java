package org.opennms.plugins.trunkline.sandbox.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The REST interface over HTTP, behind the host's login. */
@ParameterizedClass
@EnumSource
class RestIT {

  static final String BASE = "/opennms/rest/trunkline/";

  @Parameter KarafLine line;

  private HostHttp http() {
    return InstalledTrunkline.on(line).http();
  }

  @Test
  void without_credentials_nothing_is_answered() throws IOException {
    assertThat(http().get(BASE + "ping").statusCode()).isEqualTo(401);
  }

  @Test
  void a_wrong_password_is_refused() throws IOException {
    Credentials wrong = new Credentials("admin", "not-the-password");

    assertThat(http().get(BASE + "ping", wrong).statusCode()).isEqualTo(401);
  }

  @Test
  void a_user_without_a_suitable_role_is_refused() throws IOException {
    assertThat(http().get(BASE + "ping", InstalledTrunkline.DASHBOARD).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ping",
        "status",
        "schedule",
        "config-check",
        "overrides",
        "worklists/changed",
        "topology",
        "topology/orphans",
        "openapi.json",
        "interfaces?limit=5",
        "interfaces/summary",
        "interfaces/critical",
        "interfaces/isp",
        "discover/all",
        "discover/runs"
      })
  void users_may_read(String path) throws IOException {
    HttpResponse<String> response = http().get(BASE + path, InstalledTrunkline.USER);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(json(response).isContainerNode()).isTrue();
  }

  @Test
  void the_interfaces_of_a_device_and_one_of_them_are_found_by_name() throws IOException {
    InstalledTrunkline.Interface some = InstalledTrunkline.on(line).anInterface();

    HttpResponse<String> device =
        http().get(BASE + "interfaces/device/" + encoded(some.node()), InstalledTrunkline.USER);
    HttpResponse<String> one = http().get(path(some), InstalledTrunkline.USER);

    assertThat(device.body()).contains(some.name());
    assertThat(one.statusCode()).as(one.body()).isEqualTo(200);
    assertThat(one.body()).contains(some.name());
  }

  @Test
  void a_user_may_not_write() throws IOException {
    InstalledTrunkline.Interface some = InstalledTrunkline.on(line).anInterface();
    String decision = "{\"role\": \"camera\"}";

    assertThat(http().put(path(some), InstalledTrunkline.USER, decision).statusCode())
        .isEqualTo(403);
    assertThat(http().post(BASE + "discover/all", InstalledTrunkline.USER, "").statusCode())
        .isEqualTo(403);
  }

  @Test
  void a_rest_user_decides_and_takes_it_back() throws IOException {
    InstalledTrunkline trunkline = InstalledTrunkline.on(line);
    InstalledTrunkline.Interface some = trunkline.anInterface();

    HttpResponse<String> response =
        http()
            .put(path(some), InstalledTrunkline.REST, "{\"role\": \"voice\", \"why\": \"tested\"}");

    assertThat(response.statusCode()).as(response.body()).isBetween(200, 204);
    assertThat(http().get(path(some), InstalledTrunkline.REST).body()).contains("\"voice\"");
    trunkline.shell().expect("opennms-trunkline:override-clear " + some.quoted());
    assertThat(http().get(path(some), InstalledTrunkline.REST).body()).doesNotContain("tested");
  }

  @Test
  void a_discovery_is_accepted_and_shows_its_progress_to_the_end() throws IOException {
    HttpResponse<String> accepted = http().post(BASE + "discover/all", InstalledTrunkline.REST, "");

    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    String run = BASE + "discover/runs/" + json(accepted).path("id").asText();
    new Waiting(Duration.ofSeconds(60))
        .until(
            "the run is done",
            () ->
                json(http().get(run, InstalledTrunkline.USER))
                    .path("state")
                    .asText()
                    .equals("done"),
            () -> run);
    assertThat(json(http().get(run, InstalledTrunkline.USER)).path("total").asInt())
        .isEqualTo(InstalledTrunkline.DEVICES);
  }

  @Test
  void an_error_is_json_with_code_message_and_remedy() throws IOException {
    HttpResponse<String> response =
        http().get(BASE + "interfaces/device/no-such-node", InstalledTrunkline.USER);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(json(response).path("code").asText()).isNotEmpty();
    assertThat(json(response).path("message").asText()).contains("no-such-node");
    assertThat(json(response).path("remedy").asText()).isNotEmpty();
  }

  /** As scripts write it: the interface's name in the query, where a slash needs no care. */
  private static String path(InstalledTrunkline.Interface some) {
    return BASE + "interfaces/" + encoded(some.node()) + "?ifName=" + encoded(some.name());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }
}
