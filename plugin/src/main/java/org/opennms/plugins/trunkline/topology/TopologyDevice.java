package org.opennms.plugins.trunkline.topology;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.opennms.plugins.trunkline.model.NodeKey;

/**
 * An own node, with everything that a neighbour may know it by.
 *
 * @param key lasting identity
 * @param label what operators call it
 * @param sysName as configured on the device, else lldpLocSysName; may be empty
 * @param chassis lldpLocChassisId and other ids that it announces for itself; may be empty
 * @param bridge dot1dBaseBridgeAddress, canonical; may be empty
 * @param addresses of its interfaces and where the host reaches it
 * @param ports by ascending ifIndex
 */
public record TopologyDevice(
    NodeKey key,
    String label,
    String sysName,
    Set<Identifier> chassis,
    String bridge,
    Set<InetAddress> addresses,
    List<Port> ports) {
  /** Copies the collections and rejects missing parts. */
  public TopologyDevice {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(sysName, "sysName");
    Objects.requireNonNull(bridge, "bridge");
    chassis = Set.copyOf(chassis);
    addresses = Set.copyOf(addresses);
    ports = List.copyOf(ports);
  }
}
