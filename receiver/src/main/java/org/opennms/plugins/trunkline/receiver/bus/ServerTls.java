package org.opennms.plugins.trunkline.receiver.bus;

import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.CertificateUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's mutual TLS. Files that changed count for new connections from the next {@link
 * #refresh()} on; while they cannot be used, those before stay in force. Warns once a day when the
 * server's certificate is about to expire. One thread refreshes; the rest is safe for many.
 */
final class ServerTls {
  private static final Logger LOG = LoggerFactory.getLogger(ServerTls.class);
  private static final Map<String, String> SIGNATURES =
      Map.of("EC", "SHA256withECDSA", "RSA", "SHA256withRSA");
  private static final Duration ABOUT_TO_EXPIRE = Duration.ofDays(14);
  private static final Duration WARN_EVERY = Duration.ofDays(1);

  private final BusSettings.Tls files;
  private final InstantSource clock;
  private final AdvancedTlsX509KeyManager identity = new AdvancedTlsX509KeyManager();
  private final ClientTrust trust;
  private List<String> stamp;
  private String problem = "";
  private Instant warned = Instant.EPOCH;
  private volatile Instant expiry;

  /**
   * @param refusals as of {@link ClientTrust}
   * @throws IOException when a file cannot be read
   * @throws GeneralSecurityException when certificate and key do not fit
   */
  ServerTls(BusSettings.Tls files, InstantSource clock, Consumer<String> refusals)
      throws IOException, GeneralSecurityException {
    this.files = files;
    this.clock = clock;
    this.stamp = stamp();
    this.trust = new ClientTrust(files.clientAuthority(), clock, refusals);
    load();
    warn();
  }

  /** For gRPC; they follow the files. */
  ServerCredentials credentials() {
    return TlsServerCredentials.newBuilder()
        .keyManager(identity)
        .trustManager(trust)
        .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
        .build();
  }

  /** When the server's certificate ends. */
  Instant expiry() {
    return expiry;
  }

  /** Takes changed files, and warns when it is time to. Blocks on the disk. */
  void refresh() {
    try {
      List<String> now = stamp();
      if (!now.equals(stamp) || !problem.isEmpty()) {
        load();
        stamp = now;
        problem = "";
        LOG.info("Read the TLS files again; the certificate is valid until {}", expiry);
      }
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      String words = String.valueOf(e.getMessage());
      if (!words.equals(problem)) {
        problem = words;
        LOG.error("The TLS files cannot be used, those before stay in force: {}", problem);
      }
    }
    warn();
  }

  /** What the operator should know of the server's certificate; empty when all is well. */
  Optional<String> warning() {
    Instant now = clock.instant();
    if (now.plus(ABOUT_TO_EXPIRE).isBefore(expiry)) {
      return Optional.empty();
    }
    return Optional.of(
        "The server's certificate "
            + files.certificate()
            + (now.isAfter(expiry) ? " expired at " : " expires at ")
            + expiry
            + "; replace it and its key, they are read within seconds");
  }

  private void warn() {
    Instant now = clock.instant();
    if (now.isAfter(warned.plus(WARN_EVERY))) {
      warning().ifPresent(LOG::warn);
      warned = now;
    }
  }

  private void load() throws IOException, GeneralSecurityException {
    X509Certificate[] chain;
    PrivateKey key;
    try (InputStream certificates = Files.newInputStream(files.certificate());
        InputStream secret = Files.newInputStream(files.key())) {
      chain = CertificateUtils.getX509Certificates(certificates);
      key = CertificateUtils.getPrivateKey(secret);
    }
    // One file may have been replaced already and the other not yet.
    if (chain.length == 0 || !isPair(chain[0], key)) {
      throw new GeneralSecurityException(
          files.key() + " is not the key of the certificate in " + files.certificate());
    }
    trust.load();
    identity.updateIdentityCredentials(chain, key);
    expiry = chain[0].getNotAfter().toInstant();
  }

  private static boolean isPair(X509Certificate certificate, PrivateKey key)
      throws GeneralSecurityException {
    String type = key.getAlgorithm();
    Signature signature = Signature.getInstance(SIGNATURES.getOrDefault(type, type));
    byte[] anything = new byte[1];
    signature.initSign(key);
    signature.update(anything);
    byte[] made = signature.sign();
    try {
      signature.initVerify(certificate.getPublicKey());
      signature.update(anything);
      return signature.verify(made);
    } catch (InvalidKeyException | SignatureException e) {
      // A key of another kind.
      return false;
    }
  }

  /** Time and size of the three files, which tell whether one was written anew. */
  private List<String> stamp() throws IOException {
    List<String> stamp = new ArrayList<>();
    for (Path file : List.of(files.certificate(), files.key(), files.clientAuthority())) {
      stamp.add(Files.getLastModifiedTime(file) + " " + Files.size(file));
    }
    return stamp;
  }
}
