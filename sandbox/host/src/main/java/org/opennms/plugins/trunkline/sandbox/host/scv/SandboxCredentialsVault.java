package org.opennms.plugins.trunkline.sandbox.host.scv;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.opennms.integration.api.v1.scv.Credentials;
import org.opennms.integration.api.v1.scv.SecureCredentialsVault;
import org.opennms.integration.api.v1.scv.immutables.ImmutableCredentials;
import org.opennms.plugins.trunkline.sandbox.host.faults.Fault;
import org.opennms.plugins.trunkline.sandbox.host.faults.Faults;
import org.opennms.plugins.trunkline.sandbox.host.storage.Database;
import org.opennms.plugins.trunkline.sandbox.host.storage.Json;

/**
 * The vault as a plugin sees it: only aliases that are stored as {@code _oia_} and the lower-cased
 * alias. Everything else in the table is the operator's own and out of reach. Secrets lie in the
 * sandbox's database unencrypted: never put real ones in.
 */
public final class SandboxCredentialsVault implements SecureCredentialsVault {

  private static final String PREFIX = "_oia_";
  private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

  private final Database database;
  private final Faults faults;

  /** Makes a vault over the table of credentials. */
  public SandboxCredentialsVault(Database database, Faults faults) {
    this.database = database;
    this.faults = faults;
  }

  @Override
  public Set<String> getAliases() {
    check();
    return database.query("SELECT alias FROM credentials", row -> row.text("alias")).stream()
        .filter(alias -> alias.startsWith(PREFIX))
        .map(alias -> alias.substring(PREFIX.length()))
        .collect(Collectors.toSet());
  }

  @Override
  public Credentials getCredentials(String alias) {
    check();
    return database
        .first(
            "SELECT username, password, attributes FROM credentials WHERE alias = ?",
            row ->
                new ImmutableCredentials(
                    row.text("username"),
                    row.text("password"),
                    Json.read(row.text("attributes"), ATTRIBUTES)),
            stored(alias))
        .orElse(null);
  }

  @Override
  public void setCredentials(String alias, Credentials credentials) {
    Objects.requireNonNull(credentials);
    store(stored(alias), credentials);
  }

  /** Stores an alias as the operator does: under exactly this name. */
  public void store(String storedAlias, Credentials credentials) {
    check();
    String attributes = Json.write(credentials.getAttributes());
    database.inTransaction(
        () -> {
          database.update("DELETE FROM credentials WHERE alias = ?", storedAlias);
          return database.update(
              "INSERT INTO credentials (alias, username, password, attributes) VALUES (?, ?, ?, ?)",
              storedAlias,
              credentials.getUsername(),
              credentials.getPassword(),
              attributes);
        });
  }

  @Override
  public void deleteCredentials(String alias) {
    check();
    database.update("DELETE FROM credentials WHERE alias = ?", stored(alias));
  }

  private static String stored(String alias) {
    return PREFIX + alias.toLowerCase(Locale.ROOT);
  }

  private void check() {
    faults.failIf(Fault.SCV_FAIL, "credentials vault");
  }
}
