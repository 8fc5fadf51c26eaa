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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;

/** Where the rows of a table lie, how they are split, and how they are packed. */
class TableShapesTest {
  @Property(tries = 300)
  void parts_cover_every_index_exactly_once(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int count) {
    Random random = new Random(seed);
    TableShapes shapes = new TableShapes();
    OID table = new OID("1.3.6");
    List<TableShapes.Sample> samples = new ArrayList<>();
    List<int[]> rows = indexes(random, 2_001 + random.nextInt(500));
    for (int from = 0; from < rows.size(); ) {
      int to = Math.min(rows.size(), from + 1 + random.nextInt(1_500));
      samples.add(TableShapes.Sample.of(List.of(column(rows.subList(from, to)))));
      from = to;
    }
    shapes.learn(table, samples, false);

    List<IndexRange> parts =
        shapes.parts(table, IndexRange.ALL, count).stream().map(TableShapes.Part::range).toList();

    for (int i = 0; i < 200; i++) {
      int[] index = index(random);
      long holders = parts.stream().filter(p -> holds(p, index)).count();
      assertThat(holders).as(Arrays.toString(index)).isEqualTo(1);
    }
    assertThat(parts).hasSizeLessThanOrEqualTo(count);
  }

  private static boolean holds(IndexRange range, int[] index) {
    return !range.startsAfter(index, index.length, 0) && !range.endsBefore(index, index.length, 0);
  }

  private static int[] index(Random random) {
    int[] index = new int[1 + random.nextInt(3)];
    for (int i = 0; i < index.length; i++) {
      index[i] = random.nextInt(50) - 1;
    }
    return index;
  }

  @Property(tries = 100)
  void parts_are_of_similar_size_however_the_table_was_read_before(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 16) int count) {
    Random random = new Random(seed);
    List<int[]> rows = indexes(random, 6_400);
    TableShapes shapes = new TableShapes();
    OID table = new OID("1.3.6");
    int cut = 1 + random.nextInt(6_398);
    shapes.learn(
        table,
        List.of(
            TableShapes.Sample.of(List.of(column(rows.subList(0, cut)))),
            TableShapes.Sample.of(List.of(column(rows.subList(cut, rows.size()))))),
        false);

    List<TableShapes.Part> parts = shapes.parts(table, IndexRange.ALL, count);

    assertThat(parts).hasSize(count);
    for (TableShapes.Part part : parts) {
      long held = rows.stream().filter(row -> holds(part.range(), row)).count();
      assertThat(held).isBetween(6_400L / count - 330, 6_400L / count + 330);
      assertThat(part.rows()).isBetween((int) held - 330, (int) held + 330);
    }
  }

  @Property(tries = 100)
  void parts_of_a_range_cover_the_range_and_nothing_else(@ForAll long seed) {
    Random random = new Random(seed);
    TableShapes shapes = new TableShapes();
    OID table = new OID("1.3.6");
    shapes.learn(
        table, List.of(TableShapes.Sample.of(List.of(column(indexes(random, 3_000))))), false);
    int[] one = index(random);
    int[] other = index(random);
    boolean ordered = Arrays.compareUnsigned(one, other) < 0;
    IndexRange range = ordered ? new IndexRange(one, other) : new IndexRange(other, one);

    List<TableShapes.Part> parts = shapes.parts(table, range, 8);

    for (int i = 0; i < 200; i++) {
      int[] index = index(random);
      long holders = parts.stream().filter(p -> holds(p.range(), index)).count();
      assertThat(holders).isEqualTo(holds(range, index) ? 1 : 0);
    }
  }

  static List<int[]> indexes(Random random, int rows) {
    TreeSet<int[]> indexes = new TreeSet<>(Arrays::compareUnsigned);
    while (indexes.size() < rows) {
      indexes.add(new int[] {random.nextInt(50) - 1, random.nextInt(500), random.nextInt(9)});
    }
    return List.copyOf(indexes);
  }

  private static Column column(List<int[]> indexes) {
    try {
      ColumnBuilder builder = new ColumnBuilder(new int[] {1, 3, 6});
      for (int[] index : indexes) {
        builder.add(answer(index));
      }
      return ResultBlock.of(Instant.EPOCH, List.of(builder)).columns().get(0);
    } catch (MalformedMessageException e) {
      throw new AssertionError(e);
    }
  }

  private static AnswerPdu answer(int[] index) throws MalformedMessageException {
    BerWriter writer = new BerWriter();
    OID name = new OID(new int[] {1, 3, 6}, index);
    new RequestPdu(
            PduType.RESPONSE,
            0,
            0,
            new int[][] {name.getValue()},
            new org.snmp4j.smi.Variable[] {new Integer32(1)})
        .write(writer, 1);
    byte[] bytes = writer.toByteArray();
    AnswerPdu pdu = AnswerPdu.read(new BerReader(bytes, 0, bytes.length), false);
    assertThat(pdu.next()).isTrue();
    return pdu;
  }

  @ParameterizedTest
  @CsvSource({"5, 6", "'5,-1', 6", "-1, ''", "'7,3', '7,4'"})
  void the_end_of_a_prefix_is_its_next_sibling(String prefix, String before) {
    assertThat(IndexRange.beginningWith(ints(prefix)).before()).isEqualTo(ints(before));
  }

  private static int[] ints(String text) {
    return text.isEmpty()
        ? new int[0]
        : Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  @Test
  void the_walk_of_a_range_begins_just_before_it() {
    int[] root = {1, 3};

    assertThat(IndexRange.ALL.askAfter(root)).containsExactly(1, 3);
    assertThat(new IndexRange(new int[] {5}, new int[0]).askAfter(root))
        .containsExactly(1, 3, 4, Integer.MAX_VALUE);
    assertThat(new IndexRange(new int[] {5, 0}, new int[0]).askAfter(root))
        .containsExactly(1, 3, 5);
  }

  @Test
  void a_counter_takes_twelve_octets_and_eight_where_the_rows_are_known() throws Exception {
    ColumnBuilder first = counters(10_000);
    ResultBlock one = ResultBlock.of(Instant.EPOCH, List.of(first));
    ResultBlock two = ResultBlock.of(Instant.EPOCH, List.of(first, counters(10_000)));

    assertThat(one.size()).isLessThan(10_000 * 12 + 100);
    assertThat(two.size()).isLessThan(20_000 * 10 + 200);
    assertThat(two.asBuffer().capacity()).isEqualTo(two.size());
    assertThat(two.varbinds()).isEqualTo(20_000);
    assertThat(two.columns()).allSatisfy(c -> assertThat(c.index(9_999)).containsExactly(9_999));
    assertThat(two.columns().get(1).number(9_999)).isEqualTo(9_999 * 1_000_000_007L);
    assertThat(two.columns().get(1).type(0)).isEqualTo(ValueType.COUNTER64);
  }

  private static ColumnBuilder counters(int rows) throws MalformedMessageException {
    ColumnBuilder builder = new ColumnBuilder(new int[] {1, 3});
    for (int i = 0; i < rows; i++) {
      BerWriter writer = new BerWriter();
      new RequestPdu(
              PduType.RESPONSE,
              0,
              0,
              new int[][] {{1, 3, i}},
              new org.snmp4j.smi.Variable[] {new Counter64(i * 1_000_000_007L)})
          .write(writer, 1);
      byte[] bytes = writer.toByteArray();
      AnswerPdu pdu = AnswerPdu.read(new BerReader(bytes, 0, bytes.length), false);
      assertThat(pdu.next()).isTrue();
      builder.add(pdu);
    }
    return builder;
  }
}
