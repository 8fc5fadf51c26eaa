package org.opennms.plugins.trunkline.receiver.bus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.wire.KeyDirectory;
import org.opennms.plugins.trunkline.wire.KeyFileException;
import org.opennms.plugins.trunkline.wire.KeyFiles;
import org.opennms.plugins.trunkline.wire.KeyRing;
import org.opennms.plugins.trunkline.wire.VerifyingKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agents' public keys, as the directory holds them now. A file put there, changed or taken away
 * counts from the next {@link #refresh()} on; while one of them is bad, the last good state stays.
 * Safe for use by many threads.
 */
final class AgentKeys implements KeyRing {
  private static final Logger LOG = LoggerFactory.getLogger(AgentKeys.class);

  /** Names that may become a directory's. */
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

  private final Path directory;
  private volatile KeyDirectory current;
  private Map<Path, String> state;
  private String problem = "";

  /**
   * @throws KeyFileException when the directory or one of its keys cannot be read
   */
  AgentKeys(Path directory) {
    this.directory = directory;
    this.state = look();
    this.current = KeyDirectory.read(directory);
  }

  @Override
  public List<VerifyingKey> keysOf(String agent) {
    return current.keysOf(agent);
  }

  /** How many agents have a key. */
  int agents() {
    return current.all().size();
  }

  /** Reads the directory again when something in it changed. */
  synchronized void refresh() {
    Map<Path, String> now = look();
    if (now.equals(state)) {
      return;
    }
    state = now;
    try {
      current = KeyDirectory.read(directory);
      problem = "";
      LOG.info("Read the public keys of {} agents from {}", agents(), directory);
    } catch (KeyFileException e) {
      if (!problem.equals(e.getMessage())) {
        problem = e.getMessage();
        LOG.error("The public keys stay as they were: {}", problem);
      }
    }
  }

  /**
   * Adds a key that the agent announced, as a file, so that it is known after a restart too.
   *
   * @return false when it could not be written, which a later try may mend
   */
  synchronized boolean add(String agent, VerifyingKey key) {
    if (keysOf(agent).contains(key)) {
      return true;
    }
    if (!PLAIN_NAME.matcher(agent).matches()) {
      LOG.warn("An agent whose name cannot be a directory's announced {}; add it by hand", key);
      return true;
    }
    try {
      Path own = Files.createDirectories(directory.resolve(agent));
      KeyFiles.writePublic(own.resolve(key.keyId() + ".pem"), key);
      LOG.info("Agent {} announced {}; it lies in {} now", agent, key, own);
      refresh();
      return true;
    } catch (IOException | KeyFileException e) {
      LOG.error("Cannot keep {} that agent {} announced; the agent is told to wait", key, agent, e);
      return false;
    }
  }

  /** Path, time and size of all files, which tell whether anything changed. */
  private Map<Path, String> look() {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory, 2)) {
      all.filter(Files::isRegularFile).forEach(f -> files.put(f, stamp(f)));
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("A file vanished while the directory was listed", e);
    }
    return files;
  }

  private static String stamp(Path file) {
    try {
      return Files.getLastModifiedTime(file) + " " + Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
