package org.opennms.plugins.trunkline.inventory;

import java.util.List;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/** Says what interfaces are for. Pure: the same input gives the same answer. Thread-safe. */
public interface InterfaceClassifier {
  /**
   * Classifies all interfaces of a device together (an aggregate and its members, a stack and its
   * layers explain each other).
   *
   * @return one judgement per interface, in the order of the interfaces; overrides are not applied
   */
  List<Judgement> classify(Device device, DeviceFacts facts, List<NetworkInterface> interfaces);
}
