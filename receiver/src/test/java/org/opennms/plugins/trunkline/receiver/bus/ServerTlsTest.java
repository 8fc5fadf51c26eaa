package org.opennms.plugins.trunkline.receiver.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.receiver.Samples;
import org.opennms.plugins.trunkline.receiver.certs.DemoAuthority;
import org.opennms.plugins.trunkline.wire.proto.UniversalAck;

class ServerTlsTest {
  @TempDir private Path directory;

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final List<String> refusals = new ArrayList<>();
  private BusFixture fixture;
  private Path other;

  @BeforeEach
  void make() throws Exception {
    fixture = new BusFixture(directory);
    other = directory.resolve("other");
    DemoAuthority authority = DemoAuthority.in(other, Clock.systemUTC(), Duration.ofDays(90));
    authority.server("server", List.of("localhost"));
    authority.client("agent");
  }

  @Test
  void who_is_refused_is_named_with_the_reason_once_an_hour() throws Exception {
    ClientTrust trust = new ClientTrust(ca(fixture.certs()), now::get, refusals::add);
    refuse(trust, other);
    refuse(trust, other);
    now.set(now.get().plus(Duration.ofHours(2)));
    refuse(trust, other);
    assertThat(refusals).hasSize(3);
    assertThat(refusals.get(0))
        .contains("CN=agent")
        .contains("issued by CN=Trunkline trial authority and does not fit");
    assertThat(refusals.get(1)).isEmpty();
    assertThat(refusals.get(2)).isEqualTo(refusals.get(0));
  }

  @Test
  void an_expired_certificate_of_a_client_is_called_expired() throws Exception {
    Path expired = directory.resolve("expired");
    Files.createDirectory(expired);
    copy(fixture.certs(), expired, "ca.pem", "ca.key");
    Clock lastYear = Clock.offset(Clock.systemUTC(), Duration.ofDays(-400));
    DemoAuthority.in(expired, lastYear, Duration.ofDays(300)).client("agent");
    refuse(new ClientTrust(ca(fixture.certs()), now::get, refusals::add), expired);
    assertThat(refusals).singleElement().asString().contains("it expired at 20");
  }

  @Test
  void its_own_certificate_is_warned_of_before_it_ends() throws Exception {
    ServerTls soon = tls(fixture.certs(), now::get);
    assertThat(soon.warning()).get().asString().contains("expires at " + soon.expiry());
    ServerTls later = tls(other, now::get);
    assertThat(later.warning()).isEmpty();
    now.set(now.get().plus(Duration.ofDays(80)));
    assertThat(later.warning()).isPresent();
    now.set(now.get().plus(Duration.ofDays(20)));
    assertThat(later.warning()).get().asString().contains("expired at");
  }

  @Test
  void a_key_of_another_certificate_is_refused_and_does_not_replace_a_good_one() throws Exception {
    ServerTls tls = tls(fixture.certs(), now::get);
    Instant before = tls.expiry();
    copy(other, fixture.certs(), "server.pem");
    tls.refresh();
    assertThat(tls.expiry()).isEqualTo(before);
    assertThatThrownBy(() -> tls(fixture.certs(), now::get))
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessageContaining("is not the key of the certificate");
    copy(other, fixture.certs(), "server.key");
    tls.refresh();
    assertThat(tls.expiry()).isAfter(before);
  }

  @Test
  void a_running_server_takes_a_new_certificate_and_a_new_authority() throws Exception {
    try (EventBusServer server = fixture.start()) {
      ManagedChannel before = fixture.channel(server.port(), "agent");
      assertThat(status(before)).isEqualTo(UniversalAck.Status.OK);
      copy(other, fixture.certs(), "ca.pem", "server.pem", "server.key");
      // Trusts and shows what the new authority made; a new connection each time.
      await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> isTaken(server));
      before.shutdownNow();
    }
  }

  private boolean isTaken(EventBusServer server) throws Exception {
    ManagedChannel channel = fixture.channel(server.port(), other, "agent");
    try {
      return status(channel) == UniversalAck.Status.OK;
    } finally {
      channel.shutdownNow();
    }
  }

  private static UniversalAck.Status status(ManagedChannel channel) {
    return BusFixture.publish(channel, Samples.chain(1).get(0)).getStatus();
  }

  private ServerTls tls(Path certs, InstantSource clock) throws Exception {
    return new ServerTls(
        new BusSettings.Tls(certs.resolve("server.pem"), certs.resolve("server.key"), ca(certs)),
        clock,
        refusals::add);
  }

  private static Path ca(Path certs) {
    return certs.resolve("ca.pem");
  }

  private static void copy(Path from, Path to, String... names) throws Exception {
    for (String name : names) {
      Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void refuse(ClientTrust trust, Path certs) throws Exception {
    try (InputStream in = Files.newInputStream(certs.resolve("agent.pem"))) {
      X509Certificate client =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      assertThatThrownBy(
              () ->
                  trust.checkClientTrusted(
                      new X509Certificate[] {client}, "UNKNOWN", (SSLEngine) null))
          .isInstanceOf(CertificateException.class);
    }
  }
}
