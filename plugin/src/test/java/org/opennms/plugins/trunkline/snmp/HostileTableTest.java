package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.snmp.Wait.forResult;
import static org.opennms.plugins.trunkline.snmp.Wait.oids;
import static org.opennms.plugins.trunkline.snmp.Wait.v1;
import static org.opennms.plugins.trunkline.snmp.Wait.v2c;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

/**
 * Agents that lie about tables: each lie has an outcome of its own and a counter, and never a hang.
 */
class HostileTableTest extends EngineAndAgent {
  private static final String SYS_NAME = "1.3.6.1.2.1.1.5.0";
  private static final String COLUMN = "1.3.6.1.2.1.2.2.1.2";
  private static final String NEXT_COLUMN = "1.3.6.1.2.1.2.2.1.3";

  @BeforeEach
  void name() {
    agent.with(SYS_NAME, new OctetString("edge1"));
  }

  private TableResult walk() {
    return forResult(engine.walk(v2c(agent.address()), new OID(COLUMN)));
  }

  private FakeAgent table(int rows) {
    return agent
        .withColumn(COLUMN, rows, row -> new OctetString("port " + row))
        .withColumn(NEXT_COLUMN, rows, row -> new Integer32(6));
  }

  @Test
  void rows_out_of_order_are_asked_for_again_few_at_a_time() {
    table(30)
        .behaving(
            (self, request) -> {
              PDU pdu = self.reply(request);
              List<VariableBinding> rows = new ArrayList<>(pdu.getVariableBindings());
              if (rows.size() > 3) {
                VariableBinding moved = rows.remove(1);
                rows.add(2, moved);
              }
              pdu.setVariableBindings(rows);
              return List.of(FakeAgent.encode(request, pdu));
            });

    TableResult result = walk();

    assertThat(result.failure()).isEmpty();
    assertThat(result.rows()).isEqualTo(30);
    assertThat(result.defects()).isEmpty();
    assertThat(discarded(Discard.NOT_INCREASING)).isPositive();
    assertThat(engine.device(agent.address()).orElseThrow().repetitions()).isLessThan(10);
  }

  @Test
  void repeated_rows_come_once() {
    table(30)
        .changing(
            pdu -> {
              List<VariableBinding> twice = new ArrayList<>();
              for (VariableBinding vb : pdu.getVariableBindings()) {
                twice.add(vb);
                twice.add(vb);
              }
              pdu.setVariableBindings(twice);
              return pdu;
            });

    TableResult result = walk();

    assertThat(result.rows()).isEqualTo(30);
    assertThat(result.failure()).isEmpty();
    assertThat(discarded(Discard.REPEATED)).isPositive();
    assertThat(discarded(Discard.EXCESS)).isPositive();
  }

  @Test
  void a_loop_ends_the_column_with_a_defect() {
    table(5)
        .behaving(
            (self, request) -> {
              PDU pdu = self.reply(request);
              List<VariableBinding> loop = new ArrayList<>();
              for (int i = 0; i < pdu.size(); i++) {
                int row = i % 5 + 1;
                loop.add(
                    new VariableBinding(
                        new OID(COLUMN).append(row), new OctetString("port " + row)));
              }
              pdu.setVariableBindings(loop);
              return List.of(FakeAgent.encode(request, pdu));
            });

    TableResult result = walk();

    assertThat(result.rows()).isEqualTo(5);
    assertThat(result.defects()).hasSize(1);
    assertThat(result.defects().get(0).what()).contains("do not increase");
    assertThat(agent.requests()).hasSizeLessThan(5);
  }

  @Test
  void an_endless_table_stops_at_the_limit() {
    AtomicInteger counter = new AtomicInteger();
    agent.changing(
        pdu -> {
          List<VariableBinding> rows = new ArrayList<>();
          for (int i = 0; i < pdu.size(); i++) {
            rows.add(
                new VariableBinding(
                    new OID(COLUMN).append(counter.incrementAndGet()), new Integer32(1)));
          }
          pdu.setVariableBindings(rows);
          return pdu;
        });

    TableResult result =
        forResult(engine.table(v2c(agent.address()), TableRequest.of(oids(COLUMN)).atMost(1_000)));

    assertThat(result.failure()).containsInstanceOf(SnmpFailure.TooMany.class);
    assertThat(result.rows()).isBetween(1_000, 1_100);
  }

  @Test
  void values_after_end_of_mib_view_are_asked_for_again() {
    table(3)
        .changing(
            pdu -> {
              List<VariableBinding> rows = new ArrayList<>(pdu.getVariableBindings());
              if (rows.size() >= 4) {
                rows.set(1, new VariableBinding(rows.get(1).getOid(), Null.endOfMibView));
              }
              pdu.setVariableBindings(rows);
              return pdu;
            });

    TableResult result = walk();

    assertThat(result.rows()).isEqualTo(3);
    assertThat(result.defects()).isEmpty();
    assertThat(discarded(Discard.AFTER_END)).isPositive();
  }

  @Test
  void too_big_with_an_empty_list_is_met_with_fewer_rows_and_remembered() {
    table(60).upTo(200);

    TableResult result = walk();

    assertThat(result.failure()).isEmpty();
    assertThat(result.rows()).isEqualTo(60);
    assertThat(engine.metrics().shrinks()).isPositive();
    int learned = engine.device(agent.address()).orElseThrow().repetitions();
    assertThat(learned).isBetween(1, 9);
    int asked = agent.requests().size();
    walk();
    assertThat(agent.requests().get(asked).pdu().getMaxRepetitions()).isEqualTo(learned);
  }

