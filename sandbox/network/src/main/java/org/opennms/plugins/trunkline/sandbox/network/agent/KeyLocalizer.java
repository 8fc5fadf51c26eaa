package org.opennms.plugins.trunkline.sandbox.network.agent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.PrivacyProtocol;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.OctetString;

/**
 * A user's keys for any number of engines. The slow step from passphrase to key (a digest over a
 * megabyte, RFC 3414 appendix A.2) is done once; what remains for each engine is one small digest.
 */
final class KeyLocalizer {
  private static final int MEGABYTE = 1 << 20;
  private static final Map<String, String> DIGESTS = Map.of("MD5", "MD5", "SHA", "SHA-1");

  private final SnmpUser user;
  private final AuthenticationProtocol auth;
  private final PrivacyProtocol priv;
  private final byte[] authKey;
  private final byte[] privKey;

  KeyLocalizer(SnmpUser user, SecurityProtocols protocols) {
    this.user = user;
    auth =
        user.authProtocol() == null
            ? null
            : protocols.getAuthenticationProtocol(SnmpUser.AUTH_PROTOCOLS.get(user.authProtocol()));
    priv =
        user.privProtocol() == null
            ? null
            : protocols.getPrivacyProtocol(SnmpUser.PRIV_PROTOCOLS.get(user.privProtocol()));
    authKey = auth == null ? null : expand(user.authPassphrase());
    privKey = priv == null ? null : expand(user.privPassphrase());
  }

  /** The user with keys that only this engine accepts. */
  UsmUser localize(OctetString engineId) {
    byte[] id = engineId.getValue();
    OctetString authentication = auth == null ? null : new OctetString(digest(authKey, id));
    OctetString privacy = priv == null ? null : new OctetString(privacyKey(id));
    return new UsmUser(
        new OctetString(user.name()),
        auth == null ? null : auth.getID(),
        authentication,
        priv == null ? null : priv.getID(),
        privacy,
        engineId);
  }

  private byte[] expand(String passphrase) {
    byte[] text = passphrase.getBytes(StandardCharsets.UTF_8);
    byte[] megabyte = new byte[MEGABYTE];
    for (int position = 0; position < MEGABYTE; position++) {
      megabyte[position] = text[position % text.length];
    }
    return messageDigest().digest(megabyte);
  }

  private byte[] digest(byte[] key, byte[] engineId) {
    MessageDigest digest = messageDigest();
    digest.update(key);
    digest.update(engineId);
    return digest.digest(key);
  }

  private byte[] privacyKey(byte[] engineId) {
    byte[] key = digest(privKey, engineId);
    if (key.length > priv.getMaxKeyLength()) {
      return Arrays.copyOf(key, priv.getMaxKeyLength());
    }
    if (key.length < priv.getMinKeyLength()) {
      OctetString passphrase = new OctetString(user.privPassphrase());
      return priv.extendShortKey(key, passphrase, engineId, auth);
    }
    return key;
  }

  private MessageDigest messageDigest() {
    String name = DIGESTS.getOrDefault(user.authProtocol(), user.authProtocol());
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no digest " + name, e);
    }
  }
}
