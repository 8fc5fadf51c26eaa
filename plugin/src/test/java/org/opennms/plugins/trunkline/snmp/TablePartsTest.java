package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.snmp.Wait.forResult;
import static org.opennms.plugins.trunkline.snmp.Wait.oids;
import static org.opennms.plugins.trunkline.snmp.Wait.v2c;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/** Tables in parts: together they are the whole table, and no row comes twice. */
class TablePartsTest {
  private static final String DESCR = "1.3.6.1.2.1.2.2.1.2";
  private static final String TYPE = "1.3.6.1.2.1.2.2.1.3";

  @Nested
  class OnTheWire {
    private SnmpEngine engine;
    private FakeAgent agent;

    @BeforeEach
    void start() throws IOException {
      engine = SnmpEngine.open(EngineSettings.DEFAULT);
      agent = FakeAgent.start();
    }

    @AfterEach
    void stop() {
      agent.close();
      engine.close();
    }

    private TableResult read(TableRequest request) {
      TableResult result = forResult(engine.table(v2c(agent.address()), request));
      assertThat(result.failure()).isEmpty();
      assertThat(result.defects()).isEmpty();
      return result;
    }

    private void table(int rows) {
      agent
          .withColumn(DESCR, rows, row -> new OctetString("port " + row))
          .withColumn(TYPE, rows, row -> new Integer32(row));
    }

    @Test
    void a_large_table_is_read_in_parts_the_second_time_and_is_the_same() {
      table(3_000);
      TableResult first = read(TableRequest.of(oids(DESCR, TYPE)));
      int asked = agent.requests().size();

      TableResult second = read(TableRequest.of(oids(DESCR, TYPE)));

      assertThat(second.rows()).isEqualTo(3_000);
      for (int row = 0; row < 3_000; row++) {
        assertThat(second.columns().get(1).number(row)).isEqualTo(row + 1);
        assertThat(second.columns().get(0).octets(row))
            .isEqualTo(first.columns().get(0).octets(row));
      }
      long starts =
          agent.requests().subList(asked, asked + 4).stream()
              .map(r -> r.pdu().get(0).getOid())
              .distinct()
              .count();
      assertThat(starts).isEqualTo(4);
    }

    @Test
    void rows_that_came_and_went_since_the_last_walk_are_right_too() {
      table(2_500);
      read(TableRequest.of(oids(DESCR)));
      FakeAgent grown = agent;
      grown.with(DESCR + ".0", new OctetString("before all"));
      grown.with(DESCR + ".99999", new OctetString("after all"));
      grown.with(DESCR + ".1250.7", new OctetString("between"));

      TableResult again = read(TableRequest.of(oids(DESCR)));

      assertThat(again.rows()).isEqualTo(2_503);
    }

    @Test
    void a_small_table_is_not_split() {
      table(500);
      read(TableRequest.of(oids(DESCR)));
      int asked = agent.requests().size();

      read(TableRequest.of(oids(DESCR)).inParts(8));

      assertThat(agent.requests().get(asked).pdu().get(0).getOid()).isEqualTo(new OID(DESCR));
    }

    @Test
    void a_caller_gets_the_rows_of_a_range_only() {
      table(100);

      TableResult some =
          read(TableRequest.of(oids(DESCR)).within(new IndexRange(new int[] {20}, new int[] {30})));

      assertThat(some.columns().get(0).index(0)).containsExactly(20);
      assertThat(some.rows()).isEqualTo(10);
    }

    @Test
    void a_partial_index_selects_all_rows_that_begin_with_it() {
      for (int vlan = 1; vlan <= 5; vlan++) {
        for (int port = 0; port < 40; port++) {
          agent.with(DESCR + "." + vlan + "." + port, new Counter64(vlan * 100L + port));
        }
      }

      TableResult vlan = read(TableRequest.of(oids(DESCR)).within(IndexRange.beginningWith(3)));

      assertThat(vlan.rows()).isEqualTo(40);
      assertThat(vlan.columns().get(0).index(0)).containsExactly(3, 0);
      assertThat(vlan.columns().get(0).number(39)).isEqualTo(339);
    }

    @Test
    void parts_are_handed_on_as_they_complete_and_the_end_holds_no_rows() {
      table(4_000);
      read(TableRequest.of(oids(DESCR)));
      List<Integer> blocks = new ArrayList<>();

      TableResult end =
          forResult(
              engine.table(
                  v2c(agent.address()),
                  TableRequest.of(oids(DESCR)),
                  part -> blocks.add(part.rows())));

      assertThat(blocks).hasSize(4).allSatisfy(rows -> assertThat(rows).isBetween(900, 1_100));
      assertThat(blocks.stream().mapToInt(Integer::intValue).sum()).isEqualTo(4_000);
      assertThat(end.rows()).isZero();
      assertThat(end.varbinds()).isGreaterThanOrEqualTo(4_000);
    }

    @Test
    void a_part_that_fails_makes_the_whole_incomplete() {
      table(3_000);
      read(TableRequest.of(oids(DESCR)));
      agent.behaving(
          (self, request) ->
              request.pdu().get(0).getOid().last() > 2_800
                      && request.pdu().get(0).getOid().size() == new OID(DESCR).size() + 1
                  ? List.of()
                  : FakeAgent.honest(self, request));

      TableResult broken =
          forResult(engine.table(v2c(agent.address()), TableRequest.of(oids(DESCR))));

      assertThat(broken.failure()).containsInstanceOf(SnmpFailure.NoAnswer.class);
      assertThat(broken.rows()).isBetween(2_000, 2_999);
    }
  }

  @Property(tries = 300)
  void parts_cover_every_index_exactly_once(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int count) {
    Random random = new Random(seed);
    TableShapes shapes = new TableShapes();
    OID table = new OID("1.3.6");
    shapes.learn(table, column(random, 2_001 + random.nextInt(500)));

    List<IndexRange> parts = shapes.parts(table, count);

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

  private static Column column(Random random, int rows) {
    TreeSet<int[]> indexes = new TreeSet<>(Arrays::compareUnsigned);
    while (indexes.size() < rows) {
      indexes.add(new int[] {random.nextInt(50) - 1, random.nextInt(500), random.nextInt(9)});
    }
    try {
      ColumnBuilder builder = new ColumnBuilder(new int[] {1, 3, 6});
      for (int[] index : indexes) {
        builder.add(answer(index));
      }
      return new Column(builder);
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
  void a_counter_takes_twelve_octets() throws Exception {
    ColumnBuilder builder = new ColumnBuilder(new int[] {1, 3});
    for (int i = 0; i < 10_000; i++) {
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

    Column column = new Column(builder);

    assertThat(column.bytes()).isLessThan(10_000 * 12 + 100);
    assertThat(column.number(9_999)).isEqualTo(9_999 * 1_000_000_007L);
    assertThat(column.type(0)).isEqualTo(ValueType.COUNTER64);
  }
}
