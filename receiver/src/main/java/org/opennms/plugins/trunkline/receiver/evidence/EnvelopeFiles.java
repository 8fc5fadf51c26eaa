package org.opennms.plugins.trunkline.receiver.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.receiver.store.SegmentReader;
import org.opennms.plugins.trunkline.receiver.store.Segments;

/**
 * Reads envelopes from files, whatever kind they are: segments of a receiver's store ({@code
 * envelopes-N.log}), or the sender's files of envelopes with their length before each as a varint
 * ({@code *.envelopes}). Not thread-safe.
 */
public final class EnvelopeFiles {
  private final EnvelopeVisitor visitor;
  private final SegmentFiles segments;

  public EnvelopeFiles(EnvelopeVisitor visitor) {
    this.visitor = visitor;
    this.segments = new SegmentFiles(visitor);
  }

  /**
   * The files that a path stands for: itself, or a directory's, in the order of their names.
   *
   * @throws IOException when it is not there, or holds none
   */
  public static List<Path> of(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      if (!Files.exists(path)) {
        throw new IOException(path + " is not there");
      }
      return List.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      List<Path> files = new ArrayList<>(entries.filter(EnvelopeFiles::holdsEnvelopes).toList());
      files.sort(null);
      if (files.isEmpty()) {
        throw new IOException(path + " holds neither envelopes-*.log nor *.envelopes");
      }
      return files;
    }
  }

  /** Whether a file is one of a store. */
  public static boolean isSegment(Path file) throws IOException {
    return SegmentReader.isSegment(file);
  }

  /** Reads a file to its end, over damage. */
  public void read(Path file) throws IOException {
    read(file, Long.MAX_VALUE);
  }

  /** Reads a file as if it ended at a length, over damage. */
  public void read(Path file, long limit) throws IOException {
    if (isSegment(file)) {
      segments.read(file, limit);
    } else {
      segments.forget();
      DelimitedFile.read(file, visitor, limit);
    }
  }

  private static boolean holdsEnvelopes(Path file) {
    return Files.isRegularFile(file)
        && (file.getFileName().toString().endsWith(".envelopes") || Segments.isNamedSegment(file));
  }

  static String place(String file, String where) {
    return file + ", " + where;
  }
}
