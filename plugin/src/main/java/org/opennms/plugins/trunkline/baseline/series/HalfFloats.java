package org.opennms.plugins.trunkline.baseline.series;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;

/**
 * Numbers of two bytes each, right to a part in 256: tens of thousands of baselines are in memory,
 * and no operator reads a third digit of them.
 */
final class HalfFloats {
  private final short[] upper;

  HalfFloats(int count) {
    upper = new short[count];
  }

  float get(int index) {
    return Compact.wide(upper[index]);
  }

  void set(int index, double value) {
    upper[index] = Compact.half((float) value);
  }

  void write(ByteBuffer out) {
    out.asShortBuffer().put(upper);
    out.position(out.position() + upper.length * Short.BYTES);
  }

  void read(ByteBuffer in) {
    ShortBuffer shorts = in.asShortBuffer();
    shorts.get(upper);
    in.position(in.position() + upper.length * Short.BYTES);
  }
}
