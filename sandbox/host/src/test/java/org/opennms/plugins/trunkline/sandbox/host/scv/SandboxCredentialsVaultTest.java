package org.opennms.plugins.trunkline.sandbox.host.scv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opennms.integration.api.v1.scv.Credentials;
import org.opennms.integration.api.v1.scv.immutables.ImmutableCredentials;
import org.opennms.plugins.trunkline.sandbox.host.faults.Fault;
import org.opennms.plugins.trunkline.sandbox.host.faults.Faults;
import org.opennms.plugins.trunkline.sandbox.host.storage.Database;
import org.opennms.plugins.trunkline.sandbox.host.storage.Dialect;
import org.opennms.plugins.trunkline.sandbox.host.storage.StorageException;
import org.opennms.plugins.trunkline.sandbox.host.storage.TestDatabases;

class SandboxCredentialsVaultTest {

  private static final Credentials SECRET =
      new ImmutableCredentials("observer", "s3cret", Map.of("privacy", "also secret"));

  private final Faults faults = new Faults();
  private Database database;

  private SandboxCredentialsVault vault(Dialect dialect) {
    database = Database.open(TestDatabases.fresh(dialect));
    return new SandboxCredentialsVault(database, faults);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void credentials_are_found_whatever_the_case_of_the_alias(Dialect dialect) {
    SandboxCredentialsVault vault = vault(dialect);
    vault.setCredentials("Core-SNMP", SECRET);

    Credentials found = vault.getCredentials("cORE-snmp");

    assertThat(found.getUsername()).isEqualTo("observer");
    assertThat(found.getPassword()).isEqualTo("s3cret");
    assertThat(found.getAttribute("privacy")).isEqualTo("also secret");
    assertThat(vault.getAliases()).containsExactly("core-snmp");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void the_operators_own_aliases_are_out_of_reach(Dialect dialect) {
    SandboxCredentialsVault vault = vault(dialect);
    vault.store("snmp", SECRET);
    vault.store("_oia_for-plugins", SECRET);

    assertThat(vault.getCredentials("snmp")).isNull();
    assertThat(vault.getCredentials("for-plugins")).isNotNull();
    assertThat(vault.getAliases()).containsExactly("for-plugins");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void an_unknown_alias_is_null(Dialect dialect) {
    assertThat(vault(dialect).getCredentials("nobody")).isNull();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void credentials_can_be_replaced_and_deleted(Dialect dialect) {
    SandboxCredentialsVault vault = vault(dialect);
    vault.setCredentials("a", SECRET);
    vault.setCredentials("A", new ImmutableCredentials("other", "word"));

    assertThat(vault.getCredentials("a").getUsername()).isEqualTo("other");
    assertThat(vault.getCredentials("a").getAttributes()).isEmpty();
    vault.deleteCredentials("A");
    assertThat(vault.getAliases()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Dialect.class, names = "H2")
  void the_vault_fails_when_told(Dialect dialect) {
    SandboxCredentialsVault vault = vault(dialect);
    faults.on(Fault.SCV_FAIL, null);

    assertThatExceptionOfType(StorageException.class).isThrownBy(() -> vault.getCredentials("a"));
    assertThatExceptionOfType(StorageException.class).isThrownBy(vault::getAliases);
  }
}
