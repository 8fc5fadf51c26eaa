package org.opennms.plugins.trunkline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyingKeyTest {
  /** L, the order of the group (RFC 8032, section 5.1). */
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private static final byte[] MESSAGE = "123400".getBytes(StandardCharsets.US_ASCII);

  /** RFC 8032, section 7.1: seed, public key, message, signature. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42,"
        + "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf,"
        + "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f,"
        + "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
  })
  void vectors_of_rfc_8032(String seed, String publicKey, String message, String signature) {
    SigningKey key = SigningKey.of(hex(seed));
    assertThat(key.sign(hex(message))).isEqualTo(hex(signature));
    assertThat(key.verifyingKey().verify(hex(message), hex(signature))).isTrue();
    assertThat(key.verifyingKey().raw()).isEqualTo(hex(publicKey));
  }

  @Property(tries = 50)
  void a_bit_flipped_anywhere_in_the_signature_or_the_message_is_found(
      @ForAll byte[] message, @ForAll @IntRange(max = 511) int bit, @ForAll int place) {
    SigningKey key = Envelopes.KEY;
    byte[] signature = key.sign(message);
    assertThat(key.verifyingKey().verify(message, signature)).isTrue();
    assertThat(key.verifyingKey().verify(message, flipped(signature, bit))).isFalse();
    if (message.length > 0) {
      byte[] altered = flipped(message, Math.floorMod(place, message.length * 8));
      assertThat(key.verifyingKey().verify(altered, signature)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 32, 63, 65, 66, 128})
  void a_signature_of_another_length_is_refused(int length) {
    byte[] signature = Arrays.copyOf(Envelopes.KEY.sign(MESSAGE), length);
    assertThat(Envelopes.KEY.verifyingKey().verify(MESSAGE, signature)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 14})
  void a_second_signature_made_by_adding_the_order_is_refused(int times) {
    byte[] signature = Envelopes.KEY.sign(MESSAGE);
    byte[] malleated = Arrays.copyOf(signature, 64);
    BigInteger s = littleEndian(Arrays.copyOfRange(signature, 32, 64));
    BigInteger higher = s.add(ORDER.multiply(BigInteger.valueOf(times)));
    if (higher.bitLength() > 256) {
      return;
    }
    putLittleEndian(higher, malleated, 32);
    assertThat(Envelopes.KEY.verifyingKey().verify(MESSAGE, malleated)).isFalse();
  }

  @Test
  void an_empty_point_and_an_empty_number_are_no_signature_of_anything() {
    byte[] nothing = new byte[64];
    nothing[0] = 1;
    assertThat(Envelopes.KEY.verifyingKey().verify(MESSAGE, nothing)).isFalse();
    assertThat(Envelopes.KEY.verifyingKey().verify(MESSAGE, new byte[64])).isFalse();
  }

  /** Points of small order, with which one signature fits many messages. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
      })
  void a_public_key_of_small_order_or_off_the_curve_is_refused(String raw) {
    assertThatThrownBy(() -> VerifyingKey.of(hex(raw)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_key_says_its_id_and_never_its_secret() {
    SigningKey key = SigningKey.generate(new SecureRandom());
    assertThat(key.verifyingKey().keyId()).matches("[0-9a-f]{16}");
    assertThat(key.toString())
        .contains(key.verifyingKey().keyId())
        .doesNotContain(hexOf(key.seed()).substring(0, 8));
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] copy = bytes.clone();
    copy[bit / 8] ^= (byte) (1 << (bit % 8));
    return copy;
  }

  private static BigInteger littleEndian(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return new BigInteger(1, reversed);
  }

  private static void putLittleEndian(BigInteger value, byte[] target, int at) {
    byte[] big = value.toByteArray();
    for (int i = 0; i < 32; i++) {
      target[at + i] = i < big.length ? big[big.length - 1 - i] : 0;
    }
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static String hexOf(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
