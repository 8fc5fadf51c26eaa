package org.opennms.plugins.trunkline.config;

import java.util.Optional;

/**
 * The host's secure credentials vault, as far as a plugin may read it. May block; may be called
 * from any thread.
 */
public interface SecretVault {
  /**
   * The credentials behind an alias; empty when there is no such alias or the vault is away.
   *
   * @param alias as the operator writes it in {@code ${scv:alias:password}}, without the prefix
   *     under which the host keeps a plugin's aliases
   */
  Optional<Credentials> read(String alias);

  /** A user name and a password, never shown. */
  record Credentials(String username, String password) {
    @Override
    public String toString() {
      return "Credentials[***]";
    }
  }
}
