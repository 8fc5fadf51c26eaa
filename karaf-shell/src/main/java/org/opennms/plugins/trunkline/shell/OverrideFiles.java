package org.opennms.plugins.trunkline.shell;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.karaf.shell.support.CommandException;

/** Text files that an operator names, on the server. */
final class OverrideFiles {
  private static final long MOST_BYTES = 16L << 20;

  private OverrideFiles() {}

  /** The whole file, which must be UTF-8. */
  static String read(String name) throws CommandException {
    Path file = path(name);
    try {
      // A device or a pipe would be read for ever.
      if (!Files.isRegularFile(file)) {
        throw Refusal.of("'" + name + "' is no file.", "Give a file on the server.");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw Refusal.of("'" + name + "' has more than 16 MiB.", "Split it.");
      }
      return Files.readString(file);
    } catch (MalformedInputException e) {
      throw Refusal.of("'" + name + "' is not UTF-8 text.", "Save it as UTF-8.");
    } catch (IOException e) {
      throw Refusal.of("'" + name + "' cannot be read: " + e, "Check its owner and permissions.");
    }
  }

  /** A new file; one that exists stays as it is. */
  static void write(String name, String text) throws CommandException {
    Path file = path(name);
    try {
      // As bytes: a name may hold half a surrogate pair, which must not lose all others.
      Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw Refusal.of("'" + name + "' exists already.", "Give another name, or remove it.");
    } catch (IOException e) {
      throw Refusal.of("'" + name + "' cannot be written: " + e, "Give a directory that can.");
    }
  }

  private static Path path(String name) throws CommandException {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw Refusal.of("'" + name + "' is no path.", "Give a file on the server.");
    }
  }
}
