package org.opennms.plugins.trunkline.telemetry.outbox;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Octets with their length and check sum in front. H2's own type believes any length that it reads,
 * and would ask for gigabytes where a block is damaged.
 */
final class SummedBytes extends BasicDataType<byte[]> {
  static final SummedBytes INSTANCE = new SummedBytes();
  private static final int OBJECT = 24;

  private SummedBytes() {}

  @Override
  public int getMemory(byte[] value) {
    return OBJECT + value.length;
  }

  @Override
  public void write(WriteBuffer buffer, byte[] value) {
    buffer.putVarInt(value.length).putInt(sum(value)).put(value);
  }

  @Override
  public byte[] read(ByteBuffer buffer) {
    int length = length(buffer, Integer.BYTES);
    int sum = buffer.getInt();
    byte[] value = new byte[length];
    buffer.get(value);
    if (sum != sum(value)) {
      throw Damage.of("A value has a wrong check sum");
    }
    return value;
  }

  @Override
  public byte[][] createStorage(int size) {
    return new byte[size][];
  }

  /** Reads a length that leaves room for itself and so many octets more. */
  static int length(ByteBuffer buffer, int more) {
    int length = DataUtils.readVarInt(buffer);
    if (length < 0 || length > buffer.remaining() - more) {
      throw Damage.of("A value claims a length of " + length);
    }
    return length;
  }

  private static int sum(byte[] value) {
    CRC32C sum = new CRC32C();
    sum.update(value);
    return (int) sum.getValue();
  }
}
