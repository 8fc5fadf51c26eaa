package org.opennms.plugins.trunkline.sandbox.network.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Arrays;
import java.util.Random;
import org.snmp4j.smi.UdpAddress;

/** One thread that serves many agents: it waits on all their sockets at once. */
final class AgentLoop implements Runnable, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(AgentLoop.class.getName());
  private static final int LONGEST_DATAGRAM = 65_535;
  private static final int DATAGRAMS_IN_A_ROW = 16;

  private final Selector selector = Selector.open();
  private final ByteBuffer incoming = ByteBuffer.allocateDirect(LONGEST_DATAGRAM);
  private final DelayedSends delayed = new DelayedSends();
  private final FleetCounters counters;
  private final Random chance = new Random(1);
  private final Thread thread;

  AgentLoop(String name, FleetCounters counters) throws IOException {
    this.counters = counters;
    thread = new Thread(this, name);
    thread.setDaemon(true);
  }

  /** Binds an agent to its address; before {@link #start()} only. */
  AgentTransport add(Agent agent, InetSocketAddress address, int maxMessageSize)
      throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    try {
      channel.configureBlocking(false);
      channel.bind(address);
      AgentTransport transport = new AgentTransport(channel, agent, this, maxMessageSize);
      channel.register(selector, SelectionKey.OP_READ, transport);
      return transport;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  void start() {
    thread.start();
  }

  @Override
  public void run() {
    try {
      while (selector.isOpen()) {
        selector.select(this::serve, delayed.millisToNext());
        delayed.sendDue();
      }
    } catch (IOException | ClosedSelectorException e) {
      if (selector.isOpen()) {
        LOG.log(System.Logger.Level.ERROR, "the simulated agents stopped answering", e);
      }
    }
  }

  private void serve(SelectionKey key) {
    AgentTransport transport = (AgentTransport) key.attachment();
    try {
      for (int count = 0; count < DATAGRAMS_IN_A_ROW; count++) {
        incoming.clear();
        InetSocketAddress from = (InetSocketAddress) transport.channel().receive(incoming);
        if (from == null) {
          return;
        }
        incoming.flip();
        UdpAddress address = new UdpAddress(from.getAddress(), from.getPort());
        transport.agent().receive(transport, address, incoming);
      }
    } catch (IOException | RuntimeException e) {
      counters.failed(transport.agent().spec().label(), e);
    }
  }

  /** Sends an answer, now or after the agent's delay, whole or as its faults leave it. */
  void send(AgentTransport transport, InetSocketAddress to, byte[] message) throws IOException {
    WireFaults faults = transport.agent().faults();
    if (faults.lossProbability() > 0 && chance.nextDouble() < faults.lossProbability()) {
      return;
    }
    ByteBuffer octets = ByteBuffer.wrap(mangle(message, faults.mangling()));
    if (faults.delayMillis() > 0) {
      delayed.add(transport, to, octets, faults.delayMillis());
    } else {
      transport.channel().send(octets, to);
    }
  }

  private byte[] mangle(byte[] message, WireFaults.Mangling mangling) {
    return switch (mangling) {
      case NONE -> message;
      case TRUNCATED -> Arrays.copyOf(message, message.length / 2);
      case GARBAGE -> {
        byte[] garbage = new byte[message.length];
        chance.nextBytes(garbage);
        yield garbage;
      }
    };
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
