package org.opennms.plugins.trunkline.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate of 127.0.0.1 that is its own authority, made by the JDK's keytool.
 *
 * @param keyStore PKCS#12, with its key
 * @param pem the certificate alone
 */
public record TestCertificate(Path keyStore, Path pem) {
  private static final String PASSWORD = "store-secret";
  private static final String ALIAS = "broker";

  /** Makes one with the files {@code NAME.p12} and {@code NAME.pem}. */
  public static TestCertificate make(Path directory, String name)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = directory.resolve(name + ".p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1",
                "-ext",
                "bc=ca:true",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
    TestCertificate made = new TestCertificate(store, directory.resolve(name + ".pem"));
    made.export(made.pem());
    return made;
  }

  /** Writes the certificate alone, as PEM. */
  public void export(Path file) throws IOException, GeneralSecurityException {
    KeyStore read = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      read.load(in, PASSWORD.toCharArray());
    }
    String der = Base64.getMimeEncoder().encodeToString(read.getCertificate(ALIAS).getEncoded());
    Files.writeString(
        file, "-----BEGIN CERTIFICATE-----\n" + der + "\n-----END CERTIFICATE-----\n");
  }

  String password() {
    return PASSWORD;
  }
}
