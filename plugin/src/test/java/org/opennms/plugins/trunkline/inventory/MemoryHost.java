package org.opennms.plugins.trunkline.inventory;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.model.Device;

/** A host that can be away, wholly or for one node. */
final class MemoryHost implements NodeSource {
  final Map<Integer, Device> nodes = new TreeMap<>();
  final Set<Integer> broken = new HashSet<>();
  boolean away;

  void add(Device device) {
    nodes.put(device.nodeId(), device);
  }

  @Override
  public List<Integer> nodeIds() {
    reach();
    return List.copyOf(nodes.keySet());
  }

  @Override
  public Optional<Device> node(int nodeId) {
    reach();
    if (broken.contains(nodeId)) {
      throw new HostAbsentException("the node DAO failed: LazyInitializationException", null);
    }
    return Optional.ofNullable(nodes.get(nodeId));
  }

  @Override
  public Optional<Device> find(String text) {
    reach();
    return nodes.values().stream().filter(d -> d.isCalled(text)).findFirst();
  }

  private void reach() {
    if (away) {
      throw new HostAbsentException("the node DAO is away", null);
    }
  }
}
