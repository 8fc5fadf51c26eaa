package org.opennms.plugins.trunkline.telemetry.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.opennms.plugins.trunkline.wire.KeyPem;
import org.opennms.plugins.trunkline.wire.Signer;
import org.opennms.plugins.trunkline.wire.SigningKey;
import org.opennms.plugins.trunkline.wire.VerifyingKey;

/** Signs with the Corretto Crypto Provider, which is used directly and never registered. */
final class CorrettoSigner implements Signer {
  private static final String PROVIDER =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

  private final Provider provider;
  private final PrivateKey key;
  private final VerifyingKey verifyingKey;
  private final ThreadLocal<Signature> signatures = ThreadLocal.withInitial(this::signature);

  CorrettoSigner(SigningKey signingKey)
      throws ReflectiveOperationException, GeneralSecurityException {
    provider = (Provider) Class.forName(PROVIDER).getField("INSTANCE").get(null);
    byte[] der =
        Base64.getMimeDecoder().decode(KeyPem.of(signingKey).replaceAll("-----[A-Z ]+-----", ""));
    // The provider takes the platform's keys; a key factory of its own it has on demand only.
    key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
    verifyingKey = signingKey.verifyingKey();
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      Signature signature = signatures.get();
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Corretto Crypto Provider does not sign", e);
    }
  }

  @Override
  public VerifyingKey verifyingKey() {
    return verifyingKey;
  }

  private Signature signature() {
    try {
      return Signature.getInstance("Ed25519", provider);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Corretto Crypto Provider has no Ed25519", e);
    }
  }
}
