package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Opaque;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;

/** What went into a block comes out of it, packed as described. */
class ResultBlockTest {
  private static final Instant AT = Instant.parse("2026-11-20T10:30:15.250Z");
  private static final OID ENTRY = new OID("1.3.6.1.2.1.31.1.1.1");

  @SuppressWarnings("ArrayRecordComponent") // compared by its parts
  private record Cell(int[] index, Variable value) {}

  private static ColumnBuilder builder(OID root, List<Cell> cells) {
    ColumnBuilder builder = new ColumnBuilder(root.getValue());
    try {
      for (Cell cell : cells) {
        builder.add(varbind(new OID(root.getValue(), cell.index()), cell.value()));
      }
      return builder;
    } catch (MalformedMessageException e) {
      throw new AssertionError(e);
    }
  }

  private static AnswerPdu varbind(OID name, Variable value) throws MalformedMessageException {
    BerWriter writer = new BerWriter();
    new RequestPdu(PduType.RESPONSE, 0, 0, new int[][] {name.getValue()}, new Variable[] {value})
        .write(writer, 1);
    byte[] bytes = writer.toByteArray();
    AnswerPdu pdu = AnswerPdu.read(new BerReader(bytes, 0, bytes.length), false);
    assertThat(pdu.next()).isTrue();
    return pdu;
  }

