package org.opennms.plugins.trunkline.config;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A community, user name or passphrase: written out, or kept in the host's vault. Never shown. */
public sealed interface SnmpSecret {
  /** The secret's text; empty when the vault does not have it. May block on the vault. */
  Optional<String> resolve(SecretVault vault);

  /**
   * Reads a literal, or {@code ${scv:alias:username}} or {@code ${scv:alias:password}}.
   *
   * @return empty for a text that starts like a reference but is none
   */
  static Optional<SnmpSecret> parse(String text) {
    if (!text.startsWith("${")) {
      return Optional.of(new Literal(text));
    }
    Matcher reference = VaultReference.SYNTAX.matcher(text);
    return reference.matches()
        ? Optional.of(new VaultReference(reference.group(1), "username".equals(reference.group(2))))
        : Optional.empty();
  }

  /**
   * A secret that stands in the file itself.
   *
   * @param text the secret
   */
  record Literal(String text) implements SnmpSecret {
    /** Rejects a missing text. */
    public Literal {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public Optional<String> resolve(SecretVault vault) {
      return Optional.of(text);
    }

    @Override
    public String toString() {
      return "***";
    }
  }

  /**
   * A secret in the host's secure credentials vault.
   *
   * @param alias as in {@link SecretVault#read}
   * @param username whether the alias's user name is meant rather than its password
   */
  record VaultReference(String alias, boolean username) implements SnmpSecret {
    private static final Pattern SYNTAX =
        Pattern.compile("\\$\\{scv:([^:{}]+):(username|password)}");

    /** Rejects a missing alias. */
    public VaultReference {
      Objects.requireNonNull(alias, "alias");
    }

    @Override
    public Optional<String> resolve(SecretVault vault) {
      return vault
          .read(alias)
          .map(c -> username ? c.username() : c.password())
          .filter(secret -> secret != null && !secret.isEmpty());
    }

    @Override
    public String toString() {
      return "${scv:" + alias + (username ? ":username}" : ":password}");
    }
  }
}
