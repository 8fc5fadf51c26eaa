package org.opennms.plugins.trunkline.snmp.mib;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.snmp.mib.smi.MibProblem;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiFile;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiReader;

/**
 * Reads the operator's MIB directory and its folders, by name, within limits. Anything may lie
 * there; every file gives modules or problems. Stateless.
 */
final class MibDirectory {
  /** The largest published modules are below 6 MB. */
  static final int MAX_FILE_OCTETS = 16 << 20;

  /** All files together. */
  static final long MAX_OCTETS = 256L << 20;

  /** Definitions of all files together: some 100 MB of heap. */
  static final int MAX_DEFINITIONS = 250_000;

  private static final int MAX_FILES = 10_000;
  private static final int MAX_DEPTH = 4;

  private final Path directory;
  private final List<SmiFile> files = new ArrayList<>();
  private long octets;
  private long definitions;

  private MibDirectory(Path directory) {
    this.directory = directory;
  }

  /** What each file gave; nothing where there is no directory. */
  static List<SmiFile> read(Path directory) {
    MibDirectory reading = new MibDirectory(directory);
    if (Files.isDirectory(directory)) {
      reading.readAll();
    }
    return List.copyOf(reading.files);
  }

  private void readAll() {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(directory, MAX_DEPTH)) {
      paths =
          walk.filter(path -> !path.getFileName().toString().startsWith("."))
              .filter(Files::isRegularFile)
              .limit(MAX_FILES + 1L)
              .sorted()
              .toList();
    } catch (IOException | UncheckedIOException e) {
      problem(MibProblem.Kind.UNREADABLE, "", "the directory cannot be read: " + e.getMessage());
      return;
    }
    if (paths.size() > MAX_FILES) {
      problem(MibProblem.Kind.TOO_LARGE, "", "there are more than " + MAX_FILES + " files");
    }
    paths.stream().limit(MAX_FILES).forEach(this::readFile);
  }

  private void readFile(Path path) {
    String name = directory.relativize(path).toString();
    byte[] content;
    try (InputStream in = Files.newInputStream(path)) {
      content = in.readNBytes(MAX_FILE_OCTETS + 1);
    } catch (IOException e) {
      problem(MibProblem.Kind.UNREADABLE, name, "the file cannot be read: " + e.getMessage());
      return;
    }
    octets += content.length;
    if (content.length > MAX_FILE_OCTETS) {
      problem(MibProblem.Kind.TOO_LARGE, name, "the file is larger than 16 MiB");
    } else if (octets > MAX_OCTETS || definitions > MAX_DEFINITIONS) {
      problem(MibProblem.Kind.TOO_LARGE, name, "the files before it fill the limits already");
    } else if (isBinary(content)) {
      problem(MibProblem.Kind.UNREADABLE, name, "the file holds binary data");
    } else {
      add(SmiReader.read(name, text(content)));
    }
  }

  private void add(SmiFile file) {
    files.add(file);
    definitions +=
        file.modules().stream()
            .mapToLong(module -> module.symbols().size() + module.types().size())
            .sum();
  }

  private static boolean isBinary(byte[] content) {
    for (byte octet : content) {
      if (octet == 0) {
        return true;
      }
    }
    return false;
  }

  /** UTF-8, or ISO 8859-1 where it is not. */
  private static String text(byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      return new String(content, StandardCharsets.ISO_8859_1);
    }
  }

  private void problem(MibProblem.Kind kind, String file, String what) {
    String name = file.isEmpty() ? directory.getFileName().toString() : file;
    files.add(new SmiFile(List.of(), List.of(new MibProblem(kind, name, 0, "", what))));
  }
}
