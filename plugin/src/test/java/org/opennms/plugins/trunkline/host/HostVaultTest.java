package org.opennms.plugins.trunkline.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opennms.integration.api.v1.scv.Credentials;
import org.opennms.integration.api.v1.scv.SecureCredentialsVault;
import org.opennms.integration.api.v1.scv.immutables.ImmutableCredentials;
import org.opennms.plugins.trunkline.config.SecretVault;

class HostVaultTest {
  private final MemoryVault vault = new MemoryVault();
  private final HostVault secrets = new HostVault(vault);

  @Test
  void an_alias_is_read_without_the_prefix_of_the_host() {
    vault.keystore.put("_oia_core", new ImmutableCredentials("operator", "s3cret"));
    assertThat(secrets.read("core")).contains(new SecretVault.Credentials("operator", "s3cret"));
    assertThat(secrets.read("Core")).isPresent();
  }

  @Test
  void an_operators_own_alias_cannot_be_read() {
    vault.keystore.put("snmp", new ImmutableCredentials("operator", "s3cret"));
    assertThat(secrets.read("snmp")).isEmpty();
  }

  @Test
  void a_part_that_is_not_stored_is_empty() {
    vault.keystore.put("_oia_core", new ImmutableCredentials(null, "s3cret"));
    assertThat(secrets.read("core")).contains(new SecretVault.Credentials("", "s3cret"));
  }

  @Test
  void a_vault_that_is_away_has_nothing() {
    vault.away = true;
    assertThat(secrets.read("core")).isEmpty();
  }

  /** Behaves as the host's: it prefixes and lower-cases by itself. */
  private static final class MemoryVault implements SecureCredentialsVault {
    private final Map<String, Credentials> keystore = new HashMap<>();
    private boolean away;

    @Override
    public Set<String> getAliases() {
      return keystore.keySet();
    }

    @Override
    public Credentials getCredentials(String alias) {
      if (away) {
        throw new IllegalStateException("keystore holds operator/s3cret and cannot be opened");
      }
      return keystore.get("_oia_" + alias.toLowerCase(Locale.ROOT));
    }

    @Override
    public void setCredentials(String alias, Credentials credentials) {
      throw new UnsupportedOperationException("not used");
    }

    @Override
    public void deleteCredentials(String alias) {
      throw new UnsupportedOperationException("not used");
    }
  }
}
