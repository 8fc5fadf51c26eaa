package org.opennms.plugins.trunkline.sandbox.network.metrics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The archive of one port, of fixed size, as RRDtool keeps it: a ring of a week of 5-minute means
 * and a ring of a month of hourly means.
 *
 * <p>Big-endian: the magic number, the end of the last fine slot in seconds since the epoch, then
 * the slots of both rings, {@value PortRates#COLUMNS} floats each. The slot of a time is the number
 * of its step since the epoch, modulo the ring's length.
 */
final class ArchiveFile {
  static final long MAGIC = 0x54524b4c41524331L;
  static final int FINE_SECONDS = 300;
  static final int FINE_SLOTS = 2016;
  static final int COARSE_SECONDS = 3600;
  static final int COARSE_SLOTS = 744;

  private static final int HEADER = 16;
  private static final int SLOT = 4 * PortRates.COLUMNS;
  private static final int COARSE_START = HEADER + FINE_SLOTS * SLOT;

  private final Path path;

  ArchiveFile(Path path) {
    this.path = path;
  }

  /** The rates of a step that ends at a time, in seconds since the epoch. */
  interface Rates {
    float[] of(long from, long to);
  }

  /** Writes the whole file; the last slots end at this time or before it. */
  void fill(long now, Rates rates) throws IOException {
    ByteBuffer file = ByteBuffer.allocate(COARSE_START + COARSE_SLOTS * SLOT);
    file.putLong(0, MAGIC);
    file.putLong(8, now / FINE_SECONDS * FINE_SECONDS);
    for (int back = 0; back < FINE_SLOTS; back++) {
      put(file, HEADER, FINE_SLOTS, FINE_SECONDS, now / FINE_SECONDS - back, rates);
    }
    for (int back = 0; back < COARSE_SLOTS; back++) {
      put(file, COARSE_START, COARSE_SLOTS, COARSE_SECONDS, now / COARSE_SECONDS - back, rates);
    }
    Files.createDirectories(path.getParent());
    Files.write(path, file.array());
  }

  private static void put(
      ByteBuffer file, int start, int slots, int seconds, long step, Rates rates) {
    int at = start + Math.floorMod(step, slots) * SLOT;
    for (float rate : rates.of((step - 1) * seconds, step * seconds)) {
      file.putFloat(at, rate);
      at += 4;
    }
  }

  /** Adds the fine slot that ends at this time, and the hour where one is complete. */
  void append(long end, Rates rates) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      write(file, HEADER, FINE_SLOTS, FINE_SECONDS, end / FINE_SECONDS, rates);
      if (end % COARSE_SECONDS == 0) {
        write(file, COARSE_START, COARSE_SLOTS, COARSE_SECONDS, end / COARSE_SECONDS, rates);
      }
      ByteBuffer last = ByteBuffer.allocate(8).putLong(0, end);
      file.write(last, 8);
    }
  }

  private static void write(
      FileChannel file, int start, int slots, int seconds, long step, Rates rates)
      throws IOException {
    ByteBuffer slot = ByteBuffer.allocate(SLOT);
    for (float rate : rates.of((step - 1) * seconds, step * seconds)) {
      slot.putFloat(rate);
    }
    file.write(slot.flip(), start + Math.floorMod(step, slots) * (long) SLOT);
  }
}
