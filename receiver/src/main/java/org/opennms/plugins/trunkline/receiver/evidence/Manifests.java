package org.opennms.plugins.trunkline.receiver.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.wire.Finding;
import org.opennms.plugins.trunkline.wire.Finding.Kind;
import org.opennms.plugins.trunkline.wire.KeyRing;

/**
 * Checks the lists that a sender writes beside its files: {@code manifest-DAY.json} names each
 * finished file with its SHA-256, and the list before; {@code .sig} beside it is the signature over
 * its bytes.
 */
final class Manifests {
  private final Path directory;
  private final KeyRing keys;
  private final List<Finding> found = new ArrayList<>();

  Manifests(Path directory, KeyRing keys) {
    this.directory = directory;
    this.keys = keys;
  }

  List<Finding> findings() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path list : files.filter(f -> name(f).matches("manifest-.*\\.json")).sorted().toList()) {
        check(list);
      }
    }
    return found;
  }

  private void check(Path list) throws IOException {
    byte[] bytes = Files.readAllBytes(list);
    JsonNode content;
    try {
      content = new ObjectMapper().readTree(bytes);
    } catch (IOException e) {
      add(list, "", "It is not JSON.");
      return;
    }
    String agent = content.path("agent").asText();
    if (!isSigned(list, bytes, agent)) {
      add(list, agent, "Its signature is not that of agent \"" + agent + "\" over it.");
      return;
    }
    content.path("files").forEach(entry -> compare(list, agent, entry));
    if (content.path("previous").has("file")) {
      compare(list, agent, content.path("previous"));
    }
  }

  private boolean isSigned(Path list, byte[] bytes, String agent) throws IOException {
    try {
      byte[] signature = Files.readAllBytes(list.resolveSibling(name(list) + ".sig"));
      return keys.keysOf(agent).stream().anyMatch(k -> k.verify(bytes, signature));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private void compare(Path list, String agent, JsonNode entry) {
    String file = Path.of(entry.path("file").asText()).getFileName().toString();
    try {
      if (!Exhibit.of(directory.resolve(file)).sha256().equals(entry.path("sha256").asText())) {
        add(list, agent, file + " is not what it was when the list was signed.");
      }
    } catch (IOException e) {
      add(list, agent, file + " is listed, and not there.");
    }
  }

  private void add(Path list, String agent, String detail) {
    found.add(new Finding(Kind.MANIFEST, name(list), agent, detail));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
