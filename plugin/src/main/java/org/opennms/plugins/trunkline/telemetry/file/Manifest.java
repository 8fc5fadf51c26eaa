package org.opennms.plugins.trunkline.telemetry.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.config.Formats;
import org.opennms.plugins.trunkline.wire.Signer;

/**
 * A day's list of finished files, {@code manifest-DAY.json}: name, length and SHA-256 of each, and
 * the manifest before, so that a removed file or day shows. Signed: {@code manifest-DAY.json.sig}
 * holds the 64 bytes of the Ed25519 signature over the list's bytes. Stateless.
 */
final class Manifest {
  private static final ObjectMapper JSON =
      Formats.json().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final int BUFFER = 1 << 16;

  private Manifest() {}

  /** Writes the list of a day's files. */
  static void write(Path directory, LocalDate day, String agent, Signer signer) throws IOException {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("agent", agent);
    list.put("day", day.toString());
    list.put("keyId", signer.verifyingKey().keyId());
    list.put("previous", previous(directory, day));
    List<Map<String, Object>> files = new ArrayList<>();
    for (Path file : filesOf(directory, day)) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("file", file.getFileName().toString());
      entry.put("bytes", Files.size(file));
      entry.put("sha256", sha256(file));
      files.add(entry);
    }
    list.put("files", files);
    byte[] json = JSON.writeValueAsBytes(list);
    replace(directory.resolve(name(day)), json);
    replace(directory.resolve(name(day) + ".sig"), signer.sign(json));
  }

  /** The names in a day's list; empty where there is none that can be read. */
  static Set<String> listed(Path directory, LocalDate day) throws IOException {
    Path list = directory.resolve(name(day));
    if (!Files.exists(list)) {
      return Set.of();
    }
    try {
      Set<String> names = new HashSet<>();
      JSON.readTree(list.toFile()).path("files").forEach(f -> names.add(f.path("file").asText()));
      return names;
    } catch (JsonProcessingException e) {
      // A list that cannot be read lists nothing; it is written anew.
      return Set.of();
    }
  }

  private static List<Path> filesOf(Path directory, LocalDate day) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("telemetry-" + day))
          .filter(f -> f.toString().endsWith(EnvelopeFile.SUFFIX))
          .sorted()
          .toList();
    }
  }

  private static Map<String, String> previous(Path directory, LocalDate day) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> before =
          files
              .filter(f -> f.getFileName().toString().matches("manifest-.*\\.json"))
              .filter(f -> f.getFileName().toString().compareTo(name(day)) < 0)
              .sorted()
              .toList();
      if (before.isEmpty()) {
        return Map.of();
      }
      Path last = before.get(before.size() - 1);
      Map<String, String> entry = new LinkedHashMap<>();
      entry.put("file", last.getFileName().toString());
      entry.put("sha256", sha256(last));
      return entry;
    }
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    EnvelopeFile.forceDirectory(file.toAbsolutePath().getParent());
  }

  static String name(LocalDate day) {
    return "manifest-" + day + ".json";
  }

  static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
