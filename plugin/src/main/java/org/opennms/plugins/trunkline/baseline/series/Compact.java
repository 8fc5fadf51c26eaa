package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;

/** Numbers in two bytes: the upper half of a float, rounded, right to a part in 256. */
final class Compact {
  private static final int HALF = 16;
  private static final int ROUND = 1 << (HALF - 1);

  private Compact() {}

  static short half(float value) {
    return (short) ((Float.floatToRawIntBits(value) + ROUND) >>> HALF);
  }

  static float wide(short half) {
    return Float.intBitsToFloat(half << HALF);
  }

  static void put(ByteBuffer out, float[] values) {
    for (float value : values) {
      out.putShort(half(value));
    }
  }

  static void get(ByteBuffer in, float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = wide(in.getShort());
    }
  }
}
