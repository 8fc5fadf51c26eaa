package org.opennms.plugins.trunkline.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 public key (RFC 8032). Immutable, safe for use by many threads.
 *
 * <p>Verification is strict: a signature has exactly 64 bytes and its S is below the group order,
 * so that no second signature can be made from a first one; the key is a point of the full order.
 * This is what the Wycheproof vectors ask for, and what the JDK's own verification (17) does not
 * hold in every case.
 */
public final class VerifyingKey {
  /** Bytes of a public key. */
  public static final int SIZE = Ed25519.PUBLIC_KEY_SIZE;

  /** Bytes of a signature. */
  public static final int SIGNATURE_SIZE = Ed25519.SIGNATURE_SIZE;

  private static final int KEY_ID_BYTES = 8;

  private final byte[] raw;
  private final Ed25519.PublicPoint point;
  private final String keyId;

  private VerifyingKey(byte[] raw, Ed25519.PublicPoint point) {
    this.raw = raw;
    this.point = point;
    this.keyId = HexFormat.of().formatHex(sha256(raw), 0, KEY_ID_BYTES);
  }

  /**
   * The key of its 32 bytes.
   *
   * @throws IllegalArgumentException when they are not a point of the curve's prime order group
   */
  public static VerifyingKey of(byte[] raw) {
    if (raw.length != SIZE) {
      throw new IllegalArgumentException(
          "an Ed25519 public key has " + SIZE + " bytes, not " + raw.length);
    }
    Ed25519.PublicPoint point = Ed25519.validatePublicKeyFullExport(raw, 0);
    if (point == null) {
      throw new IllegalArgumentException("not a point that an Ed25519 public key can be");
    }
    return new VerifyingKey(raw.clone(), point);
  }

  /** Whether the signature was made over exactly this message with the private half of this key. */
  public boolean verify(byte[] message, byte[] signature) {
    return signature.length == SIGNATURE_SIZE
        && Ed25519.verify(signature, 0, point, message, 0, message.length);
  }

  /** The key's name for people: the first 16 hex digits of the SHA-256 of its 32 bytes. */
  public String keyId() {
    return keyId;
  }

  /** A copy of the 32 bytes. */
  public byte[] raw() {
    return raw.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifyingKey that && Arrays.equals(raw, that.raw);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(raw);
  }

  @Override
  public String toString() {
    return "public key " + keyId;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
