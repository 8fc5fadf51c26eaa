package org.opennms.plugins.trunkline.config;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a profile shows to an agent. Secrets are masked in every text form. */
public sealed interface SnmpCredentials {
  /** All that is shown to an agent, in the order of the file; a user name is among it. */
  Stream<SnmpSecret> secrets();

  /** What nobody else may know: communities and passphrases. */
  Stream<SnmpSecret> confidential();

  /**
   * SNMPv1 and v2c.
   *
   * @param community sent in clear text with every request
   */
  record Community(SnmpSecret community) implements SnmpCredentials {
    /** Rejects a missing community. */
    public Community {
      Objects.requireNonNull(community, "community");
    }

    @Override
    public Stream<SnmpSecret> secrets() {
      return Stream.of(community);
    }

    @Override
    public Stream<SnmpSecret> confidential() {
      return secrets();
    }
  }

  /**
   * SNMPv3 with USM. The security level follows from what is given: neither, auth, or auth and
   * priv.
   *
   * @param user usmUserName
   * @param contextName empty for the default context
   * @param auth empty for noAuthNoPriv
   * @param priv only together with auth
   */
  record Usm(SnmpSecret user, String contextName, Optional<Auth> auth, Optional<Priv> priv)
      implements SnmpCredentials {
    /** Rejects missing parts and privacy without authentication. */
    public Usm {
      Objects.requireNonNull(user, "user");
      Objects.requireNonNull(contextName, "contextName");
      if (priv.isPresent() && auth.isEmpty()) {
        throw new IllegalArgumentException("SNMPv3 has no privacy without authentication");
      }
    }

    @Override
    public Stream<SnmpSecret> secrets() {
      return Stream.concat(Stream.of(user), confidential());
    }

    @Override
    public Stream<SnmpSecret> confidential() {
      return Stream.of(auth.map(Auth::passphrase), priv.map(Priv::passphrase))
          .flatMap(Optional::stream);
    }
  }

  /**
   * How messages are signed.
   *
   * @param protocol the HMAC
   * @param passphrase at least 8 characters
   */
  record Auth(SnmpAuthProtocol protocol, SnmpSecret passphrase) {
    /** Rejects missing parts. */
    public Auth {
      Objects.requireNonNull(protocol, "protocol");
      Objects.requireNonNull(passphrase, "passphrase");
    }
  }

  /**
   * How messages are encrypted.
   *
   * @param protocol the cipher
   * @param passphrase at least 8 characters
   */
  record Priv(SnmpPrivProtocol protocol, SnmpSecret passphrase) {
    /** Rejects missing parts. */
    public Priv {
      Objects.requireNonNull(protocol, "protocol");
      Objects.requireNonNull(passphrase, "passphrase");
    }
  }
}
