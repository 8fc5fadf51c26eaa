package org.opennms.plugins.trunkline.snmp.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.snmp.mib.MibLibrary;
import org.opennms.plugins.trunkline.snmp.mib.MibTree;

/**
 * The MIB library, made when it is first wanted and read again when its directory has changed.
 * Thread-safe.
 */
public final class MibShelf {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int MOST_FILES = 10_001;
  private static final int DEPTH = 4;

  private final Path directory;
  private final Executor blocking;
  private List<Stamp> read = List.of();
  private volatile MibLibrary library;

  private record Stamp(Path file, long size, FileTime changed) {}

  /**
   * Reads nothing yet.
   *
   * @param directory the operator's; need not exist
   * @param blocking does the reading, seconds at a time
   */
  public MibShelf(Path directory, Executor blocking) {
    this.directory = directory;
    this.blocking = blocking;
  }

  /** The directory. */
  public Path directory() {
    return directory;
  }

  /**
   * Reads the directory if it has changed, on the caller's thread: a job's.
   *
   * @return one line for the operator
   */
  public String refresh() {
    return describe(read(false));
  }

  /** The names in force; waits for the first reading only. */
  MibTree tree() {
    return library(false).tree();
  }

  /** The library, read again on request. */
  MibLibrary library(boolean reload) {
    MibLibrary known = library;
    if (known != null && !reload) {
      return known;
    }
    return Patience.await(
        CompletableFuture.supplyAsync(() -> read(reload), blocking), LONGEST, "reading the MIBs");
  }

  private synchronized MibLibrary read(boolean always) {
    List<Stamp> now = stamps();
    boolean first = library == null;
    MibLibrary current = first ? new MibLibrary(directory, Runnable::run) : library;
    if (always || first || !now.equals(read)) {
      current.reload().join();
      read = now;
      library = current;
    }
    return current;
  }

  private List<Stamp> stamps() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory, DEPTH)) {
      return files
          .filter(Files::isRegularFile)
          .limit(MOST_FILES)
          .sorted()
          .map(this::stamp)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      // The library's report says why it cannot be read.
      return List.of();
    }
  }

  private Stamp stamp(Path file) {
    try {
      return new Stamp(file, Files.size(file), Files.getLastModifiedTime(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String describe(MibLibrary library) {
    return library.report().modules().size()
        + " modules, "
        + library.report().problems().size()
        + " problems";
  }
}
