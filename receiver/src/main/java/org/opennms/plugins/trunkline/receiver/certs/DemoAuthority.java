package org.opennms.plugins.trunkline.receiver.certs;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.IPAddress;

/**
 * A certificate authority for a trial: ECDSA on P-256, its key in a file beside the certificates.
 * {@code NAME.pem} is a certificate, {@code NAME.key} its key (PKCS#8, for its owner alone).
 */
public final class DemoAuthority {
  private static final String AUTHORITY = "ca";
  private static final String SIGNATURE = "SHA256withECDSA";
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final PemFiles files;
  private final Instant now;
  private final Duration validity;
  private final KeyPair keys;
  private final X500Name name;

  private DemoAuthority(PemFiles files, Instant now, Duration validity)
      throws IOException, GeneralSecurityException {
    this.files = files;
    this.now = now;
    this.validity = validity;
    if (files.has(AUTHORITY)) {
      this.keys = files.keys(AUTHORITY);
      this.name = files.certificate(AUTHORITY).getSubject();
    } else {
      this.keys = newKeys();
      this.name = subject("Trunkline trial authority");
      files.write(AUTHORITY, keys.getPrivate(), List.of(selfSigned()));
    }
  }

  /** The authority of a directory; made where there is none. */
  public static DemoAuthority in(Path directory, Clock clock, Duration validity)
      throws IOException, GeneralSecurityException {
    return new DemoAuthority(
        new PemFiles(Files.createDirectories(directory)), clock.instant(), validity);
  }

  /**
   * Makes a server's certificate.
   *
   * @param hosts names and addresses that clients call it by
   * @return the certificate's file
   */
  public Path server(String file, List<String> hosts) throws IOException, GeneralSecurityException {
    return issue(file, hosts.get(0), KeyPurposeId.id_kp_serverAuth, hosts);
  }

  /** Makes a client's certificate; its common name is the file's name. */
  public Path client(String name) throws IOException, GeneralSecurityException {
    return issue(name, name, KeyPurposeId.id_kp_clientAuth, List.of());
  }

  private Path issue(String file, String commonName, KeyPurposeId purpose, List<String> hosts)
      throws IOException, GeneralSecurityException {
    KeyPair own = newKeys();
    X509v3CertificateBuilder builder = builder(subject(commonName), own.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(keys.getPublic()));
    if (!hosts.isEmpty()) {
      builder.addExtension(Extension.subjectAlternativeName, false, names(hosts));
    }
    return files.write(file, own.getPrivate(), List.of(sign(builder)));
  }

  private X509CertificateHolder selfSigned() throws IOException, GeneralSecurityException {
    X509v3CertificateBuilder builder = builder(name, keys.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
    return sign(builder);
  }

  private X509v3CertificateBuilder builder(X500Name subject, PublicKey key) {
    return new JcaX509v3CertificateBuilder(
        name,
        new BigInteger(127, new SecureRandom()),
        Date.from(now.minus(CLOCK_SKEW)),
        Date.from(now.plus(validity)),
        subject,
        key);
  }

  private X509CertificateHolder sign(X509v3CertificateBuilder builder)
      throws GeneralSecurityException {
    try {
      return builder.build(new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate()));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException("cannot sign a certificate", e);
    }
  }

  private static GeneralNames names(List<String> hosts) {
    return new GeneralNames(
        hosts.stream()
            .map(
                h ->
                    new GeneralName(
                        IPAddress.isValid(h) ? GeneralName.iPAddress : GeneralName.dNSName, h))
            .toArray(GeneralName[]::new));
  }

  private static X500Name subject(String commonName) {
    return new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }
}
