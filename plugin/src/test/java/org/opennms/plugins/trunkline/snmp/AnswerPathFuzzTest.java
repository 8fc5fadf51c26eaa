package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.opennms.plugins.trunkline.config.SnmpAuthProtocol;
import org.opennms.plugins.trunkline.config.SnmpPrivProtocol;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/**
 * Whatever comes in, the loop lives on, every walk ends once, and nothing is left behind. The
 * network is replaced by the test, time by numbers: thousands of conversations a second.
 */
class AnswerPathFuzzTest {
  private static final OID COLUMN = new OID("1.3.6.1.2.1.2.2.1.2");
  private static final byte[] ENGINE = HexFormat.of().parseHex("80001f8804aabbccdd");
  private static final SnmpSecurity.Usm USER =
      new SnmpSecurity.Usm(
          "u",
          "",
          Optional.of(new SnmpSecurity.Auth(SnmpAuthProtocol.SHA_256, "invented-phrase")),
          Optional.of(new SnmpSecurity.Priv(SnmpPrivProtocol.AES_128, "invented-phrase")));

  @Property(tries = 500)
  void random_octets_do_no_harm(@ForAll @Size(max = 300) byte[] datagram) {
    SimulatedLoop bench = new SimulatedLoop();
    CompletableFuture<TableResult> walk = bench.walk(Wait.V2C, COLUMN);

    bench.receive(datagram);

    bench.assertEnded(walk);
  }

  @Property(tries = 1_000)
  void damaged_answers_do_no_harm(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int damages) {
    Random random = new Random(seed);
    SimulatedLoop bench = new SimulatedLoop();
    CompletableFuture<TableResult> walk = bench.walk(Wait.V2C, COLUMN);
    for (int i = 0; i < 30 && !walk.isDone(); i++) {
      byte[] answer = answer(requestId(bench.lastSent()), random);
      bench.receive(damaged(answer, random, damages));
    }

    bench.assertEnded(walk);
  }

  @Property(tries = 1_000)
  void well_formed_nonsense_ends_every_walk(@ForAll long seed) {
    Random random = new Random(seed);
    SimulatedLoop bench = new SimulatedLoop();
    CompletableFuture<TableResult> walk = bench.walk(Wait.V2C, COLUMN);
    for (int i = 0; i < 200 && !walk.isDone(); i++) {
      bench.receive(answer(requestId(bench.lastSent()), random));
    }

    bench.assertEnded(walk);
    Column column = walk.join().columns().get(0);
    for (int row = 1; row < column.rows(); row++) {
      int[] before = column.index(row - 1);
      int[] after = column.index(row);
      assertThat(SubIds.compare(before, before.length, after, after.length)).isNegative();
    }
  }

  @Property(tries = 500)
  void damaged_v3_answers_do_no_harm(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 6) int damages) throws Exception {
    Random random = new Random(seed);
    SimulatedLoop bench = new SimulatedLoop();
    CompletableFuture<TableResult> walk = bench.walk(USER, COLUMN);
    UsmSession agent = new UsmSession(USER);
    agent.connect(new UsmPeer(ENGINE, 3, 100), SimulatedLoop.KEYS.localize(USER, ENGINE), 1);
    UsmSession open =
        new UsmSession(new SnmpSecurity.Usm("", "", Optional.empty(), Optional.empty()));
    open.connect(new UsmPeer(ENGINE, 3, 100), SimulatedLoop.KEYS.localize(USER, ENGINE), 1);
    for (int i = 0; i < 40 && !walk.isDone(); i++) {
      byte[] request = bench.lastSent();
      int id = IncomingMessage.read(request, request.length).id();
      boolean report = i == 0 || random.nextInt(6) == 0;
      RequestPdu pdu = report ? report(random) : response(random);
      byte[] answer =
          (report && random.nextBoolean() ? open : agent)
              .encode(new BerWriter(), id, pdu, id, bench.now());
      bench.receive(damages == 0 ? answer : damaged(answer, random, damages));
    }

    bench.assertEnded(walk);
  }

  private static int requestId(byte[] request) {
    try {
      return IncomingMessage.read(request, request.length).id();
    } catch (MalformedMessageException e) {
      throw new AssertionError("our own request cannot be read", e);
    }
  }

  private static RequestPdu report(Random random) {
    int counter = 1 + random.nextInt(7);
    return new RequestPdu(
        PduType.REPORT,
        0,
        0,
        new int[][] {{1, 3, 6, 1, 6, 3, 15, 1, 1, counter, 0}},
        new Variable[] {new Integer32(1)});
  }

  private static RequestPdu response(Random random) {
    int count = random.nextInt(30);
    int[][] names = new int[count][];
    Variable[] values = new Variable[count];
    int row = random.nextInt(50);
    for (int i = 0; i < count; i++) {
      row += random.nextInt(5) - 1;
      names[i] = new OID(COLUMN).append(Math.max(0, row)).getValue();
      if (random.nextInt(20) == 0) {
        names[i] = new OID("1.3.6.1.2.1.2.2.1." + random.nextInt(5)).getValue();
      }
      values[i] = value(random);
    }
    int error = random.nextInt(10) == 0 ? random.nextInt(20) : 0;
    return new RequestPdu(PduType.RESPONSE, error, random.nextInt(4), names, values);
  }

  private static Variable value(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> org.snmp4j.smi.Null.endOfMibView;
      case 1 -> org.snmp4j.smi.Null.noSuchInstance;
      case 2 -> new Integer32(random.nextInt());
      case 3 -> new org.snmp4j.smi.Counter64(random.nextLong());
      default -> new OctetString(new byte[random.nextInt(40)]);
    };
  }

  private static byte[] answer(int requestId, Random random) {
    BerWriter writer = new BerWriter();
    return CommunityMessage.encode(
        writer, (SnmpSecurity.Community) Wait.V2C, response(random), requestId);
  }

  private static byte[] damaged(byte[] good, Random random, int damages) {
    byte[] bad = good.clone();
    for (int i = 0; i < damages; i++) {
      bad[random.nextInt(bad.length)] = (byte) random.nextInt();
    }
    return random.nextInt(4) == 0
        ? java.util.Arrays.copyOf(bad, random.nextInt(bad.length + 1))
        : bad;
  }
}
