package org.opennms.plugins.trunkline.sandbox.network.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All recordings below a directory, always in the same order. */
public final class RecordingDirectory {
  private static final String ENDING = ".snmprec";

  private RecordingDirectory() {}

  /**
   * Reads every {@code .snmprec} file, sorted by path, so that the n-th recording is the same each
   * time.
   *
   * @throws IOException where the directory or a file cannot be read, or no recording is there
   */
  public static List<Recording> read(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new NoSuchFileException(directory.toString(), null, "no .snmprec file below it");
    }
    List<Recording> recordings = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    for (Path file : files) {
      recordings.add(SnmprecReader.read(file, label(directory, file, labels)));
    }
    return List.copyOf(recordings);
  }

  /** The file's name; with its directory before it where the name occurs twice. */
  private static String label(Path directory, Path file, Set<String> taken) {
    String name = file.getFileName().toString();
    String label = name.substring(0, name.length() - ENDING.length());
    if (!taken.add(label)) {
      String path = directory.relativize(file).toString();
      label = path.substring(0, path.length() - ENDING.length()).replace('/', '-');
      taken.add(label);
    }
    return label;
  }
}
