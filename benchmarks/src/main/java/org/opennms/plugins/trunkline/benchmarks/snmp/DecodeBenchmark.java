package org.opennms.plugins.trunkline.benchmarks.snmp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.opennms.plugins.trunkline.benchmarks.JavaProcess;
import org.opennms.plugins.trunkline.snmp.EngineSettings;
import org.opennms.plugins.trunkline.snmp.SnmpEngine;
import org.opennms.plugins.trunkline.snmp.SnmpTarget;
import org.opennms.plugins.trunkline.snmp.TableRequest;
import org.snmp4j.CommunityTarget;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;
import org.snmp4j.util.DefaultPDUFactory;
import org.snmp4j.util.TableUtils;

/**
 * Varbinds per CPU-second of whole walks: ours with blocks, SNMP4J's with objects, snmpbulkwalk.
 */
final class DecodeBenchmark {
  private static final String HOST = "127.60.0.1";
  private static final int PORT = 16_101;
  private static final int ROWS = 10_000;
  private static final int COLUMNS = 4;

  private final int rounds;

  DecodeBenchmark(int rounds) {
    this.rounds = rounds;
  }

  private interface Walk {
    /** Walks once and returns the varbinds. */
    long run() throws Exception;
  }

  void run() throws Exception {
    List<String> agent = List.of(HOST, "1", "" + PORT, "" + COLUMNS, "" + ROWS);
    try (JavaProcess process = JavaProcess.start(BulkAgent.class, agent);
        SnmpEngine engine = SnmpEngine.open(EngineSettings.DEFAULT);
        Snmp snmp = new Snmp(new DefaultUdpTransportMapping())) {
      System.out.println("The agent runs in process " + process.pid());
      snmp.listen();
      InetSocketAddress address = new InetSocketAddress(HOST, PORT);
      for (int repetitions : new int[] {25, 50}) {
        SnmpTarget target = Measure.target(address, repetitions);
        TableRequest table = Measure.table(COLUMNS).inParts(1);
        double[] rates =
            rates(
                () -> Measure.whole(engine.table(target, table), ROWS).varbinds(),
                () -> tableUtils(snmp, repetitions),
                () -> getBulk(snmp, repetitions));
        double ours = rates[0];
        double utils = rates[1];
        double bulk = rates[2];
        System.out.printf(
            "%d columns x %d rows, %d repetitions, varbinds per CPU-second:%n"
                + "  engine with blocks    %,12.0f%n"
                + "  SNMP4J TableUtils     %,12.0f   ratio %.2f%n"
                + "  SNMP4J GETBULK        %,12.0f   ratio %.2f (at least 0.8)%n",
            COLUMNS, ROWS, repetitions, ours, utils, ours / utils, bulk, ours / bulk);
      }
      besideNetSnmp(engine, address);
    }
  }

  private void besideNetSnmp(SnmpEngine engine, InetSocketAddress address) throws Exception {
    SnmpTarget target = Measure.target(address, 50);
    TableRequest table = Measure.table(1).inParts(1);
    double ours = rates(() -> Measure.whole(engine.table(target, table), ROWS).varbinds())[0];
    double netSnmp = snmpbulkwalk();
    System.out.printf(
        "1 column x %d rows, 50 repetitions, varbinds per CPU-second:%n"
            + "  engine with blocks    %,12.0f%n"
            + "  snmpbulkwalk -Cr50    %,12.0f   ratio %.1f (at least 3)%n",
        ROWS, ours, netSnmp, ours / netSnmp);
  }

  /** Varbinds per CPU-second of each; taking turns, so that other load falls on all of them. */
  private double[] rates(Walk... walks) throws Exception {
    long[] cpu = new long[walks.length];
    long[] varbinds = new long[walks.length];
    for (int round = -rounds; round < rounds; round++) {
      for (int i = 0; i < walks.length; i++) {
        long before = Measure.cpuNanos();
        long read = walks[i].run();
        cpu[i] += round < 0 ? 0 : Measure.cpuNanos() - before;
        varbinds[i] += round < 0 ? 0 : read;
      }
    }
    return IntStream.range(0, walks.length).mapToDouble(i -> varbinds[i] * 1e9 / cpu[i]).toArray();
  }

  private static CommunityTarget<UdpAddress> peer() {
    CommunityTarget<UdpAddress> peer = new CommunityTarget<>();
    peer.setCommunity(new OctetString("public"));
    peer.setVersion(SnmpConstants.version2c);
    peer.setAddress(new UdpAddress(HOST + "/" + PORT));
    peer.setTimeout(3_000);
    peer.setRetries(3);
    return peer;
  }

  private static long tableUtils(Snmp snmp, int repetitions) {
    TableUtils utils = new TableUtils(snmp, new DefaultPDUFactory(PDU.GETBULK));
    utils.setMaxNumRowsPerPDU(repetitions);
    utils.setMaxNumColumnsPerPDU(COLUMNS);
    OID[] columns = Measure.columns(COLUMNS).toArray(OID[]::new);
    long varbinds = utils.getTable(peer(), columns, null, null).size() * (long) COLUMNS;
    if (varbinds != (long) COLUMNS * ROWS) {
      throw new IllegalStateException("SNMP4J gave " + varbinds);
    }
    return varbinds;
  }

  /** The least that a walk with SNMP4J can cost: GETBULK after GETBULK, the objects thrown away. */
  private static long getBulk(Snmp snmp, int repetitions) throws IOException {
    List<OID> names = Measure.columns(COLUMNS);
    long varbinds = 0;
    while (varbinds < (long) COLUMNS * ROWS) {
      PDU pdu = new PDU();
      pdu.setType(PDU.GETBULK);
      pdu.setMaxRepetitions(repetitions);
      names.forEach(name -> pdu.add(new VariableBinding(name)));
      PDU answer = snmp.send(pdu, peer()).getResponse();
      varbinds += answer.size();
      int last = answer.size() - COLUMNS;
      names =
          answer.getVariableBindings().subList(last, answer.size()).stream()
              .map(vb -> vb.getOid())
              .toList();
    }
    return varbinds;
  }

  private static double snmpbulkwalk() throws Exception {
    String column = Measure.columns(1).get(0).toDottedString();
    String walk = "snmpbulkwalk -v2c -c public -Cr50 -On " + HOST + ":" + PORT + " " + column;
    Process process =
        new ProcessBuilder(
                "bash",
                "-c",
                "TIMEFORMAT='%U %S'; time for i in 1 2 3 4 5; do " + walk + " > /dev/null; done")
            .start();
    String times = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("snmpbulkwalk (Debian's package snmp): " + times);
    }
    int space = times.strip().indexOf(' ');
    double user = Double.parseDouble(times.strip().substring(0, space));
    double system = Double.parseDouble(times.strip().substring(space + 1));
    return 5.0 * ROWS / (user + system);
  }
}
