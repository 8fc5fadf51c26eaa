package org.opennms.plugins.trunkline.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.inventory.StateStore;

/** One context of a store whose documents are files, so that they take no memory. */
final class DirectoryStore implements StateStore {
  private final Path directory;

  /** A context of the store in a directory. */
  DirectoryStore(Path store, String context) {
    try {
      directory = Files.createDirectories(store.resolve(context));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> all() {
    Map<String, String> documents = new HashMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        documents.put(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return documents;
  }

  @Override
  public void put(String key, String json) {
    try {
      Files.writeString(file(key), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void delete(String key) {
    try {
      Files.deleteIfExists(file(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String key) {
    return directory.resolve(URLEncoder.encode(key, StandardCharsets.UTF_8));
  }

  /** Documents in a whole store, and their octets. */
  static long[] size(Path store) throws IOException {
    long[] size = new long[2];
    try (Stream<Path> files = Files.walk(store)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        size[0]++;
        size[1] += Files.size(file);
      }
    }
    return size;
  }
}
