package org.opennms.plugins.trunkline.wire;

import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 private key (RFC 8032, section 5.1.5: the 32 byte seed). Immutable; never prints what
 * it holds.
 */
public final class SigningKey implements Signer {
  /** Bytes of a seed. */
  public static final int SIZE = Ed25519.SECRET_KEY_SIZE;

  private final byte[] seed;
  private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
  private final VerifyingKey verifyingKey;

  private SigningKey(byte[] seed) {
    this.seed = seed;
    Ed25519.generatePublicKey(seed, 0, publicKey, 0);
    this.verifyingKey = VerifyingKey.of(publicKey);
  }

  /**
   * The key of a seed.
   *
   * @throws IllegalArgumentException when it is not 32 bytes
   */
  public static SigningKey of(byte[] seed) {
    if (seed.length != SIZE) {
      throw new IllegalArgumentException(
          "an Ed25519 private key has " + SIZE + " bytes, not " + seed.length);
    }
    return new SigningKey(seed.clone());
  }

  /** A new key. */
  public static SigningKey generate(SecureRandom random) {
    byte[] seed = new byte[SIZE];
    random.nextBytes(seed);
    return new SigningKey(seed);
  }

  @Override
  public byte[] sign(byte[] message) {
    byte[] signature = new byte[VerifyingKey.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  @Override
  public VerifyingKey verifyingKey() {
    return verifyingKey;
  }

  /** A copy of the 32 secret bytes, for storing them. */
  public byte[] seed() {
    return seed.clone();
  }

  @Override
  public String toString() {
    return "private key of " + verifyingKey.keyId();
  }
}
