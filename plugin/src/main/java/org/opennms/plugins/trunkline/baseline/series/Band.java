package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;

/**
 * How many spreads up and down hold the wanted share of samples. Each side follows its own quantile
 * (Robbins and Monro, 1951): a sample outside widens it, one inside narrows it a little, so that in
 * the long run the share is right whatever the distribution.
 */
final class Band {
  private static final double START = 2;
  private static final double NARROWEST = 0.5;
  private static final double WIDEST = 8;
  // Two days of five-minute samples move a side by a few percent; an episode by little more.
  private static final double RATE = 0.01;
  private static final double STEP = 300;
  // A sample of an hour is as good as some of five minutes, which resemble each other.
  private static final double MOST_STEPS = 4;

  private final double outside;
  private double up = START;
  private double down = START;

  Band(double covered) {
    this.outside = (1 - covered) / 2;
  }

  /** Spreads above expected. */
  double up() {
    return up;
  }

  /** Spreads below expected. */
  double down() {
    return down;
  }

  /** Takes a sample's deviation. */
  void learn(double spreads, double seconds) {
    double rate = RATE * Math.min(MOST_STEPS, seconds / STEP);
    up = moved(up, spreads > up, rate);
    down = moved(down, -spreads > down, rate);
  }

  private double moved(double side, boolean exceeded, double rate) {
    double next = side * (1 + rate * ((exceeded ? 1 : 0) - outside));
    return Math.max(NARROWEST, Math.min(WIDEST, next));
  }

  void write(ByteBuffer out) {
    out.putDouble(up).putDouble(down);
  }

  void read(ByteBuffer in) {
    up = in.getDouble();
    down = in.getDouble();
  }
}