  @Test
  void an_answer_without_varbinds_is_taken_for_too_big() {
    table(40)
        .changing(
            pdu -> {
              if (pdu.size() > 4) {
                pdu.clear();
              }
              return pdu;
            })
        .behaving(
            (self, request) -> {
              PDU pdu = self.reply(request);
              if (pdu.size() > 4) {
                pdu.setVariableBindings(List.of());
              }
              return List.of(FakeAgent.encode(request, pdu));
            });

    TableResult result = walk();

    assertThat(result.failure()).isEmpty();
    assertThat(result.rows()).isEqualTo(40);
  }

  @Test
  void an_agent_that_is_always_too_big_ends_as_an_agent_error() {
    table(10).upTo(20);

    assertThat(walk().failure()).contains(new SnmpFailure.AgentError(1, 0));
  }

  @Test
  void a_general_error_costs_one_column_and_not_the_others() {
    table(20)
        .behaving(
            (self, request) -> {
              PDU pdu = self.reply(request);
              List<? extends VariableBinding> asked = request.pdu().getVariableBindings();
              for (int i = 0; i < asked.size(); i++) {
                if (asked.get(i).getOid().equals(new OID(NEXT_COLUMN + ".7"))) {
                  pdu.setErrorStatus(PDU.genErr);
                  pdu.setErrorIndex(i + 1);
                } else if (pdu.getVariableBindings().stream()
                    .anyMatch(vb -> vb.getOid().equals(new OID(NEXT_COLUMN + ".8")))) {
                  pdu.setErrorStatus(PDU.genErr);
                  pdu.setErrorIndex(0);
                }
              }
              return List.of(FakeAgent.encode(request, pdu));
            });

    TableResult result =
        forResult(engine.table(v2c(agent.address()), TableRequest.of(oids(COLUMN, NEXT_COLUMN))));

    assertThat(result.columns().get(0).rows()).isEqualTo(20);
    assertThat(result.columns().get(1).rows()).isEqualTo(7);
    assertThat(result.defects()).hasSize(1);
    assertThat(result.defects().get(0).what()).contains("genErr");
  }

  @Test
  void an_agent_that_fails_only_on_getbulk_is_read_with_getnext() {
    table(6)
        .behaving(
            (self, request) ->
                request.pdu().getType() == PDU.GETBULK
                    ? List.of()
                    : FakeAgent.honest(self, request));
    SnmpTarget patient =
        new SnmpTarget(
            agent.address(), Wait.V2C, new RequestOptions(Duration.ofMillis(100), 2, 25));

    TableResult result = forResult(engine.walk(patient, new OID(COLUMN)));

    assertThat(result.failure()).isEmpty();
    assertThat(result.rows()).isEqualTo(6);
  }

  @Test
  void a_counter64_in_v1_is_discarded() {
    agent.withColumn("1.3.6.1.2.1.31.1.1.1.6", 3, row -> new Counter64(row));

    TableResult result =
        forResult(engine.walk(v1(agent.address()), new OID("1.3.6.1.2.1.31.1.1.1.6")));

    assertThat(result.failure()).isEmpty();
    assertThat(result.rows()).isZero();
    assertThat(discarded(Discard.COUNTER64_IN_V1)).isEqualTo(3);
  }

  @Test
  void the_failure_of_a_walk_keeps_what_was_read() {
    AtomicInteger answers = new AtomicInteger();
    table(500)
        .behaving(
            (self, request) ->
                answers.incrementAndGet() > 3 ? List.of() : FakeAgent.honest(self, request));

    TableResult result = walk();

    assertThat(result.failure()).containsInstanceOf(SnmpFailure.NoAnswer.class);
    assertThat(result.rows()).isGreaterThan(10);
    assertThat(result.columns().get(0).octets(0)).asString().isEqualTo("port 1");
    assertThat(Optional.of(result.varbinds())).hasValueSatisfying(n -> assertThat(n).isPositive());
  }

  @Test
  void an_agent_that_skips_rows_of_long_answers_is_read_row_by_row() {
    table(30)
        .behaving(
            (self, request) -> {
              PDU pdu = self.reply(request);
              List<VariableBinding> rows = new ArrayList<>(pdu.getVariableBindings());
              if (request.pdu().getType() == PDU.GETBULK && rows.size() > 8) {
                rows.removeIf(
                    vb -> vb.getOid().startsWith(new OID(COLUMN)) && vb.getOid().last() % 4 == 3);
              }
              pdu.setVariableBindings(rows);
              return List.of(FakeAgent.encode(request, pdu));
            });

    TableResult result =
        forResult(engine.table(v2c(agent.address()), TableRequest.of(oids(COLUMN, NEXT_COLUMN))));

    assertThat(result.failure()).isEmpty();
    assertThat(result.columns()).allSatisfy(c -> assertThat(c.rows()).isEqualTo(30));
    assertThat(discarded(Discard.SKIPPED)).isPositive();
    assertThat(engine.device(agent.address()).orElseThrow().repetitions()).isEqualTo(1);
  }

  @Test
  void a_true_hole_costs_one_question_and_is_left_alone() {
    table(20).with("1.3.6.1.2.1.2.2.1.2.99", new OctetString("no type"));

    TableResult result =
        forResult(engine.table(v2c(agent.address()), TableRequest.of(oids(COLUMN, NEXT_COLUMN))));

    assertThat(result.columns().get(0).rows()).isEqualTo(21);
    assertThat(result.columns().get(1).rows()).isEqualTo(20);
    assertThat(discarded(Discard.SKIPPED)).isZero();
    assertThat(agent.requests()).filteredOn(r -> r.pdu().getType() == PDU.GET).hasSize(1);
  }
}
