package org.opennms.plugins.trunkline.receiver.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a store to one process: a lock on the file {@code lock} in its directory. */
public final class StoreLock implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(StoreLock.class);
  private static final String FILE = "lock";

  private final FileChannel channel;

  private StoreLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws IOException when another has it
   */
  static StoreLock take(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new StoreLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      LOG.debug("Open in this very process", e);
    }
    channel.close();
    throw new IOException(
        "the store " + directory + " is in use by another receiver; stop that one first");
  }

  /** Whether a receiver uses the store of a directory now; no where that cannot be told. */
  public static boolean isHeld(Path directory) {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      LOG.debug("Cannot ask for the lock of {}", directory, e);
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
