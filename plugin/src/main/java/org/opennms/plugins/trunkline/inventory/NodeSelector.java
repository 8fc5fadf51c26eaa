package org.opennms.plugins.trunkline.inventory;

import java.util.Optional;
import org.opennms.plugins.trunkline.config.TrunklineConfig.NodeSelection;
import org.opennms.plugins.trunkline.model.Device;

/** Decides which nodes a run reads, and says why it leaves one out. Stateless. */
final class NodeSelector {
  private NodeSelector() {}

  /** Why the node is not read; empty when it is. */
  static Optional<String> refusal(Device device, NodeSelection selection) {
    if (!selection.locations().isEmpty() && !selection.locations().contains(device.location())) {
      return Optional.of("location " + device.location() + " is not selected");
    }
    if (!selection.categories().isEmpty()
        && device.categories().stream().noneMatch(selection.categories()::contains)) {
      return Optional.of("in no selected category");
    }
    if (!selection.foreignSources().isEmpty()
        && !selection.foreignSources().contains(device.foreignSource())) {
      return Optional.of("requisition is not selected");
    }
    if (device.address().isEmpty()) {
      return Optional.of("the host knows no address");
    }
    if (selection.requireSnmpService() && !device.hasSnmpService()) {
      return Optional.of("the host found no service SNMP on it");
    }
    return selection.addresses().contains(device.address().get())
        ? Optional.empty()
        : Optional.of("address is not selected");
  }
}
