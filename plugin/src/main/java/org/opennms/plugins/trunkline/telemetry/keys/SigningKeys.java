package org.opennms.plugins.trunkline.telemetry.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.wire.KeyFileException;
import org.opennms.plugins.trunkline.wire.KeyFiles;
import org.opennms.plugins.trunkline.wire.KeyPem;
import org.opennms.plugins.trunkline.wire.Signer;
import org.opennms.plugins.trunkline.wire.SigningKey;
import org.opennms.plugins.trunkline.wire.VerifyingKey;

/**
 * The key in force and, during a rotation, the one to come: announced in an envelope that the old
 * key signs, in force after an overlap that gives receivers' operators time to take it over. Both
 * lie in files, {@code FILE} and {@code FILE.next}, so that a rotation outlives a restart.
 * Thread-safe; changes block on the disk.
 */
public final class SigningKeys {
  private static final String NEXT = ".next";
  private static final String PUBLIC = ".public.pem";
  private static final String RETIRED = ".retired-";

  private final Optional<Path> file;
  private final Duration overlap;
  private volatile Signer current;
  private volatile Optional<Next> next = Optional.empty();

  /**
   * The key to come.
   *
   * @param key it
   * @param announced when its file was made
   * @param from when it will sign
   */
  public record Next(SigningKey key, Instant announced, Instant from) {}

  /**
   * Loads what is configured and goes on with a rotation that had begun.
   *
   * @param where as configured
   * @param overlap between announcing a key and signing with it
   * @throws KeyFileException in words for the operator
   */
  public SigningKeys(KeyLoader loader, String where, String password, Duration overlap) {
    this.file = loader.file(where);
    this.overlap = overlap;
    this.current = Signers.of(loader.load(where, password));
    file.filter(f -> Files.exists(nextOf(f))).ifPresent(this::resume);
    publish();
  }

  /** Signs now. */
  public Signer current() {
    return current;
  }

  /** Will sign later, during a rotation. */
  public Optional<Next> next() {
    return next;
  }

  /** The file with the public key; empty where the private one is in no file of ours. */
  public Optional<Path> publicFile() {
    return file.map(f -> f.resolveSibling(f.getFileName() + PUBLIC));
  }

  /**
   * Begins a rotation; the caller announces the key.
   *
   * @return the key to come
   * @throws KeyFileException when the key is in no file, or a rotation is under way
   */
  public synchronized VerifyingKey rotate(Instant now) {
    Path base =
        file.orElseThrow(
            () ->
                new KeyFileException(
                    "the key is kept in a store or the vault: change it there, then restart"));
    if (next.isPresent()) {
      throw new KeyFileException(
          "a rotation is under way: the new key signs from " + next.get().from());
    }
    SigningKey made = SigningKey.generate(new SecureRandom());
    KeyFiles.writePrivate(nextOf(base), made);
    next = Optional.of(new Next(made, now, now.plus(overlap)));
    return made.verifyingKey();
  }

  /**
   * Ends a rotation when its time has come.
   *
   * @return whether the new key is in force from now on
   */
  public synchronized boolean tick(Instant now) {
    Optional<Next> due = next.filter(n -> !now.isBefore(n.from()));
    if (due.isEmpty()) {
      return false;
    }
    Path base = file.orElseThrow();
    try {
      retire(base);
      Files.move(
          nextOf(base), base, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new KeyFileException("the new key cannot take the place of " + base + ": " + e, e);
    }
    current = Signers.of(due.get().key());
    next = Optional.empty();
    publish();
    return true;
  }

  /**
   * The public keys of everything that was and will be signed from the file: the one in force, the
   * one to come, those before. Blocks on the disk.
   *
   * @throws KeyFileException when a retired one cannot be read
   */
  public List<VerifyingKey> all() {
    List<VerifyingKey> all = new ArrayList<>();
    all.add(current.verifyingKey());
    next.ifPresent(n -> all.add(n.key().verifyingKey()));
    file.ifPresent(f -> retired(f).forEach(p -> all.add(KeyFiles.readPublic(p))));
    return all;
  }

  // What the old key signed can be verified as long as its public half is here.
  private void retire(Path base) throws IOException {
    VerifyingKey old = current.verifyingKey();
    Path kept = base.resolveSibling(base.getFileName() + RETIRED + old.keyId() + ".pem");
    if (!Files.exists(kept)) {
      KeyFiles.writePublic(kept, old);
    }
  }

  private static List<Path> retired(Path base) {
    Path directory = base.toAbsolutePath().getParent();
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(base.getFileName() + RETIRED))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new KeyFileException("cannot list the keys in " + directory + ": " + e, e);
    }
  }

  private void resume(Path base) {
    try {
      Path coming = nextOf(base);
      Instant made = Files.getLastModifiedTime(coming).toInstant();
      next = Optional.of(new Next(KeyFiles.readPrivate(coming), made, made.plus(overlap)));
    } catch (IOException e) {
      throw new KeyFileException("cannot read " + nextOf(base) + ": " + e, e);
    }
  }

  private void publish() {
    publicFile()
        .ifPresent(
            p -> {
              try {
                Files.writeString(p, KeyPem.of(current.verifyingKey()));
              } catch (IOException e) {
                throw new KeyFileException("cannot write the public key to " + p + ": " + e, e);
              }
            });
  }

  private static Path nextOf(Path base) {
    return base.resolveSibling(base.getFileName() + NEXT);
  }
}
