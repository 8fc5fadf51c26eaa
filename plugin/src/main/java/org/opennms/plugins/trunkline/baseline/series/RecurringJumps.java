package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * How large jumps usually are at each five minutes of the day, so that a backup that starts at the
 * same time every night surprises only at first. Each keeps the third quartile of what was seen on
 * its days, followed in steps of a fourth of an octave: up by three, down by one.
 */
final class RecurringJumps {
  private static final int MOMENTS = 288;
  private static final int SECONDS = 300;
  private static final int PER_OCTAVE = 4;
  private static final int UP = 3;
  // Below the third quartile of usual jumps, so that only recurring large ones count.
  private static final double SHARE = 0.5;

  private final byte[] size = new byte[MOMENTS];
  private int moment = -1;
  private double largest;

  RecurringJumps() {
    Arrays.fill(size, Byte.MIN_VALUE);
  }

  /** The spread that recurring jumps alone ask for now, with one moment of leeway. */
  double spread(WeekCursor at) {
    int now = moment(at);
    int next = now == MOMENTS - 1 ? 0 : now + 1;
    int last = now == 0 ? MOMENTS - 1 : now - 1;
    int most = Math.max(size[now], Math.max(size[next], size[last]));
    return SHARE * Math.pow(2, (double) most / PER_OCTAVE);
  }

  /** Learns a jump; a moment is learned when it is over. */
  void learn(WeekCursor at, double jump) {
    int now = moment(at);
    if (now != moment) {
      close();
      moment = now;
      largest = 0;
    }
    largest = Math.max(largest, Math.abs(jump));
  }

  private void close() {
    if (moment < 0 || largest == 0) {
      return;
    }
    int seen = (int) Math.round(PER_OCTAVE * Math.log(largest) / Math.log(2));
    int known = size[moment];
    if (known == Byte.MIN_VALUE) {
      known = seen - UP * PER_OCTAVE;
    }
    known += seen > known ? UP : -1;
    size[moment] = (byte) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, known));
  }

  private static int moment(WeekCursor at) {
    return at.secondOfDay() / SECONDS;
  }

  /** What the five minutes under way have gathered. */
  void writeCurrent(ByteBuffer out) {
    out.putInt(moment).putDouble(largest);
  }

  void readCurrent(ByteBuffer in) {
    moment = in.getInt();
    largest = in.getDouble();
  }

  void write(ByteBuffer out) {
    out.put(size);
  }

  void read(ByteBuffer in) {
    in.get(size);
  }
}
