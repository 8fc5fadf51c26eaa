package org.opennms.plugins.trunkline.host;

import java.util.Optional;
import org.opennms.integration.api.v1.scv.SecureCredentialsVault;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host's secure credentials vault. Thread-safe; blocks as the host does. */
public final class HostVault implements SecretVault {
  private static final Logger LOG = LoggerFactory.getLogger(HostVault.class);

  private final SecureCredentialsVault vault;

  /** Over the host's vault, which prefixes a plugin's aliases with {@code _oia_} by itself. */
  public HostVault(SecureCredentialsVault vault) {
    this.vault = vault;
  }

  @Override
  public Optional<Credentials> read(String alias) {
    try {
      return Optional.ofNullable(vault.getCredentials(alias))
          .map(c -> new Credentials(text(c.getUsername()), text(c.getPassword())));
    } catch (RuntimeException e) {
      // Only the kind: a vault's message may quote what it holds.
      LOG.warn("The vault could not be asked for alias {}: {}", alias, e.getClass().getName());
      return Optional.empty();
    }
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
