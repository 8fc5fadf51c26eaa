package org.opennms.plugins.trunkline.snmp.desk;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.inventory.NodeSource;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NodeKey;

/** A host with some nodes, which can be away. */
final class ListedNodes implements NodeSource {
  private final List<Device> nodes = new ArrayList<>();
  boolean away;

  void add(String label, String location, InetAddress address) {
    int id = nodes.size() + 1;
    nodes.add(
        new Device(
            new NodeKey("lab:" + label),
            id,
            label,
            location,
            "lab",
            Optional.of(address),
            true,
            new TreeSet<>(),
            Map.of()));
  }

  @Override
  public List<Integer> nodeIds() {
    return nodes.stream().map(Device::nodeId).toList();
  }

  @Override
  public Optional<Device> node(int nodeId) {
    return nodes.stream().filter(d -> d.nodeId() == nodeId).findFirst();
  }

  @Override
  public Optional<Device> find(String text) {
    if (away) {
      throw new HostAbsentException("the node DAO is away", null);
    }
    return nodes.stream().filter(d -> d.isCalled(text)).findFirst();
  }
}
