package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/** Rows that are taken back leave no trace, whatever their types and indexes. */
class ColumnBuilderTest {
  private static final OID COLUMN = new OID("1.3.6.1.2.1.2.2.1.2");

  private record Row(OID index, Variable value) {}

  @Property(tries = 300)
  void a_column_that_was_cut_and_read_again_is_as_one_that_was_not(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 80) int count,
      @ForAll @IntRange(min = 0, max = 80) int kept)
      throws Exception {
    List<Row> rows = rows(new Random(seed), count);
    ColumnBuilder straight = new ColumnBuilder(COLUMN.getValue());
    add(straight, rows);
    ColumnBuilder cut = new ColumnBuilder(COLUMN.getValue());
    add(cut, rows);

    int keep = Math.min(kept, count);
    cut.truncate(keep);
    assertThat(cut.rows()).isEqualTo(keep);
    assertThat(cut.octetsUsed()).isLessThanOrEqualTo(straight.octetsUsed());
    add(cut, rows.subList(keep, count));

    assertThat(cut.octetsUsed()).isEqualTo(straight.octetsUsed());
    assertSame(column(cut), column(straight));
  }

  @Property(tries = 300)
  void each_row_is_found_and_nothing_else_is(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int count) throws Exception {
    Random random = new Random(seed);
    List<Row> rows = rows(random, count);
    ColumnBuilder builder = new ColumnBuilder(COLUMN.getValue());
    add(builder, rows);

    for (int row = 0; row < count; row++) {
      int[] index = rows.get(row).index().getValue();
      assertThat(builder.contains(index, 0, index.length)).isTrue();
      assertThat(builder.lowerBound(index, 0, index.length)).isEqualTo(row);
      assertThat(builder.index(row)).isEqualTo(index);
      int[] longer = Arrays.copyOf(index, index.length + 3);
      assertThat(builder.contains(longer, 0, longer.length)).isFalse();
      assertThat(builder.lowerBound(longer, 0, longer.length)).isGreaterThan(row);
    }
  }

  private static List<Row> rows(Random random, int count) {
    boolean oneType = random.nextBoolean();
    boolean oneLength = random.nextBoolean();
    TreeSet<OID> indexes = new TreeSet<>();
    while (indexes.size() < count) {
      OID index = new OID(new int[] {random.nextInt(1_000)});
      indexes.add(oneLength || random.nextBoolean() ? index : index.append(random.nextInt(3)));
    }
    List<Row> rows = new ArrayList<>();
    for (OID index : indexes) {
      rows.add(new Row(index, oneType ? new OctetString("x" + index) : value(random)));
    }
    return rows;
  }

  private static Variable value(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> new Integer32(random.nextInt());
      case 1 -> new Counter64(random.nextLong());
      default -> new OctetString(new byte[random.nextInt(9)]);
    };
  }

  private static void add(ColumnBuilder builder, List<Row> rows) throws Exception {
    for (Row row : rows) {
      RequestPdu pdu =
          new RequestPdu(
              PduType.RESPONSE,
              0,
              0,
              new int[][] {new OID(COLUMN).append(row.index()).getValue()},
              new Variable[] {row.value()});
      byte[] message =
          CommunityMessage.encode(new BerWriter(), (SnmpSecurity.Community) Wait.V2C, pdu, 1);
      AnswerPdu answer = IncomingMessage.read(message, message.length).pdu();
      assertThat(answer.next()).isTrue();
      builder.add(answer);
    }
  }

  private static Column column(ColumnBuilder builder) {
    return ResultBlock.of(Instant.EPOCH, List.of(builder)).columns().get(0);
  }

  private static void assertSame(Column one, Column other) {
    assertThat(one.rows()).isEqualTo(other.rows());
    for (int row = 0; row < one.rows(); row++) {
      assertThat(one.index(row)).isEqualTo(other.index(row));
      assertThat(one.type(row)).isEqualTo(other.type(row));
      assertThat(one.number(row)).isEqualTo(other.number(row));
      assertThat(one.octets(row)).isEqualTo(other.octets(row));
    }
  }
}
