package org.opennms.plugins.trunkline.wire;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Public keys in a directory: {@code AGENT.pem}, and for an agent with several keys {@code
 * AGENT/ANY.pem}. Read once; names of agents are never made into paths.
 */
public final class KeyDirectory implements KeyRing {
  private static final String SUFFIX = ".pem";

  private final Map<String, List<VerifyingKey>> keys;

  private KeyDirectory(Map<String, List<VerifyingKey>> keys) {
    this.keys = keys;
  }

  /**
   * Reads a directory.
   *
   * @throws KeyFileException when it cannot be read, or one of its files is no public key
   */
  public static KeyDirectory read(Path directory) {
    Map<String, List<VerifyingKey>> keys = new TreeMap<>();
    for (Path entry : entries(directory)) {
      String name = entry.getFileName().toString();
      if (Files.isDirectory(entry)) {
        entries(entry).stream().filter(KeyDirectory::isKey).forEach(f -> add(keys, name, f));
      } else if (isKey(entry)) {
        add(keys, name.substring(0, name.length() - SUFFIX.length()), entry);
      }
    }
    keys.replaceAll((agent, list) -> List.copyOf(list));
    return new KeyDirectory(keys);
  }

  @Override
  public List<VerifyingKey> keysOf(String agent) {
    return keys.getOrDefault(agent, List.of());
  }

  /** All keys by agent, sorted by name. */
  public Map<String, List<VerifyingKey>> all() {
    return Map.copyOf(keys);
  }

  private static boolean isKey(Path file) {
    return file.getFileName().toString().endsWith(SUFFIX) && !Files.isDirectory(file);
  }

  private static void add(Map<String, List<VerifyingKey>> keys, String agent, Path file) {
    VerifyingKey key = KeyFiles.readPublic(file);
    List<VerifyingKey> known = keys.computeIfAbsent(agent, a -> new ArrayList<>());
    if (!known.contains(key)) {
      known.add(key);
    }
  }

  private static List<Path> entries(Path directory) {
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      List<Path> entries = new ArrayList<>();
      stream.forEach(entries::add);
      entries.sort(null);
      return entries;
    } catch (IOException e) {
      throw new KeyFileException(
          "cannot read the directory of public keys "
              + directory
              + ": "
              + e
              + "; it holds AGENT.pem, or AGENT/ANY.pem where an agent has several",
          e);
    }
  }
}
