package org.opennms.plugins.trunkline.sandbox.container.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.sandbox.container.Credentials;
import org.opennms.plugins.trunkline.sandbox.container.HostHttp;

class TotalsTest {

  private static final Credentials USER = new Credentials("admin", "admin");

  private HttpServer host;

  @BeforeEach
  void start() throws IOException {
    host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    host.start();
  }

  @AfterEach
  void stop() {
    host.stop(0);
  }

  @Test
  void roles_and_providers_that_occur_are_printed() throws IOException {
    answer(
        200,
        """
        {"nodes": 2, "interfaces": 7, "byRole": {"trunk": 4, "voice": 0, "isp_uplink": 3},
         "byProvider": {"Example Carrier": 3}, "critical": 3, "monitored": 7, "stale": 0}
        """);

    Totals totals = Totals.read(new HostHttp(port()), USER);

    assertThat(totals.isAnything()).isTrue();
    assertThat(printed(totals))
        .contains("7 interfaces of 2 nodes: 3 critical, 7 monitored")
        .containsPattern("trunk +4")
        .containsPattern("isp_uplink +3")
        .containsPattern("Example Carrier +3")
        .doesNotContain("voice");
  }

  @Test
  void a_discovery_that_found_nothing_is_nothing() throws IOException {
    answer(200, "{\"nodes\": 0, \"interfaces\": 0, \"byRole\": {}, \"byProvider\": {}}");

    assertThat(Totals.read(new HostHttp(port()), USER).isAnything()).isFalse();
  }

  @Test
  void a_refusal_is_told_with_its_status() {
    answer(403, "no");

    assertThatIOException()
        .isThrownBy(() -> Totals.read(new HostHttp(port()), USER))
        .withMessageContaining("403");
  }

  private void answer(int status, String body) {
    host.createContext(
        Totals.PATH,
        exchange -> {
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private int port() {
    return host.getAddress().getPort();
  }

  private static String printed(Totals totals) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    totals.print(new PrintStream(bytes, true, UTF_8));
    return bytes.toString(UTF_8);
  }
}
