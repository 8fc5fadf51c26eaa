package org.opennms.plugins.trunkline.benchmarks.snmp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.opennms.plugins.trunkline.benchmarks.JavaProcess;
import org.opennms.plugins.trunkline.sandbox.network.Main;
import org.opennms.plugins.trunkline.snmp.EngineSettings;
import org.opennms.plugins.trunkline.snmp.SnmpEngine;
import org.opennms.plugins.trunkline.snmp.SnmpMetrics;
import org.opennms.plugins.trunkline.snmp.SnmpTarget;
import org.opennms.plugins.trunkline.snmp.TableRequest;

/**
 * Wall time of one walk beside what the wire permits: ceil(rows x columns / varbinds of a PDU) x
 * (round trip + agent) / requests in flight. The time of one request is measured by a bare socket
 * that sends the same GETBULK and waits for its answer, over the same path, before each walk.
 */
final class WalkBenchmark {
  private static final String HOST = "127.61.0.1";
  private static final int PORT = 16_102;
  private static final int RELAY = 16_103;
  private static final String SIMULATED = "127.61.2.0";
  private static final int LOST_MILLIS = 500;

  private final int rounds;

  WalkBenchmark(int rounds) {
    this.rounds = rounds;
  }

  /**
   * One shape of walk.
   *
   * @param rows of the table
   * @param columns of the table
   * @param inFlight 0 for the shipped policy, 4
   * @param repetitions of a request
   */
  record Shape(int rows, int columns, int inFlight, int repetitions) {
    int requests() {
      return (rows + repetitions - 1) / repetitions;
    }

    int underWay() {
      return inFlight == 0 ? EngineSettings.DEFAULT.inFlightPerDevice() : inFlight;
    }
  }

  /**
   * To an agent that costs as little as an agent can; through a relay where there is something to
   * relay: its naps are longer than such an agent takes.
   */
  void run(Shape shape, int roundTripMillis, int... lossPercents) throws Exception {
    int jitter = roundTripMillis / 10;
    for (int loss : lossPercents) {
      try (Path path = Path.open(shape, new UdpRelay.Path(roundTripMillis, jitter, loss))) {
        path.warmUp(roundTripMillis == 0 ? 20 : 2);
        measure(path, shape, roundTripMillis + " ms, loss " + loss + " %");
      }
    }
  }

  /** Straight to an agent of the simulated network, which looks each object up in a recording. */
  void simulated(Shape shape) throws Exception {
    try (Path path = Path.simulated(shape)) {
      path.warmUp(20);
      measure(path, shape, "0 ms, simulated device");
    }
  }

  private void measure(Path path, Shape shape, String words) throws Exception {
    SnmpMetrics before = path.engine.metrics();
    double[] requests = new double[rounds];
    double[] walls = new double[rounds];
    double[] ratios = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      // Side by side, so that other load on the machine falls on both.
      requests[i] = path.bareRequest();
      walls[i] = path.walk();
      ratios[i] = walls[i] / (shape.requests() * requests[i] / shape.underWay());
    }
    SnmpMetrics after = path.engine.metrics();
    System.out.printf(
        "  %,d x %d, %d rows a request, %2d in flight, %s: median of %d walks %.3f s, bare request"
            + " %.3f ms, ratio to the bound %.2f (%.2f to %.2f); %.0f requests and %.0f repeated a"
            + " walk%n",
        shape.rows(),
        shape.columns(),
        shape.repetitions(),
        shape.underWay(),
        words,
        rounds,
        Measure.median(walls),
        Measure.median(requests) * 1000,
        Measure.median(ratios),
        Arrays.stream(ratios).min().orElseThrow(),
        Arrays.stream(ratios).max().orElseThrow(),
        (double) (after.requests() - before.requests()) / rounds,
        (double) (after.retries() - before.retries()) / rounds);
  }

  /** Agent and relay in their process, and an engine in this one. */
  private record Path(
      Shape shape, JavaProcess process, SnmpEngine engine, InetSocketAddress address)
      implements AutoCloseable {
    static Path open(Shape shape, UdpRelay.Path relay) throws Exception {
      List<String> agent =
          List.of(
              HOST,
              "1",
              "" + PORT,
              "" + shape.columns(),
              "" + shape.rows(),
              "" + RELAY,
              "" + relay.roundTripMillis(),
              "" + relay.jitterMillis(),
              "" + relay.lossPercent());
      return new Path(
          shape,
          JavaProcess.start(BulkAgent.class, agent),
          SnmpEngine.open(EngineSettings.DEFAULT),
          new InetSocketAddress(HOST, relay.isNone() ? PORT : RELAY));
    }

    static Path simulated(Shape shape) throws Exception {
      java.nio.file.Path directory = Files.createTempDirectory("trunkline-benchmark");
      Files.write(
          Files.createDirectories(directory.resolve("walks")).resolve("wide.snmprec"),
          IntStream.rangeClosed(1, shape.rows())
              .mapToObj(row -> "1.3.6.1.2.1.31.1.1.1.6." + row + "|70|" + 1_000_003L * row)
              .toList());
      List<String> replay =
          List.of(
              "replay",
              directory.resolve("walks").toString(),
              "--out",
              directory.toString(),
              "--network",
              SIMULATED,
              "--port",
              "" + PORT,
              "--community",
              "public",
              "--snmp",
              "v2c");
      return new Path(
          shape,
          JavaProcess.start(Main.class, replay),
          SnmpEngine.open(EngineSettings.DEFAULT),
          BulkAgent.address(SIMULATED, 1, PORT));
    }

    /** The first walk learns where the rows lie, in few requests; the others warm up. */
    void warmUp(int walks) throws Exception {
      walk(Measure.target(address, 100));
      for (int i = 0; i < walks; i++) {
        walk(Measure.target(address, shape.repetitions()));
      }
    }

    /** Seconds of a walk. */
    double walk() throws Exception {
      long before = System.nanoTime();
      walk(Measure.target(address, shape.repetitions()));
      return (System.nanoTime() - before) / 1e9;
    }

    private void walk(SnmpTarget target) throws Exception {
      TableRequest table = Measure.table(shape.columns()).inFlight(shape.inFlight());
      Measure.whole(engine.table(target, table), shape.rows());
    }

    /** Seconds from a bare request to its answer, the median of a third of a second's worth. */
    double bareRequest() throws Exception {
      byte[] request = BulkRequest.encode(Measure.columns(shape.columns()), shape.repetitions());
      byte[] answer = new byte[65_535];
      List<Double> seconds = new ArrayList<>();
      int lost = 0;
      try (DatagramSocket socket = new DatagramSocket()) {
        socket.setSoTimeout(LOST_MILLIS);
        long until = System.nanoTime() + 333_000_000L;
        while (System.nanoTime() < until || seconds.size() < 3) {
          long before = System.nanoTime();
          socket.send(new DatagramPacket(request, request.length, address));
          try {
            socket.receive(new DatagramPacket(answer, answer.length));
            seconds.add((System.nanoTime() - before) / 1e9);
          } catch (SocketTimeoutException e) {
            // Lost on the way, as it is meant to be: only answers tell the time of a request.
            lost++;
          }
        }
      }
      if (lost > seconds.size()) {
        throw new IOException(lost + " of " + (lost + seconds.size()) + " bare requests were lost");
      }
      return Measure.median(seconds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public void close() {
      engine.close();
      process.close();
    }
  }
}
