package org.opennms.plugins.trunkline.corretto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.telemetry.keys.Signers;
import org.opennms.plugins.trunkline.wire.Signer;
import org.opennms.plugins.trunkline.wire.SigningKey;

/** The native library where it is on the plugin's class path, as the fragment puts it. */
class AcceleratedSignerTest {
  @BeforeEach
  void onlyWhereTheLibraryIsFor() {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "The library is for Linux on x86-64.");
  }

  @Test
  void it_is_used_where_it_is_there() {
    Signer signer = Signers.of(SigningKey.of(new byte[32]));
    assertThat(Signers.words(signer)).isEqualTo("Corretto Crypto Provider");
    assertThat(signer).isNotInstanceOf(SigningKey.class);
  }

  /** RFC 8032, section 7.1, test 2. */
  @Test
  void it_signs_as_the_standard_says() {
    byte[] seed =
        HexFormat.of().parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    assertThat(HexFormat.of().formatHex(Signers.of(SigningKey.of(seed)).sign(new byte[] {0x72})))
        .isEqualTo(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  }

  @Test
  void it_signs_as_bouncy_castle_does_whatever_the_message_and_its_length() {
    Random chance = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] seed = new byte[32];
      byte[] message = new byte[chance.nextInt(5000)];
      chance.nextBytes(seed);
      chance.nextBytes(message);
      SigningKey key = SigningKey.of(seed);
      byte[] signature = Signers.of(key).sign(message);
      assertThat(signature).isEqualTo(key.sign(message));
      assertThat(key.verifyingKey().verify(message, signature)).isTrue();
    }
  }
}
