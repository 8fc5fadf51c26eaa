package org.opennms.plugins.trunkline.sandbox.host.metrics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The metrics of one interface as the simulated network's recorder writes them: a ring of a week of
 * 5-minute means and one of a month of hourly means, as RRDtool keeps them. Immutable; read at each
 * question anew.
 */
final class Archive {
  /** In the order of the file's columns; named as Horizon's data collection names them. */
  static final List<String> ATTRIBUTES =
      List.of(
          "ifHCInOctets",
          "ifHCOutOctets",
          "ifInUcastpkts",
          "ifOutUcastPkts",
          "ifInErrors",
          "ifOutErrors",
          "ifInDiscards",
          "ifOutDiscards");

  private static final long MAGIC = 0x54524b4c41524331L;
  private static final int HEADER = 16;
  private static final int SLOT = 4 * 8;
  private static final Ring FINE = new Ring(300, 2016, HEADER);
  private static final Ring COARSE = new Ring(3600, 744, HEADER + 2016 * SLOT);

  private final ByteBuffer file;

  private record Ring(int seconds, int slots, int start) {}

  /** Means of one step each; times are the steps' ends in seconds since the epoch. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Means(int stepSeconds, long[] ends, double[] values) {}

  private Archive(ByteBuffer file) {
    this.file = file;
  }

  /** Reads a file. */
  static Archive read(Path path) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path));
    if (file.capacity() < COARSE.start + COARSE.slots * SLOT || file.getLong(0) != MAGIC) {
      throw new IOException(path + " is no archive of the simulated network");
    }
    return new Archive(file);
  }

  /** The labels below a node's directory, sorted; empty for a node that is not collected. */
  static List<String> labels(Path node) throws IOException {
    if (!Files.isDirectory(node)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(node)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /**
   * The means of an attribute, NaN where there are none. As RRDtool does, the whole answer comes
   * from one ring: the finest that reaches back to the start, or a coarser one if that was asked
   * for.
   *
   * @param start seconds since the epoch, exclusive
   * @param end seconds since the epoch, inclusive
   * @param wantedStep in seconds
   */
  Means means(String attribute, long start, long end, long wantedStep) {
    long last = file.getLong(8);
    boolean fine = start >= last - (long) FINE.seconds * FINE.slots && wantedStep < COARSE.seconds;
    Ring ring = fine ? FINE : COARSE;
    long first = Math.floorDiv(start, ring.seconds) + 1;
    long upTo = Math.floorDiv(end, ring.seconds);
    int count = (int) Math.max(0, upTo - first + 1);
    long[] ends = new long[count];
    double[] values = new double[count];
    Arrays.setAll(ends, i -> (first + i) * ring.seconds);
    Arrays.setAll(values, i -> value(ring, ATTRIBUTES.indexOf(attribute), first + i, last));
    return new Means(ring.seconds, ends, values);
  }

  private double value(Ring ring, int column, long step, long last) {
    long newest = last / ring.seconds;
    if (step > newest || step <= newest - ring.slots) {
      return Double.NaN;
    }
    int slot = Math.floorMod(step, ring.slots);
    return file.getFloat(ring.start + slot * SLOT + column * 4);
  }
}
