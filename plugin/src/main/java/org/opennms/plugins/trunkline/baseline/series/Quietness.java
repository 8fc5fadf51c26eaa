package org.opennms.plugins.trunkline.baseline.series;

/**
 * How much further a series may jump where it is quiet. The root makes a jump at a quiet hour as
 * large as one of more traffic at a busy hour; to operators what moves more traffic matters more.
 */
final class Quietness {
  private static final double EXPONENT = 0.2;
  private static final double BUSIEST = 0.8;
  private static final double QUIETEST = 2;

  private Quietness() {}

  /**
   * A factor of usual jumps, 1 at the level.
   *
   * @param value of the sample
   * @param usual at this hour
   * @param level of the whole series
   */
  static double of(double value, double usual, double level) {
    double here = Math.max(Math.abs(value), Math.abs(usual));
    double whole = Math.abs(level);
    return here == 0 || whole == 0
        ? 1
        : Math.max(BUSIEST, Math.min(QUIETEST, Math.pow(whole / here, EXPONENT)));
  }
}
