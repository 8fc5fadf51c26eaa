package org.opennms.plugins.trunkline.telemetry.grpc;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** An authority that makes certificates for tests, valid for a day around now. */
public final class Certificates {
  private final String name;
  private final KeyPair keys;
  private final X509Certificate certificate;
  private int serial = 1;
  private GeneralName[] names = {
    new GeneralName(GeneralName.dNSName, "localhost"),
    new GeneralName(GeneralName.iPAddress, "127.0.0.1")
  };

  /** A new authority. */
  public Certificates(String name) {
    this.name = name;
    try {
      keys = pair();
      certificate = make(name, keys, Instant.now().plus(Duration.ofDays(1)), true);
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes the authority's own certificate. */
  public Path authority(Path file) throws IOException {
    return write(file, pem(certificate));
  }

  /** Writes a certificate for localhost, {@code FILE}, and its key, {@code FILE.key}. */
  public Path issue(Path file, String subject, Instant until) throws IOException {
    try {
      KeyPair own = pair();
      write(file, pem(make(subject, own, until, false)));
      write(key(file), pem(new JcaPKCS8Generator(own.getPrivate(), null)));
      return file;
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes one that is valid, for another name than localhost. */
  public Path issueFor(Path file, String name) throws IOException {
    GeneralName[] before = names;
    names = new GeneralName[] {new GeneralName(GeneralName.dNSName, name)};
    try {
      return issue(file, name);
    } finally {
      names = before;
    }
  }

  /** Writes one that is valid, its key in the form that OpenSSL wrote before PKCS#8. */
  public Path issueTraditional(Path file, String algorithm) throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(algorithm.equals("EC") ? 256 : 2048);
      KeyPair own = generator.generateKeyPair();
      write(file, pem(make("client", own, Instant.now().plus(Duration.ofDays(1)), false)));
      write(key(file), pem(traditional(own.getPrivate())));
      return file;
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  // OpenSSL names the curve in the key, as the JDK's keys do not.
  private static Object traditional(PrivateKey key) throws IOException {
    if (key instanceof ECPrivateKey ec) {
      var sec1 =
          new org.bouncycastle.asn1.sec.ECPrivateKey(
              256, ec.getS(), SECObjectIdentifiers.secp256r1);
      return new PemObject("EC PRIVATE KEY", sec1.getEncoded());
    }
    return key;
  }

  /** Writes one that is valid. */
  public Path issue(Path file, String subject) throws IOException {
    return issue(file, subject, Instant.now().plus(Duration.ofDays(1)));
  }

  /** Where the key of a certificate lies. */
  public static Path key(Path certificate) {
    return certificate.resolveSibling(certificate.getFileName() + ".key");
  }

  private X509Certificate make(String subject, KeyPair own, Instant until, boolean authority)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    var builder =
        new JcaX509v3CertificateBuilder(
            new X500Name("CN=" + name),
            BigInteger.valueOf(serial++),
            Date.from(Instant.now().minus(Duration.ofDays(2))),
            Date.from(until),
            new X500Name("CN=" + subject),
            own.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    if (!authority) {
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }
    var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private static String pem(Object thing) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(thing);
    }
    return text.toString();
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
