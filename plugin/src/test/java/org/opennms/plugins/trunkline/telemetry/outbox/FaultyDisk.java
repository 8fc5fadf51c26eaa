package org.opennms.plugins.trunkline.telemetry.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file layer of H2, {@code faulty:/path}, that keeps apart what was forced and what was only
 * written, and can run out of space. A power cut leaves what was forced, and of each 512-byte
 * sector written since then either the old or the new content, by chance.
 */
public final class FaultyDisk extends FilePathWrapper {
  static final String PREFIX = "faulty:";
  private static final int SECTOR = 512;
  private static final Map<String, Disk> DISKS = new ConcurrentHashMap<>();

  /** What H2 makes one of by itself. */
  public FaultyDisk() {}

  static Disk disk(Path file) {
    FilePath.register(new FaultyDisk());
    return DISKS.computeIfAbsent(file.toString(), name -> new Disk());
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(getBase().open(mode), DISKS.get(getBase().toString()));
  }

  /** One write that was not forced yet: where, what was there, what is there. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Write(long at, byte[] before, byte[] now) {}

  /** What a disk has, and what it only promised. */
  static final class Disk {
    private final List<Write> unforced = new ArrayList<>();
    private long lengthForced;
    private long spaceLeft = Long.MAX_VALUE;
    private boolean off;
    private int writesLeft = Integer.MAX_VALUE;
    private int forces;

    synchronized void fill() {
      spaceLeft = 0;
    }

    synchronized void space(long bytes) {
      spaceLeft = bytes;
    }

    synchronized int forces() {
      return forces;
    }

    /** The power fails with the write after so many. */
    synchronized void cutAfter(int writes) {
      writesLeft = writes;
    }

    /** Counts a write; whether the power is off by now. */
    synchronized boolean fails() {
      if (writesLeft-- == 0) {
        off = true;
      }
      return off;
    }

    synchronized boolean isOff() {
      return off;
    }

    /** The power fails now: nothing more is written. */
    synchronized void cut() {
      off = true;
    }

    /** The file as it is found when the power is back. */
    synchronized void restore(Path file, Random chance, boolean tear) throws IOException {
      try (FileChannel channel = FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
        for (int i = unforced.size() - 1; i >= 0; i--) {
          Write write = unforced.get(i);
          channel.write(ByteBuffer.wrap(write.before()), write.at());
        }
        channel.truncate(lengthForced);
        if (tear) {
          for (Write write : unforced) {
            tear(channel, write, chance);
          }
        }
      }
      unforced.clear();
      lengthForced = Files.size(file);
      off = false;
      writesLeft = Integer.MAX_VALUE;
    }

    private static void tear(FileChannel channel, Write write, Random chance) throws IOException {
      for (int from = 0; from < write.now().length; from += SECTOR) {
        if (chance.nextBoolean()) {
          int length = Math.min(SECTOR, write.now().length - from);
          channel.write(ByteBuffer.wrap(write.now(), from, length), write.at() + from);
        }
      }
    }
  }

  private static final class Channel extends FileBaseDefault {
    private final FileChannel base;
    private final Disk disk;

    Channel(FileChannel base, Disk disk) {
      this.base = base;
      this.disk = disk;
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
      return base.read(target, position);
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
      synchronized (disk) {
        if (disk.fails()) {
          throw new IOException("The power is off");
        }
        int length = source.remaining();
        long grown = Math.max(0, position + length - base.size());
        if (grown > disk.spaceLeft) {
          throw new IOException("No space left on device");
        }
        disk.spaceLeft -= disk.spaceLeft == Long.MAX_VALUE ? 0 : grown;
        byte[] before = new byte[length];
        base.read(ByteBuffer.wrap(before), position);
        byte[] now = new byte[length];
        source.duplicate().get(now);
        disk.unforced.add(new Write(position, before, now));
        return base.write(source, position);
      }
    }

    @Override
    public void force(boolean metaData) throws IOException {
      synchronized (disk) {
        if (disk.off) {
          throw new IOException("The power is off");
        }
        disk.unforced.clear();
        disk.lengthForced = base.size();
        disk.forces++;
      }
    }

    @Override
    public long size() throws IOException {
      return base.size();
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      synchronized (disk) {
        if (disk.fails()) {
          throw new IOException("The power is off");
        }
        long length = base.size();
        if (size >= length) {
          return;
        }
        // As a write of nothing over what is cut off, so that it can be undone.
        byte[] before = new byte[(int) (length - size)];
        base.read(ByteBuffer.wrap(before), size);
        disk.unforced.add(new Write(size, before, new byte[0]));
        base.truncate(size);
      }
    }

    @Override
    protected void implCloseChannel() throws IOException {
      base.close();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return base.tryLock(position, size, shared);
    }
  }
}
