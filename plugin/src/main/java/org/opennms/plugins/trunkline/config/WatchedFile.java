package org.opennms.plugins.trunkline.config;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that an operator edits while we run. A bad edit leaves the last good value in force.
 * Thread-safe; the value is read without waiting.
 *
 * @param <T> what the file is read into, immutable
 */
public final class WatchedFile<T> {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);
  private static final long MOST_BYTES = 16L << 20;

  private final Path path;
  private final String name;
  private final Function<String, ConfigReading<T>> reader;
  private final T whenAbsent;
  private volatile T value;
  private volatile List<Problem> problems = List.of();
  private Stamp seen = new Stamp(FileTime.fromMillis(-1), -1);

  private record Stamp(FileTime modified, long size) {}

  /**
   * Not read yet: the value is the one for an absent file.
   *
   * @param path the file; it need not exist
   * @param name as operators know it, for problems
   * @param reader turns text into a value, must not throw on bad input
   * @param whenAbsent in force while there is no file
   */
  public WatchedFile(
      Path path, String name, Function<String, ConfigReading<T>> reader, T whenAbsent) {
    this.path = path;
    this.name = name;
    this.reader = reader;
    this.whenAbsent = whenAbsent;
    this.value = whenAbsent;
  }

  /** As operators know it. */
  public String name() {
    return name;
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** In force now. */
  public T value() {
    return value;
  }

  /** Why the file as it is now is not in force; empty when it is. */
  public List<Problem> problems() {
    return problems;
  }

  /** Reads the file as it is now, without putting it in force. Blocks on the disk. */
  public ConfigReading<T> read() {
    try {
      if (Files.size(path) > MOST_BYTES) {
        return refused("is larger than " + (MOST_BYTES >> 20) + " MiB", "Shorten it.");
      }
      return reader.apply(Files.readString(path));
    } catch (NoSuchFileException e) {
      return new ConfigReading<>(Optional.of(whenAbsent), List.of(), List.of());
    } catch (MalformedInputException e) {
      return refused("is not UTF-8 text", "Save it as UTF-8.");
    } catch (IOException e) {
      return refused("cannot be read: " + e, "Check its owner and permissions.");
    }
  }

  /**
   * Puts the file in force if it changed since the last call and is sound. Blocks on the disk.
   *
   * @return whether there is a new value
   */
  public synchronized boolean refresh() {
    Stamp now = stamp();
    if (now.equals(seen)) {
      return false;
    }
    seen = now;
    ConfigReading<T> reading = read();
    problems = reading.problems();
    problems.forEach(p -> LOG.warn("{} stays as it was: {}", name, p));
    reading.value().filter(v -> reading.problems().isEmpty()).ifPresent(v -> value = v);
    return problems.isEmpty();
  }

  private ConfigReading<T> refused(String what, String remedy) {
    Problem problem = new Problem(name, 0, "file", what, remedy);
    return new ConfigReading<>(Optional.empty(), List.of(problem), List.of());
  }

  private Stamp stamp() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return new Stamp(attributes.lastModifiedTime(), attributes.size());
    } catch (IOException e) {
      return new Stamp(FileTime.fromMillis(0), 0);
    }
  }
}
