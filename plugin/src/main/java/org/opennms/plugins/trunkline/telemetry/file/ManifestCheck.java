package org.opennms.plugins.trunkline.telemetry.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.config.Formats;
import org.opennms.plugins.trunkline.wire.VerifyingKey;

/**
 * Checks the signed lists of a directory of envelope files: each list's signature, the files that
 * it names, and the list before that it names. One use.
 */
public final class ManifestCheck {
  private static final ObjectMapper JSON = Formats.json().build();

  private static final int DAY = "yyyy-MM-dd".length();

  private final Path directory;
  private final List<VerifyingKey> keys;
  private final List<String> findings = new ArrayList<>();

  /**
   * Over a directory.
   *
   * @param keys any of which may have signed
   */
  public ManifestCheck(Path directory, List<VerifyingKey> keys) {
    this.directory = directory;
    this.keys = List.copyOf(keys);
  }

  /**
   * What is wrong, one sentence each, in the order of days; empty when all is as it was left.
   *
   * @throws IOException when the directory or a file cannot be read
   */
  public List<String> findings() throws IOException {
    String oldest = oldestDay();
    for (Path list : lists()) {
      // Files of days before the oldest there is were deleted after their retention.
      boolean expired = day(list).compareTo(oldest) < 0;
      check(list, expired);
    }
    return findings;
  }

  private String oldestDay() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(f -> f.toString().endsWith(EnvelopeFile.SUFFIX))
          .map(ManifestCheck::day)
          .min(String::compareTo)
          .orElse("");
    }
  }

  // Of telemetry-DAYThhmmss and of manifest-DAY alike.
  private static String day(Path file) {
    String name = file.getFileName().toString();
    int begin = name.indexOf('-') + 1;
    return name.substring(begin, Math.min(name.length(), begin + DAY));
  }

  private List<Path> lists() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(f -> f.getFileName().toString().matches("manifest-.*\\.json"))
          .sorted()
          .toList();
    }
  }

  private void check(Path list, boolean expired) throws IOException {
    byte[] bytes = Files.readAllBytes(list);
    String name = list.getFileName().toString();
    Path signature = list.resolveSibling(name + ".sig");
    if (!Files.exists(signature)) {
      findings.add(name + ": its signature, " + name + ".sig, is missing");
      return;
    }
    byte[] signed = Files.readAllBytes(signature);
    if (keys.stream().noneMatch(k -> k.verify(bytes, signed))) {
      findings.add(name + ": was altered, or was signed with none of our keys");
      return;
    }
    try {
      JsonNode content = JSON.readTree(bytes);
      if (!expired) {
        for (JsonNode file : content.path("files")) {
          compare(name, file);
        }
      }
      if (content.path("previous").has("file")) {
        compare(name, content.path("previous"));
      }
    } catch (JsonProcessingException e) {
      findings.add(name + ": is no list of ours");
    }
  }

  private void compare(String list, JsonNode listed) throws IOException {
    String name = listed.path("file").asText();
    // Only what lies here: a list that names other places is not followed.
    Path file = directory.resolve(Path.of(name).getFileName());
    if (!Files.exists(file)) {
      findings.add(name + ": is listed in " + list + " and missing");
    } else if (!Manifest.sha256(file).equals(listed.path("sha256").asText())) {
      findings.add(name + ": is not as " + list + " says that it was left");
    }
  }
}
