package org.opennms.plugins.trunkline.receiver.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The segment files of a directory by their first offset. Safe for use by many threads. */
public final class Segments {
  private static final String PREFIX = "envelopes-";
  private static final String SUFFIX = ".log";
  private static final Pattern NAME =
      Pattern.compile(PREFIX + "(\\d{1,19})" + Pattern.quote(SUFFIX));

  private final Path directory;
  private final NavigableMap<Long, Path> files = new ConcurrentSkipListMap<>();

  private Segments(Path directory) {
    this.directory = directory;
  }

  /**
   * Lists a directory.
   *
   * @throws IOException when it cannot be read
   */
  public static Segments list(Path directory) throws IOException {
    Segments segments = new Segments(directory);
    try (DirectoryStream<Path> stream =
        Files.newDirectoryStream(directory, PREFIX + "*" + SUFFIX)) {
      for (Path file : stream) {
        firstOffset(file).ifPresent(first -> segments.files.put(first, file));
      }
    }
    return segments;
  }

  /** The first offset that a file's name tells; empty when it is not the name of a segment. */
  static OptionalLong firstOffset(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    try {
      return name.matches() ? OptionalLong.of(Long.parseLong(name.group(1))) : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** Whether a file has the name of a segment. */
  public static boolean isNamedSegment(Path file) {
    return firstOffset(file).isPresent();
  }

  /** The files, the oldest first. */
  public List<Path> paths() {
    return new ArrayList<>(files.values());
  }

  /** The file that begins behind an offset, if there is one. */
  public Optional<Path> after(long offset) {
    return Optional.ofNullable(files.higherEntry(offset)).map(Map.Entry::getValue);
  }

  Path directory() {
    return directory;
  }

  NavigableMap<Long, Path> byFirstOffset() {
    return files;
  }

  /** Names the file whose first record will have this offset, and adds it. */
  Path add(long firstOffset) {
    Path file =
        directory.resolve(String.format(Locale.ROOT, "%s%019d%s", PREFIX, firstOffset, SUFFIX));
    files.put(firstOffset, file);
    return file;
  }

  /**
   * The file in which an offset lies, with its first offset; the first file for an older offset.
   */
  Map.Entry<Long, Path> holding(long offset) {
    Map.Entry<Long, Path> found = files.floorEntry(offset);
    return found == null ? files.firstEntry() : found;
  }
}
