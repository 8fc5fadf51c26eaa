package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;

/**
 * Notices a value that does not move at all. That an unchanged value stays unchanged is learned
 * from the runs that were; each further sample of a run then counts as one more such chance.
 */
final class StuckRun {
  // Two equal samples occur by rounding.
  private static final int FREE = 2;
  private static final int LONGEST = 24;
  private static final double MEMORY = 2000;
  private static final double LEAST = 0.1;
  private static final double MOST = 6;
  // A value must be seen to move before standing still is odd, and must not often stand for hours.
  private static final int MOVING = 100;
  private static final double OFTEN = 3;

  private int run;
  private int moves;
  private double longRuns;
  private double stayed;
  private double seen;

  /** How surprising the run is with this sample. */
  double surprise(double value, double last) {
    int length = value == last ? run + 1 : 0;
    if (length <= FREE || moves < MOVING || longRuns >= OFTEN) {
      return 0;
    }
    double stays = Math.max(LEAST, (stayed + 1) / (seen + 2));
    return Math.min(MOST, (length - FREE) * -Math.log10(stays));
  }

  /** Takes the sample; a run that ends here teaches. */
  void learn(double value, double last) {
    if (value == last) {
      run++;
      return;
    }
    moves = Math.min(MOVING, moves + 1);
    if (run > 0) {
      longRuns += run >= LONGEST ? 1 : 0;
      double length = Math.min(run, LONGEST);
      stayed += length - 1;
      seen += length;
      if (seen > MEMORY) {
        stayed /= 2;
        seen /= 2;
        longRuns /= 2;
      }
    }
    run = 0;
  }

  void write(ByteBuffer out) {
    out.putInt(run).putInt(moves).putDouble(longRuns).putDouble(stayed).putDouble(seen);
  }

  void read(ByteBuffer in) {
    run = in.getInt();
    moves = in.getInt();
    longRuns = in.getDouble();
    stayed = in.getDouble();
    seen = in.getDouble();
  }
}
