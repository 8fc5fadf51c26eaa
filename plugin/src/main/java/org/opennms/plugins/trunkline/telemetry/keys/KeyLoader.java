package org.opennms.plugins.trunkline.telemetry.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.wire.KeyFileException;
import org.opennms.plugins.trunkline.wire.KeyFiles;
import org.opennms.plugins.trunkline.wire.KeyPem;
import org.opennms.plugins.trunkline.wire.SigningKey;

/**
 * Finds the private key where the configuration says: a file of 32 raw bytes or PKCS#8 PEM, made
 * where there is none; {@code keystore:FILE#ALIAS}, a PKCS#12 store; or {@code scv:ALIAS}, the
 * host's vault. Blocks on the disk and the host. Stateless.
 */
public final class KeyLoader {
  private static final String STORE = "keystore:";
  private static final String VAULT = "scv:";

  private final Path directory;
  private final SecretVault vault;

  /**
   * Looks for relative paths in a directory.
   *
   * @param directory {@code etc/trunkline/}
   */
  public KeyLoader(Path directory, SecretVault vault) {
    this.directory = directory;
    this.vault = vault;
  }

  /**
   * The key.
   *
   * @param where as configured
   * @param password of a key store; {@code ${scv:ALIAS:password}} reads the vault
   * @throws KeyFileException in words for the operator; nothing of the key is in them
   */
  public SigningKey load(String where, String password) {
    if (where.startsWith(VAULT)) {
      return fromVault(where.substring(VAULT.length()));
    }
    if (where.startsWith(STORE)) {
      return fromStore(where.substring(STORE.length()), password);
    }
    Path file = directory.resolve(where);
    if (!Files.exists(file)) {
      makeDirectory(file);
      KeyFiles.writePrivate(file, SigningKey.generate(new SecureRandom()));
    }
    return KeyFiles.readPrivate(file);
  }

  /** The file that is configured; empty for a store or the vault, which we do not write to. */
  public Optional<Path> file(String where) {
    return where.startsWith(VAULT) || where.startsWith(STORE)
        ? Optional.empty()
        : Optional.of(directory.resolve(where));
  }

  private SigningKey fromVault(String alias) {
    String text =
        vault
            .read(alias)
            .map(SecretVault.Credentials::password)
            .orElseThrow(
                () ->
                    new KeyFileException(
                        "telemetry.key: the host's vault has no alias _oia_"
                            + alias
                            + "; create it: opennms:scv-set _oia_"
                            + alias
                            + " telemetry KEY"))
            .trim();
    try {
      if (text.startsWith("-----")) {
        return KeyPem.privateKey(text);
      }
      boolean hex = text.length() == 2 * SigningKey.SIZE;
      return SigningKey.of(hex ? HexFormat.of().parseHex(text) : Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      // Without the cause: its message may quote the secret.
      throw new KeyFileException(
          "telemetry.key: the password of alias _oia_"
              + alias
              + " is no Ed25519 private key; give 64 hexadecimal digits, base64 of 32 bytes, or"
              + " PEM");
    }
  }

  private SigningKey fromStore(String fileAndAlias, String password) {
    int hash = fileAndAlias.lastIndexOf('#');
    if (hash < 1) {
      throw new KeyFileException(
          "telemetry.key: keystore:" + fileAndAlias + " names no alias; write keystore:FILE#ALIAS");
    }
    Path file = directory.resolve(fileAndAlias.substring(0, hash));
    KeyFiles.requirePrivate(file);
    char[] secret = secret(password).toCharArray();
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, secret);
      Key key = store.getKey(fileAndAlias.substring(hash + 1), secret);
      if (key == null || key.getEncoded() == null) {
        throw new KeyFileException(
            file + " has no private key under alias " + fileAndAlias.substring(hash + 1));
      }
      String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
      return KeyPem.privateKey(
          "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new KeyFileException(
          file + " cannot be read as a PKCS#12 store: " + e.getMessage() + "; see telemetry.key",
          e);
    } finally {
      Arrays.fill(secret, ' ');
    }
  }

  private String secret(String password) {
    String prefix = "${scv:";
    if (!password.startsWith(prefix)) {
      return password;
    }
    String alias = password.substring(prefix.length()).split(":", 2)[0];
    return vault.read(alias).map(SecretVault.Credentials::password).orElse("");
  }

  private static void makeDirectory(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new KeyFileException("cannot make the directory of " + file + ": " + e, e);
    }
  }
}
