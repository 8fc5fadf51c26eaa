package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

class SnmpStreamTest {
  private static final long AT = 1_700_000_000_123L;
  private static final OID ROOT = new OID("1.3.6.1.2.1.31.1.1.1.6");

  private static Column column(OID root, Variable... values) {
    ColumnBuilder builder = new ColumnBuilder(root.getValue());
    for (int i = 0; i < values.length; i++) {
      OID name = new OID(root).append(i + 1);
      BerWriter writer = new BerWriter();
      new RequestPdu(
              PduType.RESPONSE, 0, 0, new int[][] {name.getValue()}, new Variable[] {values[i]})
          .write(writer, 1);
      byte[] bytes = writer.toByteArray();
      try {
        AnswerPdu pdu = AnswerPdu.read(new BerReader(bytes, 0, bytes.length), false);
        assertThat(pdu.next()).isTrue();
        builder.add(pdu);
      } catch (MalformedMessageException e) {
        throw new AssertionError(e);
      }
    }
    return ResultBlock.of(Instant.EPOCH, List.of(builder)).columns().get(0);
  }

  private static byte[] block(ByteOrder order, Column... columns) {
    return SnmpStream.encode(new byte[] {7, 8, 9}, AT, List.of(columns), order);
  }

  @Test
  void the_layout_is_that_of_the_public_description() {
    byte[] block = block(ByteOrder.BIG_ENDIAN, column(ROOT, new Counter64(258)));
    ByteBuffer words = ByteBuffer.wrap(block).position(16);

    assertThat(Arrays.copyOf(block, 16)).startsWith(1, 8, 4).endsWith(0, 0, 0, 0, 0, 0);
    assertThat(words.getLong()).as("size of the request id").isEqualTo(3);
    assertThat(words.getLong()).isEqualTo(0x0708090000000000L);
    assertThat(words.getLong()).as("count of roots").isEqualTo(1);
    assertThat(words.getLong()).as("size of the root").isEqualTo(11);
    for (int subId : ROOT.getValue()) {
      assertThat(words.getLong()).isEqualTo(subId);
    }
    assertThat(words.getLong()).as("size of the record").isEqualTo(64);
    assertThat(words.getLong()).as("timestamp").isEqualTo(AT);
    assertThat(words.getLong()).as("root").isZero();
    assertThat(words.getLong()).as("type").isEqualTo(0x46);
    assertThat(words.getLong()).as("size of the index").isEqualTo(4);
    assertThat(words.getLong()).as("index").isEqualTo(1L << 32);
    assertThat(words.getLong()).as("size of the value").isEqualTo(8);
    assertThat(words.getLong()).as("value").isEqualTo(258);
    assertThat(words.hasRemaining()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void every_type_comes_back_in_both_byte_orders(boolean big) throws SnmpStreamException {
    Column numbers =
        column(ROOT, new Integer32(-5), new Counter64(-1L), new OctetString("text of 12 "));
    Column others =
        column(new OID("1.3.6.1.4"), new IpAddress("192.0.2.1"), new OID("1.3.6.1.4.1.9"));

    SnmpStream read =
        SnmpStream.decode(
            block(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, numbers, others));

    assertThat(read.requestId()).containsExactly(7, 8, 9);
    assertThat(read.roots()).containsExactly(ROOT, new OID("1.3.6.1.4"));
    assertThat(read.records()).hasSize(5).allSatisfy(r -> assertThat(r.timestamp()).isEqualTo(AT));
    assertThat(read.records().get(0).number()).isEqualTo(-5);
    assertThat(read.records().get(1).number()).isEqualTo(-1L);
    assertThat(read.records().get(1).index()).containsExactly(2);
    assertThat(read.records().get(2).octets()).asString().isEqualTo("text of 12 ");
    assertThat(read.records().get(3).root()).isEqualTo(1);
    assertThat(read.records().get(3).octets()).containsExactly(192, 0, 2, 1);
    assertThat(read.records().get(4).type()).isEqualTo(ValueType.OBJECT_ID);
    assertThat(ByteBuffer.wrap(read.records().get(4).octets()).getInt(24)).isEqualTo(9);
  }

  @Test
  void a_block_with_words_of_four_octets_is_read_too() throws SnmpStreamException {
    ByteBuffer block = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
    block.put((byte) 0).put((byte) 4).put((byte) 4).position(16);
    block.putInt(0).putInt(1).putInt(2).putInt(1).putInt(3);
    block.putInt(36).putInt(99).putInt(0).putInt(0x41).putInt(4).putInt(17);
    block.putInt(8).putLong(123_456_789_012L);

    SnmpStream read = SnmpStream.decode(Arrays.copyOf(block.array(), block.position()));

    assertThat(read.records()).hasSize(1);
    assertThat(read.records().get(0).number()).isEqualTo(123_456_789_012L);
    assertThat(read.records().get(0).index()).containsExactly(17);
  }

  @Test
  void a_block_cut_anywhere_is_refused_or_shorter_by_whole_records() {
    byte[] good =
        block(ByteOrder.LITTLE_ENDIAN, column(ROOT, new Counter64(1), new OctetString("abc")));
    int whole = 0;
    for (int length = 0; length < good.length; length++) {
      try {
        whole += SnmpStream.decode(Arrays.copyOf(good, length)).records().size() < 2 ? 1 : 0;
      } catch (SnmpStreamException e) {
        assertThat(e).hasMessageStartingWith("at octet ");
      }
    }
    assertThat(whole).as("before the first and before the second record").isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "1, 3", "2, 5"})
  void a_header_of_other_sizes_is_refused(int at, int value) {
    byte[] block = block(ByteOrder.BIG_ENDIAN, column(ROOT, new Counter64(1)));
    block[at] = (byte) value;

    assertThatThrownBy(() -> SnmpStream.decode(block)).isInstanceOf(SnmpStreamException.class);
  }

  @Property(tries = 1_000)
  void random_octets_are_refused_and_do_no_harm(@ForAll @Size(max = 200) byte[] octets) {
    byte[] block = Arrays.copyOf(new byte[] {1, 8, 4}, 16 + octets.length);
    System.arraycopy(octets, 0, block, 16, octets.length);
    try {
      assertThat(SnmpStream.decode(block).records()).hasSizeLessThan(5);
    } catch (SnmpStreamException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
