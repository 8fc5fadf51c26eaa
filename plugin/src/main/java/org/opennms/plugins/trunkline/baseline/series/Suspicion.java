package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;

/**
 * Whether the series is in an episode, with hysteresis: it begins at a surprise, and is over after
 * a while of calm. What goes on for too long is taken for normal, and a new one waits.
 */
final class Suspicion {
  private static final double RECOVERY = 6 * 3600.0;

  private final double opens;
  private final double calm;
  private final double calmTime;
  private final double longest;
  private float lasted = -1;
  private float quiet;
  private float recovery;

  Suspicion(double opens, double calm, double calmTime, double longest) {
    this.opens = opens;
    this.calm = calm;
    this.calmTime = calmTime;
    this.longest = longest;
  }

  /** Whether it lasts for longer than this. */
  boolean isLongerThan(double seconds) {
    return lasted > seconds;
  }

  /** Whether it is under way. */
  boolean isOpen() {
    return lasted >= 0;
  }

  void write(ByteBuffer out) {
    out.putFloat(lasted).putFloat(quiet).putFloat(recovery);
  }

  void read(ByteBuffer in) {
    lasted = in.getFloat();
    quiet = in.getFloat();
    recovery = in.getFloat();
  }

  /** Takes the next sample's surprise. */
  void next(double surprise, double seconds) {
    recovery = (float) Math.max(0, recovery - seconds);
    if (lasted < 0) {
      if (surprise >= opens && recovery == 0) {
        lasted = 0;
        quiet = 0;
      }
      return;
    }
    lasted += (float) seconds;
    quiet = surprise < calm ? quiet + (float) seconds : 0;
    if (quiet >= calmTime) {
      lasted = -1;
    } else if (lasted > longest) {
      lasted = -1;
      recovery = (float) RECOVERY;
    }
  }
}
