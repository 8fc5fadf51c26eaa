package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.opennms.plugins.trunkline.config.SnmpAuthProtocol;
import org.opennms.plugins.trunkline.config.SnmpPrivProtocol;
import org.snmp4j.security.DecryptParams;
import org.snmp4j.security.PrivacyProtocol;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.smi.OctetString;

class UsmKeysTest {
  private static final byte[] ENGINE = HexFormat.of().parseHex("000000000000000000000002");
  private static final String PHRASE = "maplesyrup";

  private static UsmKeys.Localized localize(
      SnmpAuthProtocol auth, Optional<SnmpPrivProtocol> priv, byte[] engineId) {
    return new UsmKeys()
        .localize(
            new SnmpSecurity.Usm(
                "user",
                "",
                Optional.of(new SnmpSecurity.Auth(auth, PHRASE)),
                priv.map(p -> new SnmpSecurity.Priv(p, PHRASE))),
            engineId);
  }

  @ParameterizedTest
  @CsvSource({
    // RFC 3414 A.3.1 and A.3.2
    "MD5, 526f5eed9fcce26f8964c2930787d82b",
    "SHA, 6695febc9288e36282235fc7151f128497b38f3f",
  })
  void keys_are_those_of_rfc_3414(SnmpAuthProtocol protocol, String key) {
    UsmKeys.Localized localized = localize(protocol, Optional.empty(), ENGINE);

    assertThat(HexFormat.of().formatHex(localized.auth())).isEqualTo(key);
    assertThat(localized.priv()).isNull();
  }

  @ParameterizedTest
  @EnumSource(SnmpAuthProtocol.class)
  void keys_of_every_algorithm_are_those_of_snmp4j(SnmpAuthProtocol protocol) {
    byte[] expected = UsmAlgorithms.of(protocol).passwordToKey(new OctetString(PHRASE), ENGINE);

    assertThat(localize(protocol, Optional.empty(), ENGINE).auth()).isEqualTo(expected);
  }

  static Stream<Arguments> pairs() {
    return Stream.of(SnmpAuthProtocol.values())
        .flatMap(
            auth -> Stream.of(SnmpPrivProtocol.values()).map(priv -> Arguments.of(auth, priv)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void privacy_keys_are_cut_or_lengthened_as_snmp4j_does_it(
      SnmpAuthProtocol auth, SnmpPrivProtocol priv) {
    byte[] expected =
        SecurityProtocols.passwordToKey(
            UsmAlgorithms.of(priv), UsmAlgorithms.of(auth), new OctetString(PHRASE), ENGINE);

    assertThat(localize(auth, Optional.of(priv), ENGINE).priv()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void what_is_encrypted_is_decrypted_to_the_same(SnmpAuthProtocol auth, SnmpPrivProtocol priv) {
    byte[] key = localize(auth, Optional.of(priv), ENGINE).priv();
    byte[] plain = new byte[123];
    Arrays.fill(plain, (byte) 0x42);
    PrivacyProtocol cipher = UsmAlgorithms.of(priv);
    DecryptParams salt = new DecryptParams();

    byte[] secret = cipher.encrypt(plain, 0, plain.length, key, 7, 8, salt);
    byte[] back = cipher.decrypt(secret, 0, secret.length, key, 7, 8, salt);

    assertThat(Arrays.copyOf(secret, 16)).isNotEqualTo(Arrays.copyOf(plain, 16));
    assertThat(Arrays.copyOf(back, plain.length)).isEqualTo(plain);
  }

  @Test
  void a_passphrase_is_ready_for_all_engines_after_the_first() {
    UsmKeys keys = new UsmKeys();
    SnmpSecurity.Usm user =
        new SnmpSecurity.Usm(
            "user",
            "",
            Optional.of(new SnmpSecurity.Auth(SnmpAuthProtocol.SHA_256, PHRASE)),
            Optional.of(new SnmpSecurity.Priv(SnmpPrivProtocol.AES_128, "another-phrase")));
    assertThat(keys.ready(user)).isFalse();

    byte[] one = keys.localize(user, ENGINE).auth();
    byte[] two = keys.localize(user, new byte[] {1, 2, 3, 4, 5}).auth();

    assertThat(keys.ready(user)).isTrue();
    assertThat(one).isNotEqualTo(two);
  }

  @Test
  void no_key_shows_in_text() {
    UsmKeys.Localized keys = localize(SnmpAuthProtocol.SHA, Optional.empty(), ENGINE);

    assertThat(keys.toString()).isEqualTo("Localized[***]");
    assertThat(new SnmpSecurity.Auth(SnmpAuthProtocol.SHA, PHRASE).toString())
        .doesNotContain(PHRASE);
    assertThat(new SnmpSecurity.Community(false, PHRASE).toString()).doesNotContain(PHRASE);
  }
}
