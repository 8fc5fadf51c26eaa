package org.opennms.plugins.trunkline.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficRates;
import org.opennms.plugins.trunkline.model.TrafficSample;

/**
 * The samples of one interface of the last 24 hours, packed: 47 octets a sample, 15 kB a day at
 * five minutes. Rates keep seven digits. Thread-safe.
 */
@SuppressWarnings("EnumOrdinal") // packed in memory only, never stored
final class SampleRing {
  /** How far back it reaches. */
  static final Duration SPAN = Duration.ofHours(24);

  /** Values of a sample, in this order: those of one direction, then those of the other. */
  static final int VALUES = 10;

  private static final int BITS = 0;
  private static final int PACKETS = 1;
  private static final int ERRORS = 2;
  private static final int DISCARDS = 3;
  private static final int UTILIZATION = 4;
  private static final int OUT = 5;
  private static final int FIRST_CAPACITY = 16;
  private static final int MOST = 4096;

  private float[] values = new float[FIRST_CAPACITY * VALUES];
  private int[] ends = new int[FIRST_CAPACITY];
  private int[] lengths = new int[FIRST_CAPACITY];
  private byte[] kinds = new byte[FIRST_CAPACITY * 3];
  private int first;
  private int size;

  /** Takes the values of one sample without making it. */
  interface Visitor {
    /**
     * One sample.
     *
     * @param seconds its length
     * @param all array with the values of many samples
     * @param at where this one's begin
     */
    void visit(long seconds, TrafficQuality quality, float[] all, int at);
  }

  /** Adds a sample; one that is not later than the last is left out. */
  synchronized boolean add(TrafficSample sample) {
    int end = (int) sample.end().getEpochSecond();
    if (size > 0 && end <= ends[slot(size - 1)]) {
      return steppedBack(end) && add(sample);
    }
    forget(end - (int) SPAN.toSeconds());
    if (size == ends.length) {
      grow();
    }
    int slot = slot(size++);
    ends[slot] = end;
    lengths[slot] = (int) Math.max(1, sample.step().toSeconds());
    kinds[slot * 3] = (byte) sample.quality().ordinal();
    kinds[slot * 3 + 1] = (byte) sample.adminStatus().ordinal();
    kinds[slot * 3 + 2] = (byte) sample.operStatus().ordinal();
    put(slot * VALUES, sample.in());
    put(slot * VALUES + OUT, sample.out());
    return true;
  }

  // A clock that was far ahead left samples of the future, which would shut out all others.
  private boolean steppedBack(int end) {
    if (ends[slot(size - 1)] - end < SPAN.toSeconds()) {
      return false;
    }
    size = 0;
    return true;
  }

  /** Shows the samples that end after an instant and not after another. */
  synchronized void visit(Instant after, Instant upTo, Visitor visitor) {
    long low = after.getEpochSecond();
    long high = upTo.getEpochSecond();
    for (int i = 0; i < size; i++) {
      int slot = slot(i);
      if (ends[slot] > low && ends[slot] <= high) {
        visitor.visit(lengths[slot], quality(slot), values, slot * VALUES);
      }
    }
  }

  /** The samples that end after an instant and not after another, in the order of time. */
  synchronized List<TrafficSample> between(Instant after, Instant upTo) {
    List<TrafficSample> samples = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int slot = slot(i);
      if (ends[slot] > after.getEpochSecond() && ends[slot] <= upTo.getEpochSecond()) {
        samples.add(sample(slot));
      }
    }
    return samples;
  }

  /** How many samples it holds. */
  synchronized int size() {
    return size;
  }

  /** How much memory it takes, apart from object headers. */
  synchronized long bytes() {
    return 4L * values.length + 4L * ends.length + 4L * lengths.length + kinds.length;
  }

  private TrafficSample sample(int slot) {
    Instant end = Instant.ofEpochSecond(ends[slot]);
    return new TrafficSample(
        end.minusSeconds(lengths[slot]),
        end,
        rates(slot * VALUES),
        rates(slot * VALUES + OUT),
        AdminStatus.values()[kinds[slot * 3 + 1]],
        OperStatus.values()[kinds[slot * 3 + 2]],
        quality(slot),
        false);
  }

  private TrafficQuality quality(int slot) {
    return TrafficQuality.values()[kinds[slot * 3]];
  }

  private TrafficRates rates(int at) {
    return new TrafficRates(
        values[at + BITS],
        values[at + PACKETS],
        values[at + ERRORS],
        values[at + DISCARDS],
        values[at + UTILIZATION]);
  }

  private void put(int at, TrafficRates rates) {
    values[at + BITS] = (float) rates.bitsPerSecond();
    values[at + PACKETS] = (float) rates.packetsPerSecond();
    values[at + ERRORS] = (float) rates.errorRatio();
    values[at + DISCARDS] = (float) rates.discardRatio();
    values[at + UTILIZATION] = (float) rates.utilization();
  }

  private void forget(int before) {
    while (size > 0 && (ends[first] <= before || size >= MOST)) {
      first = (first + 1) % ends.length;
      size--;
    }
  }

  private void grow() {
    int[] order = new int[size];
    Arrays.setAll(order, this::slot);
    // By an eighth: doubling would leave half of it empty on tens of thousands of interfaces.
    int capacity = size + Math.max(FIRST_CAPACITY, size / 8);
    float[] moreValues = new float[capacity * VALUES];
    int[] moreEnds = new int[capacity];
    int[] moreLengths = new int[capacity];
    byte[] moreKinds = new byte[capacity * 3];
    for (int i = 0; i < size; i++) {
      moreEnds[i] = ends[order[i]];
      moreLengths[i] = lengths[order[i]];
      System.arraycopy(kinds, order[i] * 3, moreKinds, i * 3, 3);
      System.arraycopy(values, order[i] * VALUES, moreValues, i * VALUES, VALUES);
    }
    values = moreValues;
    ends = moreEnds;
    lengths = moreLengths;
    kinds = moreKinds;
    first = 0;
  }

  private int slot(int position) {
    return (first + position) % ends.length;
  }
}
