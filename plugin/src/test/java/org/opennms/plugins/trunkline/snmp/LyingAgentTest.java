package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.snmp.Wait.forResult;
import static org.opennms.plugins.trunkline.snmp.Wait.oids;
import static org.opennms.plugins.trunkline.snmp.Wait.v1;
import static org.opennms.plugins.trunkline.snmp.Wait.v2c;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

/**
 * Agents whose long answers lose rows, or that never come to an end: what can be had is had, what
 * cannot is told.
 */
class LyingAgentTest extends EngineAndAgent {
  private static final String COLUMN = "1.3.6.1.2.1.2.2.1.2";
  private static final String COUNTERS = "1.3.6.1.2.1.31.1.1.1.6";

  private TableResult walk() {
    return forResult(engine.walk(v2c(agent.address()), new OID(COLUMN)));
  }

  private void rewriting(UnaryOperator<List<VariableBinding>> change) {
    agent.changing(
        pdu -> {
          pdu.setVariableBindings(change.apply(new ArrayList<>(pdu.getVariableBindings())));
          return pdu;
        });
  }

  private static List<Integer> indexes(TableResult result) {
    Column column = result.columns().get(0);
    List<Integer> all = new ArrayList<>();
    for (int row = 0; row < column.rows(); row++) {
      all.add(column.index(row, 0));
    }
    return all;
  }

  @Test
  void rows_mixed_up_beyond_a_number_of_repetitions_come_whole_and_in_order() {
    agent.withColumn(COLUMN, 100, row -> new OctetString("port " + row));
    rewriting(
        rows -> {
          if (rows.size() > 5) {
            java.util.Collections.swap(rows, 4, 5);
          }
          return rows;
        });

    TableResult result = walk();

    assertThat(indexes(result)).hasSize(100).isSorted();
    assertThat(result.columns().get(0).octets(57)).asString().isEqualTo("port 58");
    assertThat(result.defects()).isEmpty();
    assertThat(engine.device(agent.address()).orElseThrow().repetitions()).isLessThan(10);
  }

  @Test
  void a_row_that_comes_in_the_wrong_place_only_is_told() {
    agent.withColumn(COLUMN, 20, row -> new OctetString("port " + row));
    rewriting(
        rows -> {
          if (rows.size() > 8) {
            rows.set(6, new VariableBinding(new OID(COLUMN + ".2.9"), new OctetString("ghost")));
          }
          return rows;
        });

    TableResult result = walk();

    assertThat(indexes(result)).hasSize(20).doesNotHaveDuplicates();
    assertThat(result.defects()).hasSize(1);
    assertThat(result.defects().get(0).what()).contains("2.9").contains("wrong place");
  }

  @Test
  void an_end_in_the_middle_of_a_long_answer_is_not_believed() {
    agent.withColumn(COLUMN, 40, row -> new OctetString("port " + row));
    rewriting(
        rows -> {
          if (rows.size() > 4) {
            rows.set(3, new VariableBinding(rows.get(2).getOid(), Null.endOfMibView));
          }
          return rows;
        });

    TableResult result = walk();

    assertThat(indexes(result)).hasSize(40).isSorted();
    assertThat(discarded(Discard.AFTER_END)).isPositive();
  }

  @Test
  void a_value_that_cannot_be_read_costs_itself_only_and_is_told() {
    agent.withColumn(COLUMN, 30, row -> new Counter32(row));
    agent.behaving(
        (self, request) ->
            List.of(withoutOctets(FakeAgent.encode(request, self.reply(request)), (byte) 17)));

    TableResult result = walk();

    assertThat(result.failure()).isEmpty();
    assertThat(indexes(result)).hasSize(29).doesNotContain(17);
    assertThat(result.defects()).hasSize(1);
    assertThat(result.defects().get(0).what()).contains("index 17");
    assertThat(discarded(Discard.MALFORMED)).isPositive();
  }

  /** Turns the Counter32 of this value into one whose tag nobody knows. */
  private static byte[] withoutOctets(byte[] answer, byte value) {
    byte[] changed = answer.clone();
    for (int i = 2; i < changed.length; i++) {
      if (changed[i - 2] == 0x41 && changed[i - 1] == 1 && changed[i] == value) {
        changed[i - 2] = 0x4f;
      }
    }
    return changed;
  }

  @Test
  void counter64_without_end_in_version_1_stops_at_the_limit() {
    AtomicInteger row = new AtomicInteger();
    agent.changing(
        pdu -> {
          pdu.setErrorStatus(0);
          pdu.setErrorIndex(0);
          pdu.setVariableBindings(
              List.of(
                  new VariableBinding(
                      new OID(COUNTERS).append(row.incrementAndGet()), new Counter64(1))));
          return pdu;
        });

    TableResult result =
        forResult(engine.table(v1(agent.address()), TableRequest.of(oids(COUNTERS)).atMost(2_000)));

    assertThat(result.failure()).containsInstanceOf(SnmpFailure.TooMany.class);
    assertThat(result.rows()).isZero();
    assertThat(discarded(Discard.COUNTER64_IN_V1)).isEqualTo(2_000);
  }

  @Test
  void rows_without_end_before_the_range_stop_at_the_limit() {
    AtomicInteger row = new AtomicInteger();
    agent.changing(
        pdu -> {
          List<VariableBinding> rows = new ArrayList<>();
          for (int i = 0; i < pdu.size(); i++) {
            OID name = new OID(COLUMN).append(9).append(Integer.MAX_VALUE);
            rows.add(new VariableBinding(name.append(row.incrementAndGet()), new Integer32(1)));
          }
          pdu.setVariableBindings(rows);
          return pdu;
        });

    TableResult result =
        forResult(
            engine.table(
                v2c(agent.address()),
                TableRequest.of(oids(COLUMN))
                    .atMost(500)
                    .within(new IndexRange(new int[] {10}, new int[] {20}))));

    assertThat(result.failure()).containsInstanceOf(SnmpFailure.TooMany.class);
    assertThat(row.get()).isLessThan(1_200);
  }

  @Test
  void an_agent_that_mixes_up_every_answer_ends_with_a_defect_and_few_requests() {
    AtomicInteger answers = new AtomicInteger();
    agent.changing(
        pdu -> {
          answers.incrementAndGet();
          List<VariableBinding> rows = new ArrayList<>();
          for (int i = 0; i < Math.max(1, pdu.size()); i++) {
            int index = 1_000_000 - answers.get() * 1_000 - i;
            rows.add(new VariableBinding(new OID(COLUMN).append(index), new Integer32(1)));
          }
          pdu.setVariableBindings(rows);
          return pdu;
        });

    TableResult result = walk();

    assertThat(result.defects()).hasSize(1);
    assertThat(answers.get()).isLessThan(15);
  }

  @Test
  void answers_of_a_request_that_was_made_smaller_do_not_count_as_long_ones() {
    agent.withColumn(COLUMN, 12, row -> new OctetString("port " + row));
    agent.changing(
        pdu -> {
          if (pdu.getType() == PDU.RESPONSE && pdu.size() > 1) {
            List<VariableBinding> rows = new ArrayList<>(pdu.getVariableBindings());
            rows.subList(1, rows.size()).clear();
            pdu.setVariableBindings(rows);
          }
          return pdu;
        });

    TableResult result = walk();

    assertThat(indexes(result))
        .containsExactlyElementsOf(Arrays.asList(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    assertThat(result.failure()).isEmpty();
  }
}
