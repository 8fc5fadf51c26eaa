package org.opennms.plugins.trunkline.sandbox.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Edits a Karaf configuration file key by key, as an operator would with an editor: comments and
 * other keys stay.
 *
 * <p>Entries may run over several lines that end in a backslash. Values are written as they are
 * given.
 */
final class ConfigFile {

  private ConfigFile() {}

  /**
   * Sets each key, in place of its old entry where there is one; makes the file if it is not there.
   */
  static void set(Path file, Map<String, String> values) throws IOException {
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    for (Map.Entry<String, String> value : values.entrySet()) {
      lines = with(lines, value.getKey(), value.getValue());
    }
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }

  private static List<String> with(List<String> lines, String key, String value) {
    List<String> result = new ArrayList<>();
    boolean dropping = false;
    for (String line : lines) {
      dropping = dropping || isEntryOf(line, key);
      if (!dropping) {
        result.add(line);
      }
      dropping = dropping && line.endsWith("\\");
    }
    result.add(key + " = " + value);
    return result;
  }

  private static boolean isEntryOf(String line, String key) {
    String text = line.strip();
    return text.startsWith(key) && text.substring(key.length()).strip().startsWith("=");
  }
}
