package org.opennms.plugins.trunkline.telemetry.grpc;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * The private key of a TLS certificate as PKCS#8 PEM (RFC 5958), whichever of OpenSSL's forms the
 * file has: PKCS#8, PKCS#1 (RFC 8017, A.1.2) or SEC 1 (RFC 5915). Stateless.
 */
final class TlsKey {
  private static final ASN1ObjectIdentifier RSA = new ASN1ObjectIdentifier("1.2.840.113549.1.1.1");
  private static final ASN1ObjectIdentifier EC = new ASN1ObjectIdentifier("1.2.840.10045.2.1");

  private TlsKey() {}

  /**
   * Reads the key.
   *
   * @throws IOException in words for the operator; nothing of the key is in them
   */
  static String read(Path file) throws IOException {
    byte[] curve = null;
    try (PemReader reader = new PemReader(new StringReader(Files.readString(file)))) {
      for (PemObject o = reader.readPemObject(); o != null; o = reader.readPemObject()) {
        Optional<byte[]> key = pkcs8(o, curve);
        if (key.isPresent()) {
          return pem(key.get());
        }
        if (o.getType().equals("ENCRYPTED PRIVATE KEY")) {
          throw new IOException(
              file + " holds an encrypted private key; decrypt it with openssl pkey, chmod 600");
        }
        curve = o.getType().equals("EC PARAMETERS") ? o.getContent() : curve;
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      // Without the cause, whose message may quote the key.
      throw new IOException(file + " holds a damaged private key");
    }
    throw new IOException(file + " holds no private key in PEM, as openssl genpkey makes");
  }

  private static Optional<byte[]> pkcs8(PemObject object, byte[] curve) throws IOException {
    return switch (object.getType()) {
      case "PRIVATE KEY" -> Optional.of(object.getContent());
      case "RSA PRIVATE KEY" -> Optional.of(rsa(object.getContent()));
      case "EC PRIVATE KEY" -> Optional.of(ec(object.getContent(), curve));
      default -> Optional.empty();
    };
  }

  private static byte[] rsa(byte[] content) throws IOException {
    AlgorithmIdentifier algorithm = new AlgorithmIdentifier(RSA, DERNull.INSTANCE);
    return new PrivateKeyInfo(algorithm, RSAPrivateKey.getInstance(content)).getEncoded();
  }

  private static byte[] ec(byte[] content, byte[] parameters) throws IOException {
    ECPrivateKey key = ECPrivateKey.getInstance(content);
    ASN1Encodable curve = key.getParametersObject();
    if (curve == null && parameters != null) {
      curve = ASN1Primitive.fromByteArray(parameters);
    }
    if (curve == null) {
      throw new IllegalArgumentException("no curve");
    }
    return new PrivateKeyInfo(new AlgorithmIdentifier(EC, curve), key).getEncoded();
  }

  private static String pem(byte[] pkcs8) throws IOException {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject("PRIVATE KEY", pkcs8));
    }
    return text.toString();
  }
}
