package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;

/**
 * What operators expect to see for each hour of the week: mean, standard deviation, minimum,
 * maximum and how many samples, over the last visits of the hour. Older visits lose weight as new
 * ones come; an extreme is forgotten when it is older than the look-back. All are right to a part
 * in 256. For one thread.
 */
public final class PlainStatistics {
  private final int lookBack;
  private final HalfFloats mean = new HalfFloats(WeekCursor.SLOTS);
  private final HalfFloats deviation = new HalfFloats(WeekCursor.SLOTS);
  private final HalfFloats minimum = new HalfFloats(WeekCursor.SLOTS);
  private final HalfFloats maximum = new HalfFloats(WeekCursor.SLOTS);
  private final short[] samples = new short[WeekCursor.SLOTS];
  // Bits 0 and 1: visits since the minimum; 2 and 3: since the maximum; 4 to 6: weeks seen.
  private final byte[] visits = new byte[WeekCursor.SLOTS];

  private long hourNumber = Long.MIN_VALUE;
  private int slot;
  private int count;
  private double visit;
  private double squares;
  private float least;
  private float most;

  /**
   * Nothing seen.
   *
   * @param lookBack weeks, 1 to 4
   */
  public PlainStatistics(int lookBack) {
    this.lookBack = lookBack;
  }

  /** Takes a sample. */
  public void add(WeekCursor at, double value) {
    if (at.hourNumber() != hourNumber) {
      close();
      hourNumber = at.hourNumber();
      slot = at.slot();
      least = (float) value;
      most = (float) value;
    }
    least = Math.min(least, (float) value);
    most = Math.max(most, (float) value);
    count++;
    double off = value - visit;
    visit += off / count;
    squares += off * (value - visit);
  }

  private void close() {
    if (count > 0) {
      merge(squares / count);
    }
    count = 0;
    visit = 0;
    squares = 0;
  }

  private void merge(double variance) {
    int known = Math.min(weeks(slot), lookBack - 1);
    double kept = known == 0 ? 0 : samples[slot] * (double) known / weeks(slot);
    double total = kept + count;
    double step = visit - mean.get(slot);
    double old = (double) deviation.get(slot) * deviation.get(slot);
    double merged = (kept * old + count * variance + kept * count / total * step * step) / total;
    mean.set(slot, mean.get(slot) + count / total * step);
    deviation.set(slot, Math.sqrt(merged));
    samples[slot] = (short) Math.min(Short.MAX_VALUE, Math.round(total));
    int ages = extremes(known == 0);
    visits[slot] = (byte) (Math.min(lookBack, known + 1) << 4 | ages);
  }

  private int extremes(boolean first) {
    int low = (visits[slot] & 3) + 1;
    int high = (visits[slot] >> 2 & 3) + 1;
    if (first || least <= minimum.get(slot) || low >= lookBack) {
      minimum.set(slot, least);
      low = 0;
    }
    if (first || most >= maximum.get(slot) || high >= lookBack) {
      maximum.set(slot, most);
      high = 0;
    }
    return high << 2 | low;
  }

  /** NaN without samples. */
  public double mean(int ofSlot) {
    return samples[ofSlot] == 0 ? Double.NaN : mean.get(ofSlot);
  }

  /** Standard deviation; NaN without samples. */
  public double deviation(int ofSlot) {
    return samples[ofSlot] == 0 ? Double.NaN : deviation.get(ofSlot);
  }

  /** NaN without samples. */
  public double minimum(int ofSlot) {
    return samples[ofSlot] == 0 ? Double.NaN : minimum.get(ofSlot);
  }

  /** NaN without samples. */
  public double maximum(int ofSlot) {
    return samples[ofSlot] == 0 ? Double.NaN : maximum.get(ofSlot);
  }

  /** How many samples, the current hour's not yet among them. */
  public int samples(int ofSlot) {
    return samples[ofSlot];
  }

  /** In how many weeks of the look-back the hour was seen. */
  public int weeks(int ofSlot) {
    return visits[ofSlot] >> 4;
  }

  /** Writes all that is known. */
  public void write(ByteBuffer out) {
    mean.write(out);
    deviation.write(out);
    minimum.write(out);
    maximum.write(out);
    out.asShortBuffer().put(samples);
    out.position(out.position() + samples.length * Short.BYTES);
    out.put(visits);
    writeCurrent(out);
  }

  private void writeCurrent(ByteBuffer out) {
    out.putLong(hourNumber).putInt(slot).putInt(count).putDouble(visit).putDouble(squares);
    out.putFloat(least).putFloat(most);
  }

  private void readCurrent(ByteBuffer in) {
    hourNumber = in.getLong();
    slot = in.getInt();
    count = in.getInt();
    visit = in.getDouble();
    squares = in.getDouble();
    least = in.getFloat();
    most = in.getFloat();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param whole false where the hour under way was left out
   */
  public void read(ByteBuffer in, boolean whole) {
    mean.read(in);
    deviation.read(in);
    minimum.read(in);
    maximum.read(in);
    in.asShortBuffer().get(samples);
    in.position(in.position() + samples.length * Short.BYTES);
    in.get(visits);
    if (whole) {
      readCurrent(in);
    }
  }
}
