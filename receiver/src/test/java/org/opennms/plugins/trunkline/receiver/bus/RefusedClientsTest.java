package org.opennms.plugins.trunkline.receiver.bus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.receiver.Samples;
import org.opennms.plugins.trunkline.receiver.certs.DemoAuthority;
import org.opennms.plugins.trunkline.wire.proto.UniversalAck;

/** Clients that never come to call, and what the operator learns of them. */
class RefusedClientsTest {
  private static final String AT_HOME = "refused a client at 127.0.0.1: ";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path directory;

  private final PrintStream errors = System.err;
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final List<ManagedChannel> channels = new ArrayList<>();
  private BusFixture fixture;
  private EventBusServer server;

  @BeforeEach
  void start() throws Exception {
    System.setErr(new PrintStream(logged, true, UTF_8));
    fixture = new BusFixture(directory);
    server = EventBusServer.start(fixture.settings(), now::get);
  }

  @AfterEach
  void stop() {
    channels.forEach(ManagedChannel::shutdownNow);
    server.close();
    System.setErr(errors);
  }

  @Test
  void one_without_a_certificate_is_counted_and_told_with_its_address() throws Exception {
    refuse(fixture.channel(server.port(), null));
    await().atMost(PATIENCE).until(() -> count("no-certificate") > 0);
    assertThat(lines()).containsExactly(AT_HOME + "it shows no certificate");
  }

  @Test
  void one_without_tls_is_counted_each_time_and_told_once_an_hour() throws Exception {
    for (int i = 1; i <= 3; i++) {
      talkPlainly();
      int connections = i;
      await().atMost(PATIENCE).until(() -> count("no-tls") == connections);
    }
    assertThat(lines()).containsExactly(AT_HOME + "it does not speak TLS");
    now.set(now.get().plus(Duration.ofHours(2)));
    talkPlainly();
    await().atMost(PATIENCE).until(() -> lines().size() == 2);
  }

  @Test
  void one_that_does_not_trust_the_receiver_is_told_in_the_words_of_tls() throws Exception {
    refuseByJdk();
    await().atMost(PATIENCE).until(() -> count("handshake") == 1);
    assertThat(lines())
        .singleElement()
        .asString()
        .startsWith(AT_HOME + "it refuses this receiver's certificate or TLS (");
  }

  @Test
  void one_with_a_wrong_certificate_is_counted_for_that_alone() throws Exception {
    Path foreign = directory.resolve("foreign");
    DemoAuthority.in(foreign, Clock.systemUTC(), Duration.ofDays(1)).client("agent");
    refuse(fixture.channel(server.port(), foreign, "agent"));
    await().atMost(PATIENCE).until(() -> count("certificate") > 0);
    assertThat(lines()).singleElement().asString().contains("with the certificate of CN=agent");
    assertThat(count("no-certificate") + count("handshake") + count("no-tls")).isZero();
  }

  @Test
  void one_that_sends_nothing_is_no_client_and_a_good_one_is_heard() throws Exception {
    try (Socket check = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      assertThat(check.isConnected()).isTrue();
    }
    ManagedChannel good = fixture.channel(server.port(), "agent");
    channels.add(good);
    assertThat(BusFixture.publish(good, Samples.chain(1).get(0)).getStatus())
        .isEqualTo(UniversalAck.Status.OK);
    assertThat(lines()).isEmpty();
    for (Refusal reason : Refusal.values()) {
      assertThat(count(reason.spelling())).as(reason.spelling()).isZero();
    }
  }

  private void refuse(ManagedChannel channel) {
    channels.add(channel);
    assertThatThrownBy(() -> BusFixture.publish(channel, Samples.chain(1).get(0)))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("UNAVAILABLE");
  }

  private void talkPlainly() throws IOException {
    try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      plain.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII));
      plain.getInputStream().readAllBytes();
    }
  }

  // It trusts what the JDK trusts.
  private void refuseByJdk() throws IOException, GeneralSecurityException {
    try (SSLSocket socket =
        (SSLSocket)
            SSLContext.getDefault()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.port())) {
      assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
    }
  }

  private List<String> lines() {
    return logged
        .toString(UTF_8)
        .lines()
        .filter(line -> line.contains("refused a client"))
        .map(line -> line.substring(line.indexOf("refused a client")))
        .toList();
  }

  private int count(String reason) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.metricsPort() + "/metrics");
    String metrics =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    var value =
        Pattern.compile("refused_clients_total\\{reason=\"" + reason + "\"} (\\d+)")
            .matcher(metrics);
    assertThat(value.find()).isTrue();
    return Integer.parseInt(value.group(1));
  }
}
