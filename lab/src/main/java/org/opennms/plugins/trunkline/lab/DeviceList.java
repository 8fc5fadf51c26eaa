package org.opennms.plugins.trunkline.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.topology.TopologyDevice;
import org.opennms.plugins.trunkline.topology.TopologySnapshot;

/** The devices of a scenario's answer: those recorded, then those only heard. Stateless. */
final class DeviceList {
  /**
   * A device.
   *
   * @param id in the scenario; of a stranger what it calls itself
   * @param hostname sysName, where there is one
   */
  record Listed(String id, String hostname) {}

  private DeviceList() {}

  static List<Listed> of(TopologySnapshot topology, List<Adjacency> found) {
    List<Listed> devices = new ArrayList<>();
    TreeSet<String> others = new TreeSet<>();
    found.forEach(adjacency -> others.add(adjacency.targetDevice()));
    for (TopologyDevice device : topology.nodes()) {
      devices.add(
          new Listed(
              device.label(), device.sysName().isEmpty() ? device.label() : device.sysName()));
      others.remove(device.label());
    }
    others.forEach(name -> devices.add(new Listed(name, name)));
    return devices;
  }
}
