package org.opennms.plugins.trunkline.snmp;

import java.util.EnumMap;
import java.util.Map;
import org.opennms.plugins.trunkline.config.SnmpAuthProtocol;
import org.opennms.plugins.trunkline.config.SnmpPrivProtocol;
import org.snmp4j.security.AuthHMAC128SHA224;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthMD5;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.Priv3DES;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES192;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.PrivDES;
import org.snmp4j.security.PrivacyProtocol;
import org.snmp4j.security.nonstandard.PrivAES192With3DESKeyExtension;
import org.snmp4j.security.nonstandard.PrivAES256With3DESKeyExtension;

/** The implementation behind each algorithm's name. Stateless apart from pooled ciphers. */
final class UsmAlgorithms {
  private static final Map<SnmpAuthProtocol, AuthenticationProtocol> AUTH =
      new EnumMap<>(
          Map.of(
              SnmpAuthProtocol.MD5, new AuthMD5(),
              SnmpAuthProtocol.SHA, new AuthSHA(),
              SnmpAuthProtocol.SHA_224, new AuthHMAC128SHA224(),
              SnmpAuthProtocol.SHA_256, new AuthHMAC192SHA256(),
              SnmpAuthProtocol.SHA_384, new AuthHMAC256SHA384(),
              SnmpAuthProtocol.SHA_512, new AuthHMAC384SHA512()));

  private static final Map<SnmpPrivProtocol, PrivacyProtocol> PRIV =
      new EnumMap<>(
          Map.of(
              SnmpPrivProtocol.DES, new PrivDES(),
              SnmpPrivProtocol.TRIPLE_DES, new Priv3DES(),
              SnmpPrivProtocol.AES_128, new PrivAES128(),
              SnmpPrivProtocol.AES_192, new PrivAES192(),
              SnmpPrivProtocol.AES_256, new PrivAES256(),
              SnmpPrivProtocol.AES_192_C, new PrivAES192With3DESKeyExtension(),
              SnmpPrivProtocol.AES_256_C, new PrivAES256With3DESKeyExtension()));

  private UsmAlgorithms() {}

  static AuthenticationProtocol of(SnmpAuthProtocol protocol) {
    return AUTH.get(protocol);
  }

  static PrivacyProtocol of(SnmpPrivProtocol protocol) {
    return PRIV.get(protocol);
  }

  /** The hash under the HMAC, by its JCA name. */
  static String hash(SnmpAuthProtocol protocol) {
    return switch (protocol) {
      case MD5 -> "MD5";
      case SHA -> "SHA-1";
      case SHA_224 -> "SHA-224";
      case SHA_256 -> "SHA-256";
      case SHA_384 -> "SHA-384";
      case SHA_512 -> "SHA-512";
    };
  }
}
