package org.opennms.plugins.trunkline.telemetry.keys;

import java.util.Arrays;
import org.opennms.plugins.trunkline.wire.Signer;
import org.opennms.plugins.trunkline.wire.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fastest signer that works here: Amazon's Corretto Crypto Provider where its library is on the
 * class path and its native part loads, else Bouncy Castle. Ed25519 signatures are the same whoever
 * makes them, which is checked before the former is trusted. Stateless.
 */
public final class Signers {
  private static final Logger LOG = LoggerFactory.getLogger(Signers.class);

  private Signers() {}

  /** A signer with the key. */
  public static Signer of(SigningKey key) {
    try {
      Signer fast = new CorrettoSigner(key);
      byte[] probe = "trunkline".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      if (Arrays.equals(fast.sign(probe), key.sign(probe))) {
        return fast;
      }
      LOG.warn("The Corretto Crypto Provider signs wrongly here and is not used");
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      LOG.debug("The Corretto Crypto Provider is not to be had here", e);
    } catch (java.security.GeneralSecurityException e) {
      LOG.warn("The Corretto Crypto Provider is there and cannot take the key: {}", e.toString());
    }
    return key;
  }

  /** What signs, for the operator. */
  public static String words(Signer signer) {
    return signer instanceof CorrettoSigner ? "Corretto Crypto Provider" : "Bouncy Castle";
  }
}
