package org.opennms.plugins.trunkline.receiver.bus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** A file system in memory with little room, mounted on a directory; needs the rights to mount. */
final class SmallFileSystem implements AutoCloseable {
  private final Path directory;

  private SmallFileSystem(Path directory) {
    this.directory = directory;
  }

  static SmallFileSystem mount(Path directory, int bytes) throws IOException {
    String options = "size=" + bytes;
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", options, "tmpfs", directory.toString()),
        "A small file system cannot be mounted here; it takes root.");
    return new SmallFileSystem(directory);
  }

  void resize(int bytes) throws IOException {
    if (!run("mount", "-o", "remount,size=" + bytes, directory.toString())) {
      throw new IOException("cannot resize " + directory);
    }
  }

  @Override
  public void close() throws IOException {
    if (!run("umount", directory.toString())) {
      throw new IOException("cannot unmount " + directory);
    }
  }

  private static boolean run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
