package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;

/**
 * How often the next mean of an hour lay in the band that was predicted for it, by how many weeks
 * the hour had been seen. Neighbouring hours share their fate, so an hour counts as a fraction of
 * an independent observation; what was seen with fewer weeks is the prior for more.
 */
final class SlotReliability {
  private static final int STAGES = 4;
  // A day's hours are about one independent observation: what moves one of them moves the others.
  private static final double WEIGHT = 1.0 / 20;
  private static final double PRIOR = 6;
  // Below what alarms ask for, so that nothing is alarmed before it has proved itself.
  private static final double FIRST_GUESS = 0.68;
  private static final double MEMORY = 4 * WeekCursor.SLOTS * WEIGHT;

  private final float[] hits = new float[STAGES];
  private final float[] seen = new float[STAGES];

  /** The predicted probability for an hour that was seen in so many weeks. */
  double of(int weeks) {
    double guess = FIRST_GUESS;
    for (int i = 0; i < STAGES && i < weeks; i++) {
      guess = (hits[i] + PRIOR * guess) / (seen[i] + PRIOR);
    }
    return weeks == 0 ? 0 : guess;
  }

  /** An hour that had been seen in so many weeks is over. */
  void learn(int weeks, boolean inside) {
    if (weeks == 0) {
      return;
    }
    int stage = Math.min(weeks, STAGES) - 1;
    hits[stage] += (float) (inside ? WEIGHT : 0);
    seen[stage] += (float) WEIGHT;
    if (seen[stage] > MEMORY) {
      double keep = MEMORY / seen[stage];
      hits[stage] *= (float) keep;
      seen[stage] *= (float) keep;
    }
  }

  void write(ByteBuffer out) {
    for (int i = 0; i < STAGES; i++) {
      out.putFloat(hits[i]).putFloat(seen[i]);
    }
  }

  void read(ByteBuffer in) {
    for (int i = 0; i < STAGES; i++) {
      hits[i] = in.getFloat();
      seen[i] = in.getFloat();
    }
  }
}
