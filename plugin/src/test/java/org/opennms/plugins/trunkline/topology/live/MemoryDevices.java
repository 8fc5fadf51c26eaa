package org.opennms.plugins.trunkline.topology.live;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.opennms.plugins.trunkline.inventory.KnownDevices;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;

/** Devices as a test names them. */
final class MemoryDevices implements KnownDevices {
  private final Map<NodeKey, Known> known = new ConcurrentSkipListMap<>();

  /** Node n at 192.0.2.n with ports p1 to p4, ifIndex 1 to 4. */
  Known add(int nodeId) {
    NodeKey key = new NodeKey("lab:" + nodeId);
    return put(
        new Known(
            device(nodeId, "192.0.2." + nodeId),
            DeviceFacts.UNKNOWN,
            List.of(port(key, nodeId, 1), port(key, nodeId, 2), port(key, nodeId, 3))));
  }

  Known put(Known device) {
    known.put(device.device().key(), device);
    return device;
  }

  void remove(NodeKey node) {
    known.remove(node);
  }

  static Device device(int nodeId, String address) {
    return new Device(
        new NodeKey("lab:" + nodeId),
        nodeId,
        "host" + nodeId,
        "Default",
        "lab",
        Optional.of(literal(address)),
        true,
        new TreeSet<>(),
        Map.of());
  }

  private static NetworkInterface port(NodeKey node, int nodeId, int ifIndex) {
    return new NetworkInterface(
        new InterfaceKey(node, "p" + ifIndex),
        ifIndex,
        "p" + ifIndex,
        "port " + ifIndex,
        "",
        6,
        1_000_000_000L,
        AdminStatus.UP,
        OperStatus.UP,
        String.format("02:00:5e:00:%02x:%02x", nodeId, ifIndex),
        List.of());
  }

  private static InetAddress literal(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public List<Known> devices() {
    return List.copyOf(known.values());
  }

  @Override
  public Set<NodeKey> keys() {
    return Set.copyOf(known.keySet());
  }

  @Override
  public Optional<Known> device(NodeKey node) {
    return Optional.ofNullable(known.get(node));
  }
}
