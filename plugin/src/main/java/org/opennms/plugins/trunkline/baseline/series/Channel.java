package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;

/** One way to look at a series: a signed quantity, its usual size, and its tails up and down. */
final class Channel {
  private final HourScale scale = new HourScale();
  private final Tail up = new Tail();
  private final Tail down = new Tail();

  HourScale scale() {
    return scale;
  }

  /** How surprising so many spreads are, on their own side. */
  double surprise(double spreads) {
    return spreads >= 0 ? up.surprise(spreads) : down.surprise(-spreads);
  }

  /** Learns how many spreads occurred, by a weight from 0 to 1. */
  void learnTail(double spreads, double weight) {
    if (spreads >= 0) {
      up.learn(spreads, weight);
    } else {
      down.learn(-spreads, weight);
    }
  }

  /** A day is over. */
  void forget(double share) {
    up.forget(share);
    down.forget(share);
  }

  void write(ByteBuffer out) {
    scale.write(out);
    up.write(out);
    down.write(out);
  }

  void read(ByteBuffer in) {
    scale.read(in);
    up.read(in);
    down.read(in);
  }
}
