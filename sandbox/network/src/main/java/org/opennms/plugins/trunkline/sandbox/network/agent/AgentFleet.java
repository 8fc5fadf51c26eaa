package org.opennms.plugins.trunkline.sandbox.network.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.sandbox.network.device.InterfaceAddress;

/**
 * All agents of a network, served by a fixed number of threads.
 *
 * <p>Thread-safe once started.
 */
public final class AgentFleet implements AutoCloseable {
  private final List<AgentLoop> loops = new ArrayList<>();
  private final Map<String, Agent> agents = new LinkedHashMap<>();
  private final Map<String, AgentTransport> transports = new HashMap<>();
  private final FleetCounters counters = new FleetCounters();
  private int port;

  /**
   * Binds all agents and begins to answer.
   *
   * @param threads number of loops, at least 1
   * @throws BindException where an address or the port is taken; the message says which
   * @throws IOException where sockets cannot be opened
   */
  public static AgentFleet start(List<AgentSpec> specs, AgentSettings settings, int threads)
      throws IOException {
    AgentFleet fleet = new AgentFleet();
    try {
      fleet.bind(specs, settings, threads);
    } catch (IOException e) {
      fleet.close();
      throw e;
    }
    fleet.loops.forEach(AgentLoop::start);
    return fleet;
  }

  private void bind(List<AgentSpec> specs, AgentSettings settings, int threads) throws IOException {
    for (int number = 1; number <= threads; number++) {
      loops.add(new AgentLoop("sandbox-agents-" + number, counters));
    }
    UserKeys keys = UsmEngine.keysOf(settings.user());
    port = settings.port();
    for (AgentSpec spec : specs) {
      Agent agent = new Agent(spec, settings, keys, counters);
      bind(agent, loops.get(agents.size() % threads), settings.maxMessageSize());
      if (agents.put(spec.label(), agent) != null) {
        throw new IllegalArgumentException("two devices are called " + spec.label());
      }
    }
  }

  /** The first agent picks the port where none is given; all others take the same. */
  private void bind(Agent agent, AgentLoop loop, int maxMessageSize) throws IOException {

    InetSocketAddress address =
        new InetSocketAddress(InterfaceAddress.ipv4(agent.spec().address(), 32).address(), port);
    try {
      AgentTransport transport = loop.add(agent, address, maxMessageSize);
      transports.put(agent.spec().label(), transport);
      port = transport.channel().socket().getLocalPort();
    } catch (BindException e) {
      BindException clearer =
          new BindException(
              "UDP "
                  + address.getAddress().getHostAddress()
                  + ":"
                  + port
                  + " cannot be used ("
                  + e.getMessage()
                  + "): stop what listens there, or choose another --port or --network");
      clearer.initCause(e);
      throw clearer;
    }
  }

  /** The common UDP port. */
  public int port() {
    return port;
  }

  /** The agents by label, in their order. */
  public Map<String, Agent> agents() {
    return Collections.unmodifiableMap(agents);
  }

  /**
   * Sends what nobody asked for, from the agent's own address; a silent agent sends nothing, nor
   * does a device without one.
   *
   * @throws IOException where the datagram cannot be sent
   */
  public void send(String label, InetSocketAddress to, byte[] message) throws IOException {
    Agent agent = agents.get(label);
    // A carrier's device is at the end of a link, but nobody may ask it.
    if (agent != null && !agent.faults().silent()) {
      transports.get(label).channel().send(ByteBuffer.wrap(message), to);
    }
  }

  /** Varbinds that have been answered. */
  public long varbinds() {
    return counters.varbinds();
  }

  /** Requests that ended in an exception, of all loops. */
  public long failures() {
    return counters.failures();
  }

  @Override
  public void close() {
    for (AgentLoop loop : loops) {
      try {
        loop.close();
      } catch (IOException e) {
        throw new UncheckedIOException("agents did not stop", e);
      }
    }
  }
}
