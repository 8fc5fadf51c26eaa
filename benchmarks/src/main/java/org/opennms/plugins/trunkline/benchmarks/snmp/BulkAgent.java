package org.opennms.plugins.trunkline.benchmarks.snmp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/**
 * SNMPv2c agents that cost as little as an agent can: they answer GETBULK and GETNEXT for the
 * 64-bit counters of ifXTable, computed from row and column, on one thread. In a process of its
 * own.
 */
public final class BulkAgent {
  private static final int BUFFER = 8 << 20;

  private final CounterTable table;
  private final Selector selector = Selector.open();
  private final ByteBuffer incoming = ByteBuffer.allocate(2_048);

  private BulkAgent(CounterTable table) throws IOException {
    this.table = table;
  }

  /**
   * Arguments: first address, number of addresses, port, columns, rows; then, for a relay in front
   * of the first address: its port, round trip in ms, jitter in ms, loss in percent.
   */
  public static void main(String[] arguments) throws IOException {
    int[] numbers = new int[arguments.length];
    for (int i = 1; i < arguments.length; i++) {
      numbers[i] = Integer.parseInt(arguments[i]);
    }
    BulkAgent agent = new BulkAgent(new CounterTable(numbers[3], numbers[4]));
    for (int i = 0; i < numbers[1]; i++) {
      agent.bind(address(arguments[0], i, numbers[2]));
    }
    if (arguments.length > 5) {
      UdpRelay.start(
          address(arguments[0], 0, numbers[5]),
          address(arguments[0], 0, numbers[2]),
          new UdpRelay.Path(numbers[6], numbers[7], numbers[8]));
    }
    System.out.println("READY");
    agent.serve();
  }

  /** The address so many behind the first one. */
  static InetSocketAddress address(String first, int offset, int port) throws IOException {
    int number = ByteBuffer.wrap(InetAddress.getByName(first).getAddress()).getInt() + offset;
    byte[] octets = ByteBuffer.allocate(4).putInt(number).array();
    return new InetSocketAddress(InetAddress.getByAddress(octets), port);
  }

  private void bind(InetSocketAddress address) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
    channel.bind(address);
    channel.register(selector, SelectionKey.OP_READ);
  }

  private void serve() throws IOException {
    while (true) {
      selector.select(this::answer);
    }
  }

  private void answer(SelectionKey key) {
    DatagramChannel channel = (DatagramChannel) key.channel();
    try {
      for (SocketAddress from = receive(channel); from != null; from = receive(channel)) {
        channel.send(table.answer(incoming.array(), incoming.limit()), from);
      }
    } catch (IOException e) {
      // The asker is gone.
      System.err.println(e);
    }
  }

  private SocketAddress receive(DatagramChannel channel) throws IOException {
    incoming.clear();
    SocketAddress from = channel.receive(incoming);
    incoming.flip();
    return from;
  }
}
