package org.opennms.plugins.trunkline.receiver.certs;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** Certificates and their keys as PEM files of one directory. */
final class PemFiles {
  private static final String CERTIFICATE = ".pem";
  private static final String KEY = ".key";

  private final Path directory;

  PemFiles(Path directory) {
    this.directory = directory;
  }

  boolean has(String name) {
    return Files.exists(directory.resolve(name + KEY));
  }

  /** Writes both and gives the certificate's file. */
  Path write(String name, PrivateKey key, List<X509CertificateHolder> chain) throws IOException {
    Path keyFile = directory.resolve(name + KEY);
    Files.createFile(
        keyFile,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(keyFile, pem(List.of(new JcaPKCS8Generator(key, null))));
    Path certificate = directory.resolve(name + CERTIFICATE);
    Files.writeString(certificate, pem(chain));
    return certificate;
  }

  X509CertificateHolder certificate(String name) throws IOException {
    return (X509CertificateHolder) read(name + CERTIFICATE);
  }

  KeyPair keys(String name) throws IOException, GeneralSecurityException {
    PrivateKey key = new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) read(name + KEY));
    return new KeyPair(
        new JcaX509CertificateConverter().getCertificate(certificate(name)).getPublicKey(), key);
  }

  private Object read(String file) throws IOException {
    try (Reader reader =
            Files.newBufferedReader(directory.resolve(file), StandardCharsets.US_ASCII);
        PEMParser parser = new PEMParser(reader)) {
      return parser.readObject();
    }
  }

  private static String pem(List<?> objects) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      for (Object object : objects) {
        writer.writeObject(object);
      }
    }
    return text.toString();
  }
}