  private static Variable value(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> new Integer32(random.nextInt());
      case 1 -> new Counter32(random.nextLong(1L << 32));
      case 2 -> new Gauge32(random.nextLong(1L << 32));
      case 3 -> new TimeTicks(random.nextLong(1L << 32));
      case 4 -> new Counter64(random.nextLong());
      case 5 -> new OID(new int[] {1, 3, random.nextInt(), random.nextInt()});
      case 6 -> new IpAddress(new byte[] {(byte) 192, 0, 2, (byte) random.nextInt()});
      case 7 -> new Opaque(octets(random));
      default -> new OctetString(octets(random));
    };
  }

  private static byte[] octets(Random random) {
    byte[] octets = new byte[random.nextInt(20)];
    random.nextBytes(octets);
    return octets;
  }

  private static List<Cell> cells(Random random, int rows, boolean sameLength, boolean sameType) {
    TreeSet<int[]> indexes = new TreeSet<>(Arrays::compareUnsigned);
    while (indexes.size() < rows) {
      int[] index = new int[sameLength ? 2 : 1 + random.nextInt(4)];
      Arrays.setAll(index, i -> random.nextInt());
      indexes.add(index);
    }
    List<Cell> cells = new ArrayList<>();
    indexes.forEach(
        i -> cells.add(new Cell(i, sameType ? new Counter64(random.nextLong()) : value(random))));
    return cells;
  }

  @Property(tries = 300)
  void every_cell_comes_out_as_it_went_in(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 60) int rows,
      @ForAll boolean sameLength,
      @ForAll boolean sameType) {
    Random random = new Random(seed);
    List<List<Cell>> table = new ArrayList<>();
    List<ColumnBuilder> builders = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      table.add(cells(random, rows, sameLength, sameType));
      builders.add(builder(new OID(ENTRY).append(6 + i), table.get(i)));
    }

    ResultBlock block = ResultBlock.of(AT, builders);

    assertThat(block.readAt()).isEqualTo(AT);
    assertThat(block.rows()).isEqualTo(rows);
    assertThat(block.varbinds()).isEqualTo(3 * rows);
    for (int i = 0; i < 3; i++) {
      Column column = block.columns().get(i);
      assertThat(column.root()).isEqualTo(new OID(ENTRY).append(6 + i));
      assertSame(column, table.get(i));
    }
  }

  private static void assertSame(Column column, List<Cell> cells) {
    assertThat(column.rows()).isEqualTo(cells.size());
    for (int row = 0; row < cells.size(); row++) {
      Variable value = cells.get(row).value();
      assertThat(column.index(row)).isEqualTo(cells.get(row).index());
      assertThat(column.type(row).tag()).isEqualTo(value.getSyntax());
      if (column.type(row).isNumber()) {
        assertThat(column.number(row)).isEqualTo(value.toLong());
        assertThat(column.octets(row)).isEmpty();
      } else if (value instanceof OID oid) {
        assertThat(column.objectId(row)).isEqualTo(oid);
      } else if (value instanceof IpAddress address) {
        assertThat(column.octets(row)).isEqualTo(address.toByteArray());
      } else {
        assertThat(column.octets(row)).isEqualTo(((OctetString) value).getValue());
      }
    }
  }

  @Property(tries = 100)
  void a_column_that_is_joined_of_parts_is_the_column(@ForAll long seed) {
    Random random = new Random(seed);
    List<Cell> cells = cells(random, 40, random.nextBoolean(), random.nextBoolean());
    int cut = random.nextInt(40);
    OID root = new OID(ENTRY).append(6);
    ColumnBuilder joined = new ColumnBuilder(root.getValue());

    for (List<Cell> part : List.of(cells.subList(0, cut), cells.subList(cut, 40))) {
      joined.addAll(ResultBlock.of(AT, List.of(builder(root, part))).columns().get(0));
    }

    ColumnBuilder whole = builder(root, cells);
    assertThat(ResultBlock.of(AT, List.of(joined)).asBuffer())
        .isEqualTo(ResultBlock.of(AT, List.of(whole)).asBuffer());
  }

  @Test
  void the_layout_is_the_one_that_is_described() {
    List<Cell> rows =
        List.of(
            new Cell(new int[] {3}, new Counter64(5)), new Cell(new int[] {7}, new Counter64(-1)));
    ByteBuffer block =
        ResultBlock.of(
                AT,
                List.of(
                    builder(new OID(ENTRY).append(6), rows),
                    builder(new OID(ENTRY).append(10), rows)))
            .asBuffer();

    assertThat(block.getInt(0)).isEqualTo(0x544c4231);
    assertThat(block.getInt(4)).isEqualTo(2);
    assertThat(block.getLong(8)).isEqualTo(AT.toEpochMilli());
    int second = 16 + 44;
    int root = block.getInt(second);
    assertThat(root).as("the start of the object is shared").isEqualTo(block.getInt(16));
    assertThat(block.getInt(root)).isEqualTo(1);
    assertThat(block.getInt(second + 4)).isEqualTo(ENTRY.size());
    assertThat(block.getInt(second + 8)).isEqualTo(10);
    assertThat(block.getInt(second + 12)).as("rows").isEqualTo(2);
    assertThat(block.getInt(second + 16)).as("length of an index").isEqualTo(1);
    assertThat(block.getInt(block.getInt(second + 24) + 4)).as("second index").isEqualTo(7);
    assertThat(block.getInt(second + 24)).isEqualTo(block.getInt(16 + 24));
    assertThat(block.getInt(second + 28)).as("type of all").isEqualTo(0x46);
    assertThat(block.getLong(block.getInt(second + 36) + 8)).isEqualTo(-1);
  }

  @Test
  void a_block_cannot_be_changed_from_outside() {
    ByteBuffer view =
        ResultBlock.of(AT, List.of(builder(new OID(ENTRY).append(6), List.of()))).asBuffer();

    assertThatThrownBy(() -> view.put(0, (byte) 0)).isInstanceOf(ReadOnlyBufferException.class);
  }

  @Test
  void a_row_is_found_by_its_index_and_only_by_all_of_it() {
    List<Cell> cells =
        List.of(
            new Cell(new int[] {2}, new Integer32(1)),
            new Cell(new int[] {5, 1}, new Integer32(2)),
            new Cell(new int[] {9}, new Integer32(3)),
            new Cell(new int[] {-1}, new Integer32(4)));
    Column column =
        ResultBlock.of(AT, List.of(builder(new OID(ENTRY).append(6), cells))).columns().get(0);

    assertThat(column.find(2)).isZero();
    assertThat(column.find(9)).isEqualTo(2);
    assertThat(column.find(-1)).as("2^32-1, the last").isEqualTo(3);
    assertThat(column.find(5)).isEqualTo(-1);
    assertThat(column.find(3)).isEqualTo(-1);
  }

  @Test
  void a_request_for_a_single_sub_identifier_has_its_block_too() {
    Column column =
        ResultBlock.of(
                AT,
                List.of(
                    builder(
                        new OID(new int[] {1}),
                        List.of(new Cell(new int[] {3, 6, 1}, new Integer32(1))))))
            .columns()
            .get(0);

    assertThat(column.root()).isEqualTo(new OID(new int[] {1}));
    assertThat(column.index(0)).containsExactly(3, 6, 1);
  }
}
