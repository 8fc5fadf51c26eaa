package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.snmp.Wait.forResult;
import static org.opennms.plugins.trunkline.snmp.Wait.oids;
import static org.opennms.plugins.trunkline.snmp.Wait.v2c;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** Agents that leave rows out of long answers, alike in all columns. */
class SkippedRowsTest extends EngineAndAgent {
  private static final String COLUMN = "1.3.6.1.2.1.2.2.1.3";
  private static final String OTHER = "1.3.6.1.2.1.2.2.1.5";

  /** Long answers lack the rows of these indexes. */
  private void skipping(Predicate<OID> skipped) {
    agent.behaving(
        (self, request) -> {
          PDU pdu = self.reply(request);
          List<VariableBinding> rows = new ArrayList<>(pdu.getVariableBindings());
          if (request.pdu().getType() == PDU.GETBULK && request.pdu().getMaxRepetitions() > 1) {
            rows.removeIf(vb -> skipped.test(vb.getOid()));
          }
          pdu.setVariableBindings(rows);
          return List.of(FakeAgent.encode(request, pdu));
        });
  }

  private TableResult read(String... columns) {
    return forResult(engine.table(v2c(agent.address()), TableRequest.of(oids(columns))));
  }

  private long gets(int type) {
    return agent.requests().stream().filter(r -> r.pdu().getType() == type).count();
  }

  @Test
  void rows_left_out_of_the_only_column_are_found_by_the_gaps_of_its_index() {
    agent.withColumn(COLUMN, 60, row -> new Integer32(row));
    skipping(name -> name.last() % 5 == 3);

    TableResult result = read(COLUMN);

    assertThat(result.rows()).isEqualTo(60);
    assertThat(result.failure()).isEmpty();
    assertThat(engine.metrics().discarded(Discard.SKIPPED)).isPositive();
    assertThat(engine.device(agent.address()).orElseThrow().repetitions()).isEqualTo(1);
  }

  @Test
  void rows_left_out_of_all_columns_alike_are_found_too() {
    agent
        .withColumn(COLUMN, 40, row -> new Integer32(row))
        .withColumn(OTHER, 40, row -> new Integer32(row));
    skipping(name -> name.last() % 4 == 0);

    TableResult result = read(COLUMN, OTHER);

    assertThat(result.columns()).allSatisfy(column -> assertThat(column.rows()).isEqualTo(40));
  }

  @Test
  void a_table_without_gaps_costs_no_question() {
    agent.withColumn(COLUMN, 30, row -> new Integer32(row));

    assertThat(read(COLUMN).rows()).isEqualTo(30);

    assertThat(gets(PDU.GETNEXT)).isZero();
  }

  @Test
  void true_gaps_cost_one_question_a_device_and_not_one_a_table() {
    for (int row = 1; row <= 30; row++) {
      agent.with(COLUMN + "." + row * 1_000, new Integer32(row));
    }

    for (int i = 0; i < 20; i++) {
      assertThat(read(COLUMN).rows()).isEqualTo(30);
    }

    // One more with each growth of what the device is asked for.
    assertThat(gets(PDU.GETNEXT)).isBetween(1L, 4L);
    assertThat(engine.metrics().discarded(Discard.SKIPPED)).isZero();
  }

  @Test
  void a_row_that_has_come_since_is_no_lie() {
    for (int row = 1; row <= 30; row++) {
      agent.with(COLUMN + "." + row * 1_000, new Integer32(row));
    }
    agent.behaving(
        (self, request) -> {
          if (request.pdu().getType() == PDU.GETNEXT) {
            self.with(COLUMN + ".1500", new Integer32(7));
          }
          return FakeAgent.honest(self, request);
        });

    assertThat(read(COLUMN).rows()).isEqualTo(30);

    assertThat(engine.metrics().discarded(Discard.SKIPPED)).isZero();
  }

  @Test
  void an_agent_that_does_not_answer_the_question_keeps_its_rows() {
    for (int row = 1; row <= 30; row++) {
      agent.with(COLUMN + "." + row * 1_000, new Integer32(row));
    }
    agent.behaving(
        (self, request) -> {
          PDU pdu = self.reply(request);
          if (request.pdu().getType() == PDU.GETNEXT) {
            pdu.setErrorStatus(PDU.genErr);
          }
          return List.of(FakeAgent.encode(request, pdu));
        });

    TableResult result = read(COLUMN);
    long asked = gets(PDU.GETNEXT);
    read(COLUMN);

    assertThat(result.rows()).isEqualTo(30);
    assertThat(result.failure()).isEmpty();
    assertThat(asked).isPositive();
    assertThat(gets(PDU.GETNEXT)).isLessThanOrEqualTo(asked + 1);
  }

  @Test
  void true_holes_of_one_column_are_asked_for_once_a_device_too() {
    agent.withColumn(COLUMN, 20, row -> new Integer32(row));
    agent.with(OTHER + ".3", new Integer32(3));

    for (int i = 0; i < 10; i++) {
      assertThat(read(COLUMN, OTHER).rows()).isEqualTo(20);
    }

    assertThat(gets(PDU.GET)).isBetween(1L, 4L);
    assertThat(engine.metrics().discarded(Discard.SKIPPED)).isZero();
  }
}
