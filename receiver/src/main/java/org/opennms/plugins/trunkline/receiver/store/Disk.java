package org.opennms.plugins.trunkline.receiver.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes files. A seam for tests that want a disk that is full, or loses what was not forced. */
interface Disk {
  /** Opens a file for writing and makes it where it is not there. */
  Output open(Path file) throws IOException;

  /** Makes a directory's entries durable. */
  void forceDirectory(Path directory) throws IOException;

  /** One file. */
  interface Output extends Closeable {
    void write(ByteBuffer bytes, long position) throws IOException;

    void truncate(long size) throws IOException;

    void force() throws IOException;
  }

  /** The real one. */
  static Disk real() {
    return new Disk() {
      @Override
      public Output open(Path file) throws IOException {
        return new ChannelOutput(
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
      }

      @Override
      public void forceDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
          channel.force(true);
        }
      }
    };
  }

  /** An output over a channel. */
  record ChannelOutput(FileChannel channel) implements Output {
    @Override
    public void write(ByteBuffer bytes, long position) throws IOException {
      long at = position;
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
    }

    @Override
    public void truncate(long size) throws IOException {
      channel.truncate(size);
    }

    @Override
    public void force() throws IOException {
      channel.force(false);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
