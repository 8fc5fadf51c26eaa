package org.opennms.plugins.trunkline.sandbox.network;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.opennms.plugins.trunkline.sandbox.network.agent.Agent;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentFleet;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSpec;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.InterfaceAddress;
import org.opennms.plugins.trunkline.sandbox.network.generate.GeneratorSettings;
import org.opennms.plugins.trunkline.sandbox.network.generate.NetworkGenerator;
import org.opennms.plugins.trunkline.sandbox.network.replay.Recording;
import org.opennms.plugins.trunkline.sandbox.network.replay.RecordingDirectory;

/**
 * A network of SNMP agents in this JVM, answering over UDP on loopback addresses until closed.
 *
 * <p>Thread-safe: any thread may ask and change faults while agents answer.
 */
public final class SimulatedNetwork implements AutoCloseable {

  /** More threads than this would not answer faster on the machines that tests run on. */
  private static final int THREADS = 2;

  private final List<SimulatedDevice> devices;
  private final Map<String, SimulatedDevice> devicesByLabel = new HashMap<>();
  private final AgentSettings settings;
  private final AgentFleet fleet;
  private final LinkTraps traps;

  private SimulatedNetwork(
      List<SimulatedDevice> devices, AgentSettings settings, AgentFleet fleet) {
    this.devices = List.copyOf(devices);
    this.settings = settings;
    this.fleet = fleet;
    this.traps = new LinkTraps(fleet, settings);
    devices.forEach(device -> devicesByLabel.put(device.label(), device));
  }

  /**
   * Generates a network and serves it.
   *
   * @throws BindException where the port is taken; the message says what to do
   * @throws IOException where sockets cannot be opened
   */
  public static SimulatedNetwork generate(GeneratorSettings generator, AgentSettings settings)
      throws IOException {
    List<SimulatedDevice> devices = new ArrayList<>();
    for (GeneratedDevice device : NetworkGenerator.generate(generator)) {
      devices.add(new SimulatedDevice.Generated(device));
    }
    return start(devices, settings);
  }

  /**
   * Serves the recordings below a directory, one agent each, on consecutive addresses.
   *
   * @param network number of the address before the first agent's
   * @throws BindException where the port is taken; the message says what to do
   * @throws IOException where the directory cannot be read or sockets cannot be opened
   */
  public static SimulatedNetwork replay(Path directory, int network, AgentSettings settings)
      throws IOException {
    List<SimulatedDevice> devices = new ArrayList<>();
    long now = settings.clock().millis();
    for (Recording recording : RecordingDirectory.read(directory)) {
      int address = network + 1 + devices.size();
      devices.add(new SimulatedDevice.Recorded(recording, address, now));
    }
    return start(devices, settings);
  }

  private static SimulatedNetwork start(List<SimulatedDevice> devices, AgentSettings settings)
      throws IOException {
    List<AgentSpec> agents = devices.stream().map(SimulatedDevice::agent).toList();
    return new SimulatedNetwork(devices, settings, AgentFleet.start(agents, settings, THREADS));
  }

  /** The devices in the order of their addresses. */
  public List<SimulatedDevice> devices() {
    return devices;
  }

  /** What the agents have in common. */
  public AgentSettings settings() {
    return settings;
  }

  /** The common UDP port. */
  public int port() {
    return fleet.port();
  }

  /** Requests that failed inside an agent; 0 in a sound simulator. */
  public long failures() {
    return fleet.failures();
  }

  /** Varbinds that have been answered by all agents. */
  public long varbinds() {
    return fleet.varbinds();
  }

  /**
   * Where an agent listens.
   *
   * @throws NoSuchElementException where no device has this label
   */
  public InetSocketAddress address(String label) {
    return new InetSocketAddress(
        InterfaceAddress.ipv4(agent(label).spec().address(), 32).address(), port());
  }

  /** The traps of all devices. */
  public LinkTraps traps() {
    return traps;
  }

  /**
   * What can go wrong with a device.
   *
   * @throws NoSuchElementException where no device has this label
   */
  public Faults faults(String label) {
    Agent agent = agent(label);
    SimulatedDevice device = devicesByLabel.get(label);
    return new Faults(device, agent, traps, settings.clock());
  }

  private Agent agent(String label) {
    Agent agent = fleet.agents().get(label);
    if (agent == null) {
      throw new NoSuchElementException("no device " + label + "; nodes.json lists the labels");
    }
    return agent;
  }

  /** Stops all agents and frees their sockets. */
  @Override
  public void close() {
    fleet.close();
  }
}
