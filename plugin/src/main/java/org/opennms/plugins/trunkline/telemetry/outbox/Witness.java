package org.opennms.plugins.trunkline.telemetry.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The chain's head beside the store, written after the store's is durable. It is never ahead of a
 * sound store, so that a head further on than the store's tells of damage, and lets the chain go on
 * where receivers have it. Not forced: after a loss of power it may be behind, which says nothing.
 * One thread.
 */
final class Witness implements AutoCloseable {
  private final FileChannel file;

  Witness(Path path) throws IOException {
    file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** The head that was written last; the start where none can be read. */
  static ChainHead read(Path path) throws IOException {
    try {
      return ChainHead.decode(Files.readAllBytes(path)).orElse(ChainHead.START);
    } catch (NoSuchFileException e) {
      return ChainHead.START;
    }
  }

  void write(ChainHead head) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(head.encode());
    while (bytes.hasRemaining()) {
      file.write(bytes, bytes.position());
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
