package org.opennms.plugins.trunkline.snmp;

import java.util.Objects;
import java.util.Optional;
import org.opennms.plugins.trunkline.config.SnmpAuthProtocol;
import org.opennms.plugins.trunkline.config.SnmpPrivProtocol;

/** What is shown to an agent, secrets resolved. Never shown in text. */
public sealed interface SnmpSecurity {
  /**
   * SNMPv1 (RFC 1157) or SNMPv2c (RFC 1901).
   *
   * @param v1 whether the old message format is meant
   * @param community in clear text
   */
  record Community(boolean v1, String community) implements SnmpSecurity {
    /** Rejects a missing community. */
    public Community {
      Objects.requireNonNull(community, "community");
    }

    @Override
    public String toString() {
      return v1 ? "v1" : "v2c";
    }
  }

  /**
   * SNMPv3 with the User-based Security Model (RFC 3414).
   *
   * @param user usmUserName
   * @param contextName empty for the default context
   * @param auth empty for noAuthNoPriv
   * @param priv only together with auth
   */
  record Usm(String user, String contextName, Optional<Auth> auth, Optional<Priv> priv)
      implements SnmpSecurity {
    /** Rejects missing parts and privacy without authentication. */
    public Usm {
      Objects.requireNonNull(user, "user");
      Objects.requireNonNull(contextName, "contextName");
      if (priv.isPresent() && auth.isEmpty()) {
        throw new IllegalArgumentException("SNMPv3 has no privacy without authentication");
      }
    }

    /** The security level's name in RFC 3411. */
    public String level() {
      return priv.isPresent() ? "authPriv" : auth.isPresent() ? "authNoPriv" : "noAuthNoPriv";
    }

    @Override
    public String toString() {
      return "v3 " + level();
    }
  }

  /** How messages are signed. */
  record Auth(SnmpAuthProtocol protocol, String passphrase) {
    @Override
    public String toString() {
      return protocol.spelling();
    }
  }

  /** How messages are encrypted. */
  record Priv(SnmpPrivProtocol protocol, String passphrase) {
    @Override
    public String toString() {
      return protocol.spelling();
    }
  }
}
