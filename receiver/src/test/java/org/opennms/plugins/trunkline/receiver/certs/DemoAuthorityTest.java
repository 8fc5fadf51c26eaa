package org.opennms.plugins.trunkline.receiver.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoAuthorityTest {
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path directory;

  @Test
  void a_server_certificate_names_its_hosts_and_is_signed_by_the_authority() throws Exception {
    DemoAuthority authority = DemoAuthority.in(directory, Clock.systemUTC(), DAY);
    X509Certificate server =
        read(authority.server("server", List.of("receiver.example.net", "192.0.2.9", "::1")));
    X509Certificate ca = read(directory.resolve("ca.pem"));
    server.verify(ca.getPublicKey());
    assertThat(server.getSubjectAlternativeNames())
        .extracting(n -> n.get(1).toString())
        .containsExactly("receiver.example.net", "192.0.2.9", "0:0:0:0:0:0:0:1");
    assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(server.getBasicConstraints()).isEqualTo(-1);
    assertThat(ca.getBasicConstraints()).isZero();
    assertThat(server.getNotAfter().toInstant())
        .isBetween(Instant.now().plus(DAY).minusSeconds(60), Instant.now().plus(DAY));
  }

  @Test
  void an_authority_that_is_there_already_signs_more() throws Exception {
    DemoAuthority.in(directory, Clock.systemUTC(), DAY);
    X509Certificate ca = read(directory.resolve("ca.pem"));
    X509Certificate client =
        read(DemoAuthority.in(directory, Clock.systemUTC(), DAY).client("agent"));
    client.verify(ca.getPublicKey());
    assertThat(client.getSubjectX500Principal().getName()).isEqualTo("CN=agent");
    assertThat(client.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    assertThat(read(directory.resolve("ca.pem"))).isEqualTo(ca);
  }

  @Test
  void private_keys_are_for_their_owner_alone() throws Exception {
    DemoAuthority.in(directory, Clock.systemUTC(), DAY).client("agent");
    for (String key : List.of("ca.key", "agent.key")) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(key))))
          .isEqualTo("rw-------");
      assertThat(directory.resolve(key)).content().startsWith("-----BEGIN PRIVATE KEY-----");
    }
  }

  private static X509Certificate read(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
