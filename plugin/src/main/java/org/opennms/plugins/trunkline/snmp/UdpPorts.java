package org.opennms.plugins.trunkline.snmp;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** One UDP socket per address family, shared by all devices. Loop only, apart from opening. */
final class UdpPorts implements AutoCloseable {
  private static final int BUFFER = 4 << 20;

  private final DatagramChannel ipv4;
  private final DatagramChannel ipv6;

  private UdpPorts(DatagramChannel ipv4, DatagramChannel ipv6) {
    this.ipv4 = ipv4;
    this.ipv6 = ipv6;
  }

  static UdpPorts open(Selector selector) throws IOException {
    DatagramChannel ipv4 = open(selector, StandardProtocolFamily.INET);
    DatagramChannel ipv6;
    try {
      ipv6 = open(selector, StandardProtocolFamily.INET6);
    } catch (IOException | UnsupportedOperationException e) {
      // A host without IPv6: its addresses will be unsendable, which each request then says.
      ipv6 = null;
    }
    return new UdpPorts(ipv4, ipv6);
  }

  private static DatagramChannel open(Selector selector, StandardProtocolFamily family)
      throws IOException {
    DatagramChannel channel = DatagramChannel.open(family);
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
      channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER);
      channel.bind(null);
      channel.register(selector, SelectionKey.OP_READ);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Hands a datagram to the operating system; what it cannot take counts as lost. */
  void send(byte[] message, InetSocketAddress to) throws IOException {
    DatagramChannel channel = to.getAddress() instanceof Inet6Address ? ipv6 : ipv4;
    if (channel == null) {
      throw new IOException("this host has no IPv6");
    }
    channel.send(ByteBuffer.wrap(message), to);
  }

  @Override
  public void close() throws IOException {
    ipv4.close();
    if (ipv6 != null) {
      ipv6.close();
    }
  }
}
