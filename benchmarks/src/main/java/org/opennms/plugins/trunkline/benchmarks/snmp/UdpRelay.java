package org.opennms.plugins.trunkline.benchmarks.snmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A path between an asker and an agent: each datagram takes half the round trip, give or take the
 * jitter, or is lost. One thread, which never sleeps for long, so that delays are exact to a tenth
 * of a millisecond. Serves one asker.
 */
final class UdpRelay {
  private static final int BUFFER = 8 << 20;
  private static final long NAP = 20_000;

  /**
   * What the path does.
   *
   * @param roundTripMillis both ways together
   * @param jitterMillis at most so much more or less each way
   * @param lossPercent of the datagrams, each way
   */
  record Path(int roundTripMillis, int jitterMillis, int lossPercent) {
    /** Whether nothing is late and nothing lost. */
    boolean isNone() {
      return roundTripMillis == 0 && lossPercent == 0;
    }
  }

  private record Late(ByteBuffer datagram, boolean toAgent, long due) {}

  private final DatagramChannel front = channel();
  private final DatagramChannel back = channel();
  private final PriorityQueue<Late> late = new PriorityQueue<>(Comparator.comparingLong(Late::due));
  private final Random chance = new Random(7);
  private final Path path;
  private SocketAddress asker;

  private UdpRelay(InetSocketAddress at, InetSocketAddress agent, Path path) throws IOException {
    this.path = path;
    front.bind(at);
    back.connect(agent);
  }

  /** Opens it; it ends with its process. */
  static void start(InetSocketAddress at, InetSocketAddress agent, Path path) throws IOException {
    UdpRelay relay = new UdpRelay(at, agent, path);
    Thread thread = new Thread(relay::run, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  private static DatagramChannel channel() throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
    return channel;
  }

  private void run() {
    try {
      while (true) {
        boolean asked = take(front, true);
        boolean busy = take(back, false) || asked;
        long now = System.nanoTime();
        while (!late.isEmpty() && late.peek().due() - now <= 0) {
          send(late.poll());
          busy = true;
        }
        if (!busy) {
          LockSupport.parkNanos(NAP);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean take(DatagramChannel from, boolean toAgent) throws IOException {
    ByteBuffer datagram = ByteBuffer.allocate(65_535);
    SocketAddress source = from.receive(datagram);
    if (source == null) {
      return false;
    }
    if (toAgent) {
      asker = source;
    }
    if (chance.nextInt(100) >= path.lossPercent()) {
      long way = path.roundTripMillis() * 500_000L;
      long jitter = path.jitterMillis() * 1_000_000L;
      long detour = jitter == 0 ? 0 : chance.nextLong(-jitter, jitter);
      late.add(new Late(datagram.flip(), toAgent, System.nanoTime() + Math.max(0, way + detour)));
    }
    return true;
  }

  private void send(Late datagram) throws IOException {
    if (datagram.toAgent()) {
      back.write(datagram.datagram());
    } else {
      front.send(datagram.datagram(), asker);
    }
  }
}
