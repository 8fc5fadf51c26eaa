package org.opennms.plugins.trunkline.sandbox.network.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import org.snmp4j.TransportMapping;
import org.snmp4j.TransportStateReference;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.TransportListener;

/** One agent's socket, bound to its own address so that answers come from where they were asked. */
final class AgentTransport implements TransportMapping<UdpAddress> {
  private final DatagramChannel channel;
  private final Agent agent;
  private final AgentLoop loop;
  private final int maxMessageSize;

  AgentTransport(DatagramChannel channel, Agent agent, AgentLoop loop, int maxMessageSize) {
    this.channel = channel;
    this.agent = agent;
    this.loop = loop;
    this.maxMessageSize = maxMessageSize;
  }

  Agent agent() {
    return agent;
  }

  DatagramChannel channel() {
    return channel;
  }

  @Override
  public Class<? extends Address> getSupportedAddressClass() {
    return UdpAddress.class;
  }

  @Override
  public UdpAddress getListenAddress() {
    return new UdpAddress(channel.socket().getLocalAddress(), channel.socket().getLocalPort());
  }

  @Override
  public void sendMessage(
      UdpAddress address,
      byte[] message,
      TransportStateReference reference,
      long timeoutMillis,
      int maxRetries)
      throws IOException {
    InetSocketAddress to = new InetSocketAddress(address.getInetAddress(), address.getPort());
    loop.send(this, to, message);
  }

  @Override
  public void addTransportListener(TransportListener listener) {
    throw new UnsupportedOperationException("the agent's loop is the only listener");
  }

  @Override
  public void removeTransportListener(TransportListener listener) {
    throw new UnsupportedOperationException("the agent's loop is the only listener");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  @Override
  public void listen() {
    // The loop listens for all agents.
  }

  @Override
  public boolean isListening() {
    return channel.isOpen();
  }

  @Override
  public int getMaxInboundMessageSize() {
    return maxMessageSize;
  }
}
