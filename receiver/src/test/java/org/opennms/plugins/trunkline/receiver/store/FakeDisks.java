package org.opennms.plugins.trunkline.receiver.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Disks that are slow, small or forgetful. */
final class FakeDisks {
  private FakeDisks() {}

  /** Waits at each force until it may go on. */
  static final class SlowDisk implements Disk {
    final Semaphore begun = new Semaphore(0);
    final Semaphore goOn = new Semaphore(1);

    @Override
    public Output open(Path file) throws IOException {
      Output real = Disk.real().open(file);
      return new Output() {
        @Override
        public void write(ByteBuffer bytes, long position) throws IOException {
          real.write(bytes, position);
        }

        @Override
        public void truncate(long size) throws IOException {
          real.truncate(size);
        }

        @Override
        public void force() throws IOException {
          goOn.acquireUninterruptibly();
          begun.release();
          real.force();
        }

        @Override
        public void close() throws IOException {
          real.close();
        }
      };
    }

    @Override
    public void forceDirectory(Path where) throws IOException {
      Disk.real().forceDirectory(where);
    }
  }

  /** Has room for so many bytes, and writes what fits before it fails, as a real one does. */
  static final class SmallDisk implements Disk {
    final AtomicLong room;

    SmallDisk(long room) {
      this.room = new AtomicLong(room);
    }

    @Override
    public Output open(Path file) throws IOException {
      Output real = Disk.real().open(file);
      return new Output() {
        @Override
        public void write(ByteBuffer bytes, long position) throws IOException {
          int wanted = bytes.remaining();
          if (wanted > room.get()) {
            bytes.limit(bytes.position() + room.intValue());
            real.write(bytes, position);
            throw new IOException("No space left on device");
          }
          real.write(bytes, position);
          room.addAndGet(-wanted);
        }

        @Override
        public void truncate(long size) throws IOException {
          real.truncate(size);
        }

        @Override
        public void force() throws IOException {
          real.force();
        }

        @Override
        public void close() throws IOException {
          real.close();
        }
      };
    }

    @Override
    public void forceDirectory(Path where) {}
  }

  /**
   * Keeps writes to itself until they are forced: what is on the real disk is what would be left.
   */
  static final class ForgetfulDisk implements Disk {
    private int open;

    @Override
    public Output open(Path file) throws IOException {
      Output real = Disk.real().open(file);
      record Write(ByteString bytes, long position) {}
      List<Write> unforced = new ArrayList<>();
      return new Output() {
        @Override
        public void write(ByteBuffer bytes, long position) {
          unforced.add(new Write(ByteString.copyFrom(bytes), position));
          open++;
        }

        @Override
        public void truncate(long size) throws IOException {
          real.truncate(size);
        }

        @Override
        public void force() throws IOException {
          for (Write write : unforced) {
            real.write(write.bytes().asReadOnlyByteBuffer(), write.position());
          }
          open -= unforced.size();
          unforced.clear();
        }

        @Override
        public void close() throws IOException {
          real.close();
        }
      };
    }

    @Override
    public void forceDirectory(Path where) {}

    void assertNothingIsOpen() {
      assertThat(open).isZero();
    }
  }
}
