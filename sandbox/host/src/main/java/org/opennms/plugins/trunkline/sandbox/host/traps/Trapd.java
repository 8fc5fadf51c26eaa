package org.opennms.plugins.trunkline.sandbox.host.traps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * Receives SNMPv1 and SNMPv2c traps on 127.0.0.1, whatever their community is, and makes events of
 * them. As in Horizon the node is the one that owns the address that the trap came from; a trap
 * from elsewhere becomes an event of no node.
 */
public final class Trapd implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Trapd.class);
  private static final String ADDRESS = "127.0.0.1/";

  private final Function<InetAddress, Optional<Integer>> nodes;
  private final Consumer<InMemoryEvent> events;
  private final AtomicLong received = new AtomicLong();
  private final DefaultUdpTransportMapping transport;
  private final Snmp snmp;

  /**
   * Listens.
   *
   * @param port UDP; 0 for a free one
   * @param nodes the node that owns an address
   * @param events takes each event, on the receiver's thread
   * @throws UncheckedIOException when the port cannot be used
   */
  public Trapd(
      int port, Function<InetAddress, Optional<Integer>> nodes, Consumer<InMemoryEvent> events) {
    this.nodes = nodes;
    this.events = events;
    try {
      transport = new DefaultUdpTransportMapping(new UdpAddress(ADDRESS + port));
      transport.setThreadName("trunkline-sandbox-trapd");
      MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
      dispatcher.addMessageProcessingModel(new MPv1());
      dispatcher.addMessageProcessingModel(new MPv2c());
      snmp = new Snmp(dispatcher, transport);
      snmp.addCommandResponder(new Responder());
      snmp.listen();
    } catch (IOException e) {
      throw new UncheckedIOException("no traps on UDP " + ADDRESS + port, e);
    }
  }

  /** The UDP port. */
  public int port() {
    return transport.getListenAddress().getPort();
  }

  /** How many traps came, since the start. */
  public long received() {
    return received.get();
  }

  @Override
  public void close() {
    try {
      snmp.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Responder implements CommandResponder {
    @Override
    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
      PDU trap = event.getPDU();
      boolean isTrap = trap != null && (trap.getType() == PDU.TRAP || trap.getType() == PDU.V1TRAP);
      if (!isTrap || !(event.getPeerAddress() instanceof UdpAddress from)) {
        return;
      }
      received.incrementAndGet();
      try {
        InetAddress sender = TrapEvents.sender(trap, from.getInetAddress());
        events.accept(TrapEvents.of(trap, sender, nodes.apply(sender)));
      } catch (RuntimeException e) {
        LOG.error("A trap from {} could not be processed", from, e);
      }
    }
  }
}
