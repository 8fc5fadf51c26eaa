package org.opennms.plugins.trunkline.receiver.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that was looked at, named so that it can be told from any other.
 *
 * @param path as given
 * @param bytes its length
 * @param sha256 of its content, 64 hex digits
 */
public record Exhibit(Path path, long bytes, String sha256) {
  private static final int BUFFER = 1 << 16;

  /** Reads a file's length and digest. */
  public static Exhibit of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      long length = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        length += read;
      }
      return new Exhibit(file, length, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
