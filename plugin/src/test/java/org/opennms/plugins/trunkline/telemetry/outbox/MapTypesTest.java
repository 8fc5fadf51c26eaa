package org.opennms.plugins.trunkline.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.Test;

class MapTypesTest {
  @Property(tries = 200)
  void what_was_written_is_read(@ForAll byte[] value, @ForAll long number) {
    assertThat(SummedBytes.INSTANCE.read(written(value))).isEqualTo(value);
    WriteBuffer buffer = new WriteBuffer();
    SummedLong.INSTANCE.write(buffer, number);
    assertThat(SummedLong.INSTANCE.read(flip(buffer))).isEqualTo(number);
  }

  @Property(tries = 500)
  void a_changed_octet_is_noticed(
      @ForAll @Size(min = 1, max = 200) byte[] value,
      @ForAll int at,
      @ForAll @IntRange(min = 1, max = 255) int change) {
    ByteBuffer buffer = written(value);
    int index = Math.floorMod(at, buffer.limit());
    buffer.put(index, (byte) (buffer.get(index) ^ change));
    assertThatExceptionOfType(MVStoreException.class)
        .isThrownBy(() -> SummedBytes.INSTANCE.read(buffer));
  }

  @Property(tries = 500)
  void a_changed_number_is_noticed(
      @ForAll long number,
      @ForAll @IntRange(max = 7) int at,
      @ForAll @IntRange(min = 1, max = 255) int change) {
    WriteBuffer written = new WriteBuffer();
    SummedLong.INSTANCE.write(written, number);
    ByteBuffer buffer = flip(written);
    buffer.put(at, (byte) (buffer.get(at) ^ change));
    assertThatExceptionOfType(MVStoreException.class)
        .isThrownBy(() -> SummedLong.INSTANCE.read(buffer));
  }

  @Test
  void a_length_of_gigabytes_in_a_damaged_block_takes_no_memory() {
    WriteBuffer buffer = new WriteBuffer();
    buffer.putVarInt(Integer.MAX_VALUE).putInt(0);
    ByteBuffer damaged = flip(buffer);
    assertThatExceptionOfType(MVStoreException.class)
        .isThrownBy(() -> SummedBytes.INSTANCE.read(damaged))
        .withMessageContaining("2147483647");
    damaged.rewind();
    assertThatExceptionOfType(MVStoreException.class)
        .isThrownBy(() -> BoundedString.INSTANCE.read(damaged));
  }

  private static ByteBuffer written(byte[] value) {
    WriteBuffer buffer = new WriteBuffer();
    SummedBytes.INSTANCE.write(buffer, value);
    return flip(buffer);
  }

  private static ByteBuffer flip(WriteBuffer buffer) {
    return ByteBuffer.wrap(buffer.getBuffer().array(), 0, buffer.position());
  }
}
