package org.opennms.plugins.trunkline.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.config.TrunklineConfig.HostAccess;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.traffic.Ports;

/** The host's {@code sched-outages}, played by a web server of the JDK. */
class ScheduledOutagesTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
  private static final Device SEVEN = Ports.device(7, Optional.empty());

  private HttpServer server;
  private String answer = "{}";
  private int status = 200;
  private Optional<SecretVault.Credentials> user =
      Optional.of(new SecretVault.Credentials("rest", "secret"));

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/opennms/rest/sched-outages",
        exchange -> {
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    // type, day, begins, ends, when, whether; Zurich is an hour ahead of UTC in winter
    "specific, '', 27-Nov-2026 22:00:00, 28-Nov-2026 02:00:00, 2026-11-27T21:30:00Z, true",
    "specific, '', 27-Nov-2026 22:00:00, 28-Nov-2026 02:00:00, 2026-11-27T20:59:59Z, false",
    "specific, '', 27-Nov-2026 22:00:00, 28-Nov-2026 02:00:00, 2026-11-28T01:00:00.9Z, true",
    "specific, '', 27-Nov-2026 22:00:00, 28-Nov-2026 02:00:00, 2026-11-28T01:00:01Z, false",
    "daily, '', 01:00:00, 03:00:00, 2026-11-27T00:30:00Z, true",
    "daily, '', 01:00:00, 03:00:00, 2026-11-27T03:30:00Z, false",
    "weekly, sunday, 00:00:00, 23:59:59, 2026-11-28T23:30:00Z, true",
    "weekly, sunday, 00:00:00, 23:59:59, 2026-11-28T22:30:00Z, false",
    "monthly, 1, 05:00:00, 06:00:00, 2026-12-01T04:15:00Z, true",
    "monthly, 1, 05:00:00, 06:00:00, 2026-12-02T04:15:00Z, false",
    "weekly, someday, 00:00:00, 23:59:59, 2026-11-28T23:30:00Z, false",
    "daily, '', midnight, 03:00:00, 2026-11-27T00:30:00Z, false",
    "never, '', 01:00:00, 03:00:00, 2026-11-27T00:30:00Z, false",
  })
  void an_outage_holds_in_the_hosts_civil_time(
      String type, String day, String begins, String ends, Instant now, boolean holds) {
    answer = outage(type, day, begins, ends, "\"node\": [{\"id\": 7}]");
    assertThat(read().of(SEVEN, now).isPresent()).isEqualTo(holds);
  }

  @Test
  void it_is_about_the_nodes_that_it_names_or_about_all() {
    Instant now = Instant.parse("2026-11-27T12:00:00Z");
    answer = outage("daily", "", "00:00:00", "23:59:59", "\"node\": [{\"id\": 8}]");
    assertThat(read().of(SEVEN, now)).isEmpty();
    answer = outage("daily", "", "00:00:00", "23:59:59", interfaces("match-any"));
    assertThat(read().of(SEVEN, now)).hasValue("cabling");
    answer = outage("daily", "", "00:00:00", "23:59:59", interfaces("203.0.113.250"));
    assertThat(read().of(SEVEN, now)).isEmpty();
  }

  @Test
  void what_was_read_last_is_believed_while_the_host_does_not_answer() {
    Instant now = Instant.parse("2026-11-27T12:00:00Z");
    answer = outage("daily", "", "00:00:00", "23:59:59", "\"node\": [{\"id\": 7}]");
    ScheduledOutages outages = read();
    status = 500;
    outages.refresh();
    assertThat(outages.of(SEVEN, now)).isPresent();
    status = 200;
    answer = "{\"outage\": [";
    outages.refresh();
    assertThat(outages.of(SEVEN, now)).as("half an answer").isPresent();
    answer = "{\"outage\": []}";
    outages.refresh();
    assertThat(outages.of(SEVEN, now)).isEmpty();
  }

  @Test
  void without_a_user_of_the_hosts_rest_there_are_none() {
    answer = outage("daily", "", "00:00:00", "23:59:59", "\"node\": [{\"id\": 7}]");
    user = Optional.empty();
    assertThat(read().of(SEVEN, Instant.parse("2026-11-27T12:00:00Z"))).isEmpty();
  }

  private ScheduledOutages read() {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/opennms");
    ScheduledOutages outages =
        new ScheduledOutages(() -> new HostAccess(url, "trunkline-rest"), alias -> user, ZONE);
    outages.refresh();
    return outages;
  }

  private static String interfaces(String address) {
    return "\"interface\": [{\"address\": \"" + address + "\"}]";
  }

  private static String outage(
      String type, String day, String begins, String ends, String targets) {
    return "{\"outage\": [{\"name\": \"cabling\", \"type\": \"%s\", \"time\": [{\"day\": \"%s\", \"begins\": \"%s\", \"ends\": \"%s\"}], %s}]}"
        .formatted(type, day, begins, ends, targets);
  }
}
