package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opennms.plugins.trunkline.snmp.Wait.forResult;
import static org.opennms.plugins.trunkline.snmp.Wait.oids;
import static org.opennms.plugins.trunkline.snmp.Wait.v2c;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/** Tables in parts: together they are the whole table, and no row comes twice. */
class TablePartsTest {
  private static final String DESCR = "1.3.6.1.2.1.2.2.1.2";
  private static final String TYPE = "1.3.6.1.2.1.2.2.1.3";

  @Nested
  class OnTheWire extends EngineAndAgent {
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
      List<OID> starts =
          agent.requests().subList(asked, asked + 4).stream()
              .map(r -> r.pdu().get(0).getOid())
              .distinct()
              .toList();
      assertThat(starts).hasSize(4);
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
    void a_small_table_is_split_only_when_that_is_asked_for() {
      table(500);
      read(TableRequest.of(oids(DESCR)).inParts(5));
      List<Integer> blocks = new ArrayList<>();
      engineTable(TableRequest.of(oids(DESCR)), part -> blocks.add(part.rows()));
      assertThat(blocks).containsExactly(500);
      blocks.clear();

      engineTable(TableRequest.of(oids(DESCR)).inParts(5), part -> blocks.add(part.rows()));

      assertThat(blocks).hasSize(5).allSatisfy(rows -> assertThat(rows).isBetween(80, 120));
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

      assertThat(blocks).hasSize(8).allSatisfy(rows -> assertThat(rows).isBetween(400, 600));
      assertThat(blocks.stream().mapToInt(Integer::intValue).sum()).isEqualTo(4_000);
      assertThat(end.rows()).isZero();
      assertThat(end.varbinds()).isGreaterThanOrEqualTo(4_000);
    }

    @Test
    void a_walk_part_by_part_teaches_where_the_rows_lie_as_well() {
      table(4_000);
      engineTable(TableRequest.of(oids(DESCR)), part -> {});

      List<Integer> blocks = new ArrayList<>();
      engineTable(TableRequest.of(oids(DESCR)).inParts(5), part -> blocks.add(part.rows()));

      assertThat(blocks).hasSize(5).allSatisfy(rows -> assertThat(rows).isBetween(700, 900));
    }

    private void engineTable(TableRequest request, Consumer<TableResult> sink) {
      assertThat(forResult(engine.table(v2c(agent.address()), request, sink)).failure()).isEmpty();
    }

    @Test
    void a_caller_may_have_more_requests_under_way_than_the_policy_permits() throws Exception {
      table(4_000);
      read(TableRequest.of(oids(DESCR)));
      Set<Integer> open = ConcurrentHashMap.newKeySet();
      AtomicInteger most = new AtomicInteger();
      List<Runnable> held = Collections.synchronizedList(new ArrayList<>());
      agent.behaving(
          (self, request) -> {
            open.add(request.pdu().getRequestID().getValue());
            most.accumulateAndGet(open.size(), Math::max);
            List<byte[]> answer = FakeAgent.honest(self, request);
            held.add(
                () -> {
                  open.remove(request.pdu().getRequestID().getValue());
                  answer.forEach(octets -> sendLate(self, octets, request));
                });
            return List.of();
          });
      Thread slow = new Thread(() -> letGoSlowly(held));
      slow.start();

      read(TableRequest.of(oids(DESCR)).inFlight(12));
      slow.interrupt();
      slow.join();

      assertThat(most.get()).isGreaterThanOrEqualTo(8);
      assertThat(engine.device(agent.address()).orElseThrow().inFlight()).isBetween(8, 12);
    }

    private static void letGoSlowly(List<Runnable> held) {
      while (!Thread.interrupted()) {
        LockSupport.parkNanos(4_000_000);
        for (Runnable each : List.copyOf(held)) {
          held.remove(each);
          each.run();
        }
      }
    }

    private static void sendLate(FakeAgent agent, byte[] octets, FakeAgent.Request request) {
      try {
        agent.send(octets, request.from());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Test
    void a_consumer_that_fails_ends_the_walk_with_its_fault() {
      table(2_500);
      CompletableFuture<TableResult> broken =
          engine.table(
              v2c(agent.address()),
              TableRequest.of(oids(DESCR)),
              part -> {
                throw new IllegalStateException("no room");
              });

      assertThatThrownBy(() -> broken.get(10, TimeUnit.SECONDS)).hasMessageContaining("no room");
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

  @Property(tries = 15)
  void the_union_of_the_parts_is_the_whole_table_and_no_row_comes_twice(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 24) int parts,
      @ForAll @IntRange(min = 1, max = 16) int inFlight)
      throws IOException {
    Random random = new Random(seed);
    try (SnmpEngine engine = SnmpEngine.open(EngineSettings.DEFAULT);
        FakeAgent agent = FakeAgent.start()) {
      TableShapesTest.indexes(random, 2_200)
          .forEach(index -> agent.with(DESCR + dotted(index), new Integer32(1)));
      TableRequest whole = TableRequest.of(oids(DESCR));
      assertThat(forResult(engine.table(v2c(agent.address()), whole)).rows()).isEqualTo(2_200);
      TreeSet<int[]> expected = new TreeSet<>(Arrays::compareUnsigned);
      for (int[] index : TableShapesTest.indexes(random, 100)) {
        agent.with(DESCR + dotted(index), new Integer32(2));
      }
      agent.names().forEach(n -> expected.add(Arrays.copyOfRange(n, 10, n.length)));

      List<int[]> rows = Collections.synchronizedList(new ArrayList<>());
      TableResult end =
          forResult(
              engine.table(
                  v2c(agent.address()),
                  whole.inParts(parts).inFlight(inFlight),
                  part -> addRows(part.columns().get(0), rows)));

      assertThat(end.failure()).isEmpty();
      assertThat(rows).hasSameSizeAs(expected);
      rows.forEach(expected::remove);
      assertThat(expected).isEmpty();
    }
  }

  private static void addRows(Column column, List<int[]> into) {
    for (int row = 0; row < column.rows(); row++) {
      into.add(column.index(row));
    }
  }

  private static String dotted(int[] index) {
    return "." + new OID(index).toDottedString();
  }

  @Test
  void no_more_requests_under_way_than_a_device_could_ever_bear_are_taken() {
    TableRequest request = TableRequest.of(oids(DESCR));

    assertThat(request.inFlight(64).inFlight()).isEqualTo(64);
    assertThatThrownBy(() -> request.inFlight(65)).isInstanceOf(IllegalArgumentException.class);
  }
}
