package org.opennms.plugins.trunkline.telemetry.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.config.SecretVault.Credentials;
import org.opennms.plugins.trunkline.telemetry.grpc.Certificates;
import org.opennms.plugins.trunkline.wire.KeyFileException;
import org.opennms.plugins.trunkline.wire.KeyFiles;
import org.opennms.plugins.trunkline.wire.KeyPem;
import org.opennms.plugins.trunkline.wire.SigningKey;

class SigningKeysTest {
  private static final Duration OVERLAP = Duration.ofHours(1);
  private static final String FILE = "key.pem";

  @TempDir private Path etc;

  private final SigningKey given = SigningKey.generate(new SecureRandom());

  @Test
  void the_first_start_makes_a_key_that_its_owner_alone_may_read_and_publishes_it()
      throws IOException {
    SigningKeys keys = keys(FILE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(etc.resolve(FILE))))
        .isEqualTo("rw-------");
    Path published = keys.publicFile().orElseThrow();
    assertThat(KeyFiles.readPublic(published)).isEqualTo(keys.current().verifyingKey());
    assertThat(keys(FILE).current().verifyingKey()).isEqualTo(keys.current().verifyingKey());
  }

  @Test
  void raw_bytes_are_read_and_a_key_that_others_may_read_is_refused() throws IOException {
    KeyFiles.writeRawPrivate(etc.resolve("raw"), given);
    assertThat(keys("raw").current().verifyingKey()).isEqualTo(given.verifyingKey());
    Files.setPosixFilePermissions(etc.resolve("raw"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> keys("raw"))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void the_vault_may_hold_it_as_digits_base64_or_pem() {
    for (String text :
        new String[] {
          HexFormat.of().formatHex(given.seed()),
          Base64.getEncoder().encodeToString(given.seed()),
          KeyPem.of(given)
        }) {
      KeyLoader loader = loader(Map.of("telemetry", text));
      assertThat(loader.load("scv:telemetry", "").verifyingKey()).isEqualTo(given.verifyingKey());
    }
    assertThatThrownBy(() -> loader(Map.of("telemetry", "s3cret")).load("scv:telemetry", ""))
        .hasMessageContaining("_oia_telemetry")
        .hasMessageNotContaining("s3cret");
    assertThatThrownBy(() -> loader(Map.of()).load("scv:telemetry", ""))
        .hasMessageContaining("scv-set");
  }

  @Test
  void a_key_store_may_hold_it_under_a_password_from_the_vault() throws Exception {
    String pem = KeyPem.of(given).replaceAll("-----[A-Z ]+-----", "");
    var pkcs8 = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem));
    Path some = new Certificates("any").authority(etc.resolve("any.pem"));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (var in = Files.newInputStream(some)) {
      store.setKeyEntry(
          "sender",
          KeyFactory.getInstance("Ed25519").generatePrivate(pkcs8),
          "pass".toCharArray(),
          new Certificate[] {CertificateFactory.getInstance("X.509").generateCertificate(in)});
    }
    try (OutputStream out = Files.newOutputStream(etc.resolve("store.p12"))) {
      store.store(out, "pass".toCharArray());
    }
    KeyLoader loader = loader(Map.of("store", "pass"));
    Files.setPosixFilePermissions(
        etc.resolve("store.p12"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> loader.load("keystore:store.p12#sender", "pass"))
        .hasMessageContaining("chmod 600");
    Files.setPosixFilePermissions(
        etc.resolve("store.p12"), PosixFilePermissions.fromString("rw-------"));
    String where = "keystore:store.p12#sender";
    assertThat(loader.load(where, "${scv:store:password}").verifyingKey())
        .isEqualTo(given.verifyingKey());
    assertThatThrownBy(() -> loader.load(where, "wrong")).hasMessageContaining("store.p12");
    assertThatThrownBy(() -> loader.load("keystore:store.p12", "pass"))
        .hasMessageContaining("FILE#ALIAS");
  }

  @Test
  void a_rotation_takes_its_overlap_and_outlives_a_restart() throws IOException {
    SigningKeys keys = keys(FILE);
    var before = keys.current().verifyingKey();
    Instant now = Instant.now();
    var coming = keys.rotate(now);
    assertThat(keys.tick(now.plus(OVERLAP).minusSeconds(60))).isFalse();
    assertThat(keys.current().verifyingKey()).isEqualTo(before);
    assertThatThrownBy(() -> keys.rotate(now)).hasMessageContaining("under way");
    SigningKeys restarted = keys(FILE);
    assertThat(restarted.next().orElseThrow().key().verifyingKey()).isEqualTo(coming);
    assertThat(restarted.tick(now.plus(OVERLAP).plusSeconds(60))).isTrue();
    assertThat(restarted.current().verifyingKey()).isEqualTo(coming);
    assertThat(KeyFiles.readPublic(restarted.publicFile().orElseThrow())).isEqualTo(coming);
    assertThat(keys(FILE).current().verifyingKey()).isEqualTo(coming);
    assertThat(keys(FILE).all()).as("old envelopes can be verified").contains(before, coming);
  }

  @Test
  void the_signer_in_use_signs_as_bouncy_castle_does() {
    byte[] message = {1, 2, 3};
    assertThat(Signers.of(given).sign(message)).isEqualTo(given.sign(message));
  }

  private SigningKeys keys(String where) {
    return new SigningKeys(loader(Map.of()), where, "", OVERLAP);
  }

  private KeyLoader loader(Map<String, String> passwords) {
    return new KeyLoader(
        etc, alias -> Optional.ofNullable(passwords.get(alias)).map(p -> new Credentials("u", p)));
  }
}
