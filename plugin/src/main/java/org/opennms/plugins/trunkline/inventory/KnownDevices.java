package org.opennms.plugins.trunkline.inventory;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;

/** The devices that were read, device by device. Answers from memory; thread-safe. */
public interface KnownDevices {
  /** All of them that the host still has, by key. */
  List<Known> devices();

  /** Their keys; costs far less than the devices. */
  Set<NodeKey> keys();

  /** One of them. */
  Optional<Known> device(NodeKey node);

  /**
   * A device.
   *
   * @param device as the host describes it
   * @param facts what it says of itself
   * @param interfaces those that its last reading had, by ascending ifIndex
   */
  record Known(Device device, DeviceFacts facts, List<NetworkInterface> interfaces) {
    /** Copies the list and rejects missing parts. */
    public Known {
      Objects.requireNonNull(device, "device");
      Objects.requireNonNull(facts, "facts");
      interfaces = List.copyOf(interfaces);
    }
  }
}
