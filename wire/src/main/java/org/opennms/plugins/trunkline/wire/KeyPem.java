package org.opennms.plugins.trunkline.wire;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * Keys as PEM text: PKCS#8 for a private key, SubjectPublicKeyInfo for a public one (RFC 8410).
 *
 * <p>The readers throw {@link IllegalArgumentException} on any text that is not such a key.
 */
public final class KeyPem {
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final AlgorithmIdentifier ED25519 =
      new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.101.112"));

  private KeyPem() {}

  /** The private key that a PEM text holds. */
  public static SigningKey privateKey(String pem) {
    PrivateKeyInfo info = PrivateKeyInfo.getInstance(content(pem, PRIVATE));
    requireEd25519(info.getPrivateKeyAlgorithm());
    try {
      return SigningKey.of(ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets());
    } catch (IOException e) {
      throw new IllegalArgumentException("the PKCS#8 structure holds no key", e);
    }
  }

  /** The public key that a PEM text holds. */
  public static VerifyingKey publicKey(String pem) {
    SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(content(pem, PUBLIC));
    requireEd25519(info.getAlgorithm());
    return VerifyingKey.of(info.getPublicKeyData().getBytes());
  }

  /** A private key as text. */
  public static String of(SigningKey key) {
    try {
      return write(
          PRIVATE, new PrivateKeyInfo(ED25519, new DEROctetString(key.seed())).getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A public key as text. */
  public static String of(VerifyingKey key) {
    try {
      return write(PUBLIC, new SubjectPublicKeyInfo(ED25519, key.raw()).getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] content(String pem, String type) {
    try (PemReader reader = new PemReader(new StringReader(pem))) {
      PemObject object = reader.readPemObject();
      if (object == null) {
        throw new IllegalArgumentException("neither 32 raw bytes nor PEM");
      }
      if (!object.getType().equals(type)) {
        throw new IllegalArgumentException("a PEM of " + object.getType() + ", not of " + type);
      }
      return object.getContent();
    } catch (IOException e) {
      throw new IllegalArgumentException("damaged PEM: " + e.getMessage(), e);
    }
  }

  private static void requireEd25519(AlgorithmIdentifier algorithm) {
    if (!algorithm.getAlgorithm().equals(ED25519.getAlgorithm())) {
      throw new IllegalArgumentException(
          "a key of algorithm " + algorithm.getAlgorithm() + ", not Ed25519");
    }
  }

  private static String write(String type, byte[] content) throws IOException {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(type, content));
    }
    return text.toString();
  }
}
