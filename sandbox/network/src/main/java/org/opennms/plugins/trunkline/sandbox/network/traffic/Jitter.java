package org.opennms.plugins.trunkline.sandbox.network.traffic;

/**
 * Makes a smooth rhythm uneven by bending time: the rate is multiplied by the bend's slope, which
 * stays between 0.6 and 1.4, so counters stay monotonic and every integral exact.
 */
final class Jitter {
  private static final double[] PERIODS = {300, 1_800, 14_400};
  private static final double[] SHARES = {0.16, 0.12, 0.12};

  private Jitter() {}

  /** The bent time; strictly growing in {@code seconds}. */
  static double bend(int seed, double seconds) {
    double bent = seconds;
    for (int octave = 0; octave < PERIODS.length; octave++) {
      double position = seconds / PERIODS[octave];
      long cell = (long) Math.floor(position);
      double left = hash(seed + octave, cell);
      double right = hash(seed + octave, cell + 1);
      bent += SHARES[octave] * PERIODS[octave] * (left + (right - left) * (position - cell));
    }
    return bent;
  }

  /** An even number in [0, 1) for a lattice point (SplitMix64's finalizer). */
  private static double hash(int seed, long cell) {
    long mixed = cell * 0x9E3779B97F4A7C15L + seed * 0xD1B54A32D192ED03L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
  }
}
