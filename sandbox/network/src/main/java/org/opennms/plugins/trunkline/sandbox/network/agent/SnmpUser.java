package org.opennms.plugins.trunkline.sandbox.network.agent;

import java.util.Locale;
import java.util.Map;
import org.snmp4j.security.AuthHMAC128SHA224;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthMD5;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.Priv3DES;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES192;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.PrivDES;
import org.snmp4j.security.nonstandard.PrivAES192With3DESKeyExtension;
import org.snmp4j.security.nonstandard.PrivAES256With3DESKeyExtension;
import org.snmp4j.smi.OID;

/**
 * The one user of the simulated agents' User-based Security Model (RFC 3414).
 *
 * @param name security name
 * @param authProtocol a key of {@link #AUTH_PROTOCOLS}, or null for noAuthNoPriv
 * @param authPassphrase at least 8 characters; null without authentication
 * @param privProtocol a key of {@link #PRIV_PROTOCOLS}, or null for authNoPriv
 * @param privPassphrase at least 8 characters; null without privacy
 */
public record SnmpUser(
    String name,
    String authProtocol,
    String authPassphrase,
    String privProtocol,
    String privPassphrase) {

  /** The names of authentication protocols, as operators write them. */
  public static final Map<String, OID> AUTH_PROTOCOLS =
      Map.of(
          "MD5", AuthMD5.ID,
          "SHA", AuthSHA.ID,
          "SHA-224", AuthHMAC128SHA224.ID,
          "SHA-256", AuthHMAC192SHA256.ID,
          "SHA-384", AuthHMAC256SHA384.ID,
          "SHA-512", AuthHMAC384SHA512.ID);

  /** The names of privacy protocols; the `-C` forms extend the key as Cisco does. */
  public static final Map<String, OID> PRIV_PROTOCOLS =
      Map.of(
          "DES", PrivDES.ID,
          "3DES", Priv3DES.ID,
          "AES-128", PrivAES128.ID,
          "AES-192", PrivAES192.ID,
          "AES-256", PrivAES256.ID,
          "AES-192-C", PrivAES192With3DESKeyExtension.ID,
          "AES-256-C", PrivAES256With3DESKeyExtension.ID);

  private static final int SHORTEST_PASSPHRASE = 8;

  /** Checks names and lengths. */
  public SnmpUser {
    authProtocol = canonical("authentication", authProtocol, AUTH_PROTOCOLS);
    privProtocol = canonical("privacy", privProtocol, PRIV_PROTOCOLS);
    if (privProtocol != null && authProtocol == null) {
      throw new IllegalArgumentException(
          "user " + name + ": privacy needs authentication; give an authentication protocol too");
    }
    check(name, "authentication", authProtocol, authPassphrase);
    check(name, "privacy", privProtocol, privPassphrase);
  }

  /** SHA-256 and AES-128 with invented passphrases: the default of the sandbox. */
  public static SnmpUser sandbox() {
    return new SnmpUser(
        "trunkline", "SHA-256", "sandbox-auth-phrase", "AES-128", "sandbox-priv-phrase");
  }

  private static String canonical(String what, String protocol, Map<String, OID> known) {
    if (protocol == null || protocol.isBlank()) {
      return null;
    }
    String name = protocol.toUpperCase(Locale.ROOT);
    if (!known.containsKey(name)) {
      throw new IllegalArgumentException(
          "unknown " + what + " protocol " + protocol + "; one of " + known.keySet());
    }
    return name;
  }

  private static void check(String user, String what, String protocol, String passphrase) {
    if (protocol != null && (passphrase == null || passphrase.length() < SHORTEST_PASSPHRASE)) {
      throw new IllegalArgumentException(
          "user " + user + ": the " + what + " passphrase needs at least 8 characters");
    }
  }

  /** Says who, never the passphrases. */
  @Override
  public String toString() {
    return "SnmpUser[" + name + ", " + authProtocol + ", " + privProtocol + "]";
  }
}
