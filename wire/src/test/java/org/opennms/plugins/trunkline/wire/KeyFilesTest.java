package org.opennms.plugins.trunkline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFilesTest {
  /** RFC 8410, section 10.3 and 10.1: a private key and its public key. */
  private static final String RFC_8410_PRIVATE =
      "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC";

  private static final String RFC_8410_PUBLIC =
      "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

  @TempDir Path directory;

  private final SigningKey key = Envelopes.KEY;

  @Test
  void a_private_key_written_is_read_back_in_both_forms() {
    Path pem = directory.resolve("agent.key");
    Path raw = directory.resolve("agent.raw");
    KeyFiles.writePrivate(pem, key);
    KeyFiles.writeRawPrivate(raw, key);
    assertThat(KeyFiles.readPrivate(pem).seed()).isEqualTo(key.seed());
    assertThat(KeyFiles.readPrivate(raw).seed()).isEqualTo(key.seed());
    assertThat(raw).hasSize(32);
  }

  @Test
  void a_public_key_written_is_read_back_in_both_forms() throws IOException {
    Path pem = directory.resolve("agent.pem");
    Path raw = directory.resolve("agent.raw");
    KeyFiles.writePublic(pem, key.verifyingKey());
    Files.write(raw, key.verifyingKey().raw());
    assertThat(KeyFiles.readPublic(pem)).isEqualTo(key.verifyingKey());
    assertThat(KeyFiles.readPublic(raw)).isEqualTo(key.verifyingKey());
    assertThat(pem).content().startsWith("-----BEGIN PUBLIC KEY-----");
  }

  @Test
  void the_keys_of_rfc_8410_are_read() throws IOException {
    Path privateKey = secret("private", pem("PRIVATE KEY", RFC_8410_PRIVATE));
    Path publicKey = secret("public", pem("PUBLIC KEY", RFC_8410_PUBLIC));
    assertThat(KeyFiles.readPrivate(privateKey).verifyingKey())
        .isEqualTo(KeyFiles.readPublic(publicKey));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwxrwxrwx"})
  void a_private_key_open_to_others_is_refused_with_the_remedy(String permissions)
      throws IOException {
    Path file = directory.resolve("agent.key");
    KeyFiles.writePrivate(file, key);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    assertThatThrownBy(() -> KeyFiles.readPrivate(file))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("chmod 600 " + file)
        .hasMessageContaining(permissions);
  }

  @Test
  void a_private_key_is_written_for_its_owner_alone_and_never_over_another() throws IOException {
    Path file = directory.resolve("agent.key");
    KeyFiles.writePrivate(file, key);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> KeyFiles.writePrivate(file, Envelopes.OTHER_KEY))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("never written over");
    assertThat(KeyFiles.readPrivate(file).seed()).isEqualTo(key.seed());
  }

  @Test
  void what_is_no_key_is_named_with_what_it_is() throws IOException {
    Path rsa =
        secret(
            "rsa",
            pem("PRIVATE KEY", "MC4CAQAwBQYDK2VuBCIEIHcHbQpzGKV9PBbBclGyZkXfTC+H68CZKrF3+6UduSwq"));
    Path wrongHalf = secret("half", KeyPem.of(key.verifyingKey()));
    Path noise = secret("noise", "hello");
    Path absent = directory.resolve("absent");
    assertRefused(rsa, "1.3.101.110, not Ed25519");
    assertRefused(wrongHalf, "PUBLIC KEY, not of PRIVATE KEY");
    assertRefused(noise, "neither 32 raw bytes nor PEM");
    assertRefused(absent, "cannot read");
  }

  @Test
  void a_directory_gives_every_agent_its_keys() throws IOException {
    KeyFiles.writePublic(directory.resolve("horizon-1.pem"), key.verifyingKey());
    Path several = Files.createDirectory(directory.resolve("horizon-2"));
    KeyFiles.writePublic(several.resolve("2025.pem"), key.verifyingKey());
    KeyFiles.writePublic(several.resolve("2026.pem"), Envelopes.OTHER_KEY.verifyingKey());
    Files.writeString(directory.resolve("README"), "not a key");
    KeyDirectory keys = KeyDirectory.read(directory);
    assertThat(keys.keysOf("horizon-1")).containsExactly(key.verifyingKey());
    assertThat(keys.keysOf("horizon-2"))
        .containsExactly(key.verifyingKey(), Envelopes.OTHER_KEY.verifyingKey());
    assertThat(keys.keysOf("../horizon-1")).isEmpty();
    assertThatThrownBy(() -> KeyDirectory.read(directory.resolve("absent")))
        .isInstanceOf(KeyFileException.class);
  }

  @Property(tries = 500)
  void any_text_is_a_key_or_refused(@ForAll byte[] content) {
    String text = pem("PUBLIC KEY", Base64.getEncoder().encodeToString(content));
    try {
      assertThat(KeyPem.publicKey(text)).isNotNull();
    } catch (IllegalArgumentException expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }

  private static void assertRefused(Path file, String why) {
    assertThatThrownBy(() -> KeyFiles.readPrivate(file))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(why);
  }

  private Path secret(String name, String content) throws IOException {
    Path file = directory.resolve(name);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, content.getBytes(StandardCharsets.US_ASCII));
    return file;
  }

  private static String pem(String type, String base64) {
    return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
  }
}
