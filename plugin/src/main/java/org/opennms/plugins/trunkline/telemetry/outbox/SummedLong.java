package org.opennms.plugins.trunkline.telemetry.outbox;

import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** A number with a check: a cursor or a total that damage made must not be believed. */
final class SummedLong extends BasicDataType<Long> {
  static final SummedLong INSTANCE = new SummedLong();
  private static final int OBJECT = 24;
  // A multiplier of good spread (Steele, Vigna: Computationally easy, spectrally good multipliers).
  private static final long SPREAD = 0xd1342543de82ef95L;

  private SummedLong() {}

  @Override
  public int getMemory(Long value) {
    return OBJECT;
  }

  @Override
  public void write(WriteBuffer buffer, Long value) {
    buffer.putLong(value).putInt(check(value));
  }

  @Override
  public Long read(ByteBuffer buffer) {
    long value = buffer.getLong();
    if (buffer.getInt() != check(value)) {
      throw Damage.of("A number has a wrong check");
    }
    return value;
  }

  @Override
  public Long[] createStorage(int size) {
    return new Long[size];
  }

  private static int check(long value) {
    return (int) ((~value * SPREAD) >>> Integer.SIZE);
  }
}
