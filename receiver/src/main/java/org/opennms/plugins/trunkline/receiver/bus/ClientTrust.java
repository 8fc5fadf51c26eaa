package org.opennms.plugins.trunkline.receiver.bus;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whose client certificates count: those of the authorities in a PEM file, which can be read again
 * at any time. Says of a certificate that it refuses whose it is and why, once an hour each. Safe
 * for use by many threads.
 */
final class ClientTrust extends X509ExtendedTrustManager {
  private static final int MOST_TEXT = 120;

  private final Path authorities;
  private final InstantSource clock;
  private final Consumer<String> refusals;
  private final ToldLately told;
  private volatile X509ExtendedTrustManager current;

  /**
   * @param refusals is given a line for each refused certificate, an empty one where it was told
   *     lately
   * @throws IOException when the file cannot be read
   * @throws GeneralSecurityException when it holds no certificates
   */
  ClientTrust(Path authorities, InstantSource clock, Consumer<String> refusals)
      throws IOException, GeneralSecurityException {
    this.authorities = authorities;
    this.clock = clock;
    this.refusals = refusals;
    this.told = new ToldLately(clock);
    load();
  }

  /** Reads the file; after an exception everything is as before. */
  void load() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int number = 0;
    for (Certificate authority : read()) {
      store.setCertificateEntry("authority-" + number++, authority);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager extended) {
        current = extended;
        return;
      }
    }
    throw new GeneralSecurityException("this Java checks no certificates");
  }

  private Collection<? extends Certificate> read() throws IOException, CertificateException {
    try (InputStream in = Files.newInputStream(authorities)) {
      Collection<? extends Certificate> read =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (read.isEmpty()) {
        throw new CertificateException(authorities + " holds no certificate");
      }
      return read;
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    try {
      current.checkClientTrusted(chain, type, engine);
    } catch (CertificateException e) {
      refusals.accept(line(chain[0], e));
      throw e;
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    checkClientTrusted(chain, type, (SSLEngine) null);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("this end is the server");
  }

  /** None: clients choose by this list, which would be that of the start for ever. */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }

  private String line(X509Certificate refused, CertificateException why) {
    String line =
        "refused a client with the certificate of "
            + shown(refused.getSubjectX500Principal().getName())
            + ", serial number "
            + refused.getSerialNumber().toString(16)
            + ": "
            + reason(refused, why);
    return told.unlessTold(line);
  }

  private String reason(X509Certificate refused, CertificateException why) {
    Instant now = clock.instant();
    if (now.isAfter(refused.getNotAfter().toInstant())) {
      return "it expired at " + refused.getNotAfter().toInstant();
    }
    if (now.isBefore(refused.getNotBefore().toInstant())) {
      return "it is valid from " + refused.getNotBefore().toInstant() + " only";
    }
    String issuer = shown(refused.getIssuerX500Principal().getName());
    return "it was issued by "
        + issuer
        + " and does not fit "
        + authorities
        + " ("
        + words(why)
        + ")";
  }

  private static String words(CertificateException why) {
    return why.getMessage() == null ? why.toString() : shown(why.getMessage());
  }

  private static String shown(String text) {
    return Shown.text(text, MOST_TEXT);
  }
}
