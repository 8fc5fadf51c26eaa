package org.opennms.plugins.trunkline.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Keys in files. A private key is read as 32 raw bytes or as PKCS#8 PEM (RFC 8410), a public key as
 * 32 raw bytes or as SubjectPublicKeyInfo PEM; which of them a file holds, its content tells.
 *
 * <p>A private key that anyone but its owner may read or write is refused.
 */
public final class KeyFiles {
  private static final Set<PosixFilePermission> FORBIDDEN =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private static final int MOST_BYTES = 16_384;

  private KeyFiles() {}

  /**
   * Reads a private key.
   *
   * @throws KeyFileException when it cannot be read, is no Ed25519 key, or is open to others
   */
  public static SigningKey readPrivate(Path file) {
    requirePrivate(file);
    byte[] content = read(file);
    try {
      return content.length == SigningKey.SIZE
          ? SigningKey.of(content)
          : KeyPem.privateKey(text(content));
    } catch (IllegalArgumentException e) {
      throw new KeyFileException(
          file
              + " is no Ed25519 private key ("
              + e.getMessage()
              + "); give 32 raw bytes or a PKCS#8 PEM, as `openssl genpkey -algorithm ed25519`"
              + " makes",
          e);
    }
  }

  /**
   * Reads a public key.
   *
   * @throws KeyFileException when it cannot be read or is no Ed25519 key
   */
  public static VerifyingKey readPublic(Path file) {
    byte[] content = read(file);
    try {
      return content.length == VerifyingKey.SIZE
          ? VerifyingKey.of(content)
          : KeyPem.publicKey(text(content));
    } catch (IllegalArgumentException e) {
      throw new KeyFileException(
          file
              + " is no Ed25519 public key ("
              + e.getMessage()
              + "); give a PEM that begins with BEGIN PUBLIC KEY, or 32 raw bytes",
          e);
    }
  }

  /**
   * Writes a private key as PKCS#8 PEM, for the owner alone, and forces it to the disk.
   *
   * @throws KeyFileException when the file is there already or cannot be written
   */
  public static void writePrivate(Path file, SigningKey key) {
    write(file, KeyPem.of(key).getBytes(StandardCharsets.US_ASCII), "rw-------");
  }

  /** As {@link #writePrivate}, but as 32 raw bytes, the form that the AMOSKYS tools read. */
  public static void writeRawPrivate(Path file, SigningKey key) {
    write(file, key.seed(), "rw-------");
  }

  /**
   * Writes a public key as SubjectPublicKeyInfo PEM.
   *
   * @throws KeyFileException when the file is there already or cannot be written
   */
  public static void writePublic(Path file, VerifyingKey key) {
    write(file, KeyPem.of(key).getBytes(StandardCharsets.US_ASCII), "rw-r--r--");
  }

  /**
   * Refuses a file with a secret that others than its owner may read or write.
   *
   * @throws KeyFileException then, or when it cannot be looked at
   */
  public static void requirePrivate(Path file) {
    try {
      if (!isPosix(file)) {
        return;
      }
      Set<PosixFilePermission> found = Files.getPosixFilePermissions(file);
      if (found.stream().anyMatch(FORBIDDEN::contains)) {
        throw new KeyFileException(
            file
                + " is a private key that others than its owner may read or write ("
                + PosixFilePermissions.toString(found)
                + "); run: chmod 600 "
                + file);
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static byte[] read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new KeyFileException(file + " is too large for a key file");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static KeyFileException unreadable(Path file, IOException e) {
    return new KeyFileException("cannot read the key file " + file + ": " + e, e);
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  private static void write(Path file, byte[] content, String permissions) {
    FileAttribute<?>[] attributes =
        isPosix(file)
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
            }
            : new FileAttribute<?>[0];
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, attributes)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    } catch (FileAlreadyExistsException e) {
      throw new KeyFileException(
          file + " exists; a key is never written over: move it away or name another file", e);
    } catch (IOException e) {
      throw new KeyFileException("cannot write the key file " + file + ": " + e, e);
    }
  }
}
