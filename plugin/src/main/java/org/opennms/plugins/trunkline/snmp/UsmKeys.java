package org.opennms.plugins.trunkline.snmp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.opennms.plugins.trunkline.config.SnmpAuthProtocol;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.PrivacyProtocol;
import org.snmp4j.smi.OctetString;

/**
 * Turns passphrases into keys (RFC 3414 appendix A.2). The megabyte that has to be hashed is hashed
 * once per passphrase and algorithm, not once per device: only the last, cheap step depends on the
 * engine id. Thread-safe.
 */
final class UsmKeys {
  private static final int HASHED_OCTETS = 1 << 20;
  private static final int MAX_CACHED = 1_000;

  private final Map<Phrase, byte[]> cache =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Phrase, byte[]> eldest) {
          return size() > MAX_CACHED;
        }
      };

  /**
   * The keys of one user at one engine.
   *
   * @param auth null for noAuthNoPriv
   * @param priv null without privacy
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Localized(byte[] auth, byte[] priv) {
    @Override
    public String toString() {
      return "Localized[***]";
    }
  }

  private record Phrase(SnmpAuthProtocol protocol, String text) {
    @Override
    public String toString() {
      return "Phrase[***]";
    }
  }

  /** Costs about 10 ms per passphrase the first time, microseconds after. */
  Localized localize(SnmpSecurity.Usm usm, byte[] engineId) {
    if (usm.auth().isEmpty()) {
      return new Localized(null, null);
    }
    SnmpSecurity.Auth auth = usm.auth().get();
    byte[] authKey = localized(auth.protocol(), auth.passphrase(), engineId);
    byte[] privKey =
        usm.priv()
            .map(
                p ->
                    fit(
                        UsmAlgorithms.of(p.protocol()),
                        auth.protocol(),
                        localized(auth.protocol(), p.passphrase(), engineId),
                        engineId))
            .orElse(null);
    return new Localized(authKey, privKey);
  }

  /** Whether {@link #localize} will be cheap. */
  boolean ready(SnmpSecurity.Usm usm) {
    synchronized (cache) {
      return usm.auth()
          .map(
              a ->
                  cache.containsKey(new Phrase(a.protocol(), a.passphrase()))
                      && usm.priv()
                          .map(p -> cache.containsKey(new Phrase(a.protocol(), p.passphrase())))
                          .orElse(true))
          .orElse(true);
    }
  }

  private byte[] localized(SnmpAuthProtocol protocol, String passphrase, byte[] engineId) {
    byte[] ku = unlocalized(new Phrase(protocol, passphrase));
    MessageDigest digest = digest(protocol);
    digest.update(ku);
    digest.update(engineId);
    return digest.digest(ku);
  }

  private byte[] unlocalized(Phrase phrase) {
    synchronized (cache) {
      byte[] known = cache.get(phrase);
      if (known != null) {
        return known;
      }
    }
    byte[] fresh = hashMegabyte(phrase);
    synchronized (cache) {
      cache.put(phrase, fresh);
    }
    return fresh;
  }

  private static byte[] hashMegabyte(Phrase phrase) {
    byte[] password = phrase.text().getBytes(StandardCharsets.UTF_8);
    MessageDigest digest = digest(phrase.protocol());
    byte[] chunk = new byte[password.length * 64];
    for (int i = 0; i < chunk.length; i += password.length) {
      System.arraycopy(password, 0, chunk, i, password.length);
    }
    int left = HASHED_OCTETS;
    while (left > 0) {
      int step = Math.min(left, chunk.length);
      digest.update(chunk, 0, step);
      left -= step;
    }
    return digest.digest();
  }

  private static byte[] fit(
      PrivacyProtocol priv, SnmpAuthProtocol protocol, byte[] key, byte[] engineId) {
    if (key.length >= priv.getMinKeyLength()) {
      return Arrays.copyOf(key, Math.min(key.length, priv.getMaxKeyLength()));
    }
    AuthenticationProtocol auth = UsmAlgorithms.of(protocol);
    return priv.extendShortKey(key, new OctetString(), engineId, auth);
  }

  private static MessageDigest digest(SnmpAuthProtocol protocol) {
    try {
      return MessageDigest.getInstance(UsmAlgorithms.hash(protocol));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + protocol.spelling(), e);
    }
  }
}
