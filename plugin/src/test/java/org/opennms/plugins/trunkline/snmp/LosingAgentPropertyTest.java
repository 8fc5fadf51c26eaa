package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * Agents whose answers are right up to some number of rows and wrong beyond: however they mix rows
 * up, the walk gives the table, all of it, and nothing else.
 */
class LosingAgentPropertyTest {
  private static final OID COLUMN = new OID("1.3.6.1.2.1.2.2.1.8");
  private static final OID BEHIND = new OID("1.3.6.1.2.1.2.2.1.9.1");

  @Property(tries = 1_000)
  void rows_mixed_up_beyond_some_length_come_whole(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 120) int rows,
      @ForAll @IntRange(min = 1, max = 20) int bearable)
      throws Exception {
    Random random = new Random(seed);
    List<OID> table = table(random, rows);
    SimulatedLoop loop = new SimulatedLoop();

    CompletableFuture<TableResult> walk = loop.walk(Wait.V2C, COLUMN);
    for (int i = 0; i < 400 && !walk.isDone(); i++) {
      loop.receive(answer(loop.lastSent(), table, bearable, random));
    }

    loop.assertEnded(walk);
    TableResult result = walk.join();
    assertThat(result.failure()).isEmpty();
    assertThat(result.defects()).isEmpty();
    List<OID> read = new ArrayList<>();
    Column column = result.columns().get(0);
    for (int row = 0; row < column.rows(); row++) {
      OID name = new OID(COLUMN).append(new OID(column.index(row)));
      read.add(name);
      assertThat(column.number(row)).isEqualTo(name.hashCode());
    }
    assertThat(read).isEqualTo(table);
  }

  private static List<OID> table(Random random, int rows) {
    TreeSet<OID> names = new TreeSet<>();
    while (names.size() < rows) {
      OID name = new OID(COLUMN).append(random.nextInt(500));
      names.add(random.nextInt(4) == 0 ? name.append(random.nextInt(5)) : name);
    }
    return List.copyOf(names);
  }

  private static byte[] answer(byte[] request, List<OID> table, int bearable, Random random)
      throws Exception {
    IncomingMessage message = IncomingMessage.read(request, request.length);
    AnswerPdu asked = message.pdu();
    int repetitions = asked.type() == PduType.GET_BULK ? asked.errorIndex() : 1;
    asked.next();
    List<VariableBinding> rows = following(table, asked.nameAsOid(), repetitions);
    if (repetitions > bearable) {
      mixUp(rows, random);
    }
    RequestPdu answer =
        new RequestPdu(
            PduType.RESPONSE,
            0,
            0,
            rows.stream().map(row -> row.getOid().getValue()).toArray(int[][]::new),
            rows.stream().map(VariableBinding::getVariable).toArray(Variable[]::new));
    return CommunityMessage.encode(
        new BerWriter(), (SnmpSecurity.Community) Wait.V2C, answer, message.id());
  }

  private static List<VariableBinding> following(List<OID> table, OID after, int count) {
    List<VariableBinding> rows = new ArrayList<>();
    table.stream()
        .filter(name -> name.compareTo(after) > 0)
        .limit(count)
        .forEach(name -> rows.add(new VariableBinding(name, new Integer32(name.hashCode()))));
    if (rows.size() < count) {
      rows.add(new VariableBinding(BEHIND, new Integer32(1)));
    }
    while (rows.size() < count) {
      rows.add(new VariableBinding(BEHIND, Null.endOfMibView));
    }
    return rows;
  }

  /**
   * Nothing is left out, or it would be beyond proof: rows move, come twice, or an end precedes.
   */
  private static void mixUp(List<VariableBinding> rows, Random random) {
    int last = rows.size() - 1;
    switch (random.nextInt(4)) {
      case 0 -> Collections.swap(rows, random.nextInt(rows.size()), random.nextInt(rows.size()));
      case 1 -> Collections.shuffle(rows, random);
      case 2 -> Collections.reverse(rows);
      default ->
          rows.add(
              random.nextInt(last + 1),
              new VariableBinding(rows.get(0).getOid(), Null.endOfMibView));
    }
  }
}
