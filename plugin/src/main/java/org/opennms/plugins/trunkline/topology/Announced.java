package org.opennms.plugins.trunkline.topology;

import java.net.InetAddress;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.opennms.plugins.trunkline.model.Announcement;
import org.opennms.plugins.trunkline.model.Capability;

/**
 * What a neighbour says of itself, in canonical form; {@link Announcement} is the same for people.
 *
 * @param chassis LLDP's chassis id; of CDP a device id that is a MAC address
 * @param port LLDP's port id, CDP's device port
 * @param portDescription may be empty
 * @param name system name or CDP's device id, as announced; may be empty or a filler
 * @param platform may be empty
 * @param addresses where it can be managed; may be empty
 * @param capabilities the enabled ones, else the supported ones
 * @param medClass lldpXMedRemDeviceClass; 0 unknown
 * @param settings of its port
 */
public record Announced(
    Identifier chassis,
    Identifier port,
    String portDescription,
    String name,
    String platform,
    List<InetAddress> addresses,
    Set<Capability> capabilities,
    int medClass,
    PortSettings settings) {
  /** Copies the collections and rejects missing parts. */
  public Announced {
    Objects.requireNonNull(chassis, "chassis");
    Objects.requireNonNull(port, "port");
    Objects.requireNonNull(portDescription, "portDescription");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(settings, "settings");
    addresses = List.copyOf(addresses);
    EnumSet<Capability> copy = EnumSet.noneOf(Capability.class);
    copy.addAll(capabilities);
    capabilities = Collections.unmodifiableSet(copy);
  }

  /** Only a port, for sources that name the node themselves. */
  public static Announced port(Identifier port) {
    return new Announced(
        Identifier.NONE, port, "", "", "", List.of(), Set.of(), 0, PortSettings.UNKNOWN);
  }

  /**
   * What to call its port: the port id, else the description. Hypervisors name the interface in the
   * chassis id and give a MAC address as port id: then it is that name.
   */
  public String portLabel() {
    boolean isNamed = chassis.kind() == Identifier.Kind.NAME;
    if (isNamed && (port.kind() == Identifier.Kind.MAC || !port.isPresent())) {
      return chassis.value();
    }
    return port.isPresent() ? port.value() : portDescription;
  }

  /** The same as text. */
  public Announcement text() {
    return new Announcement(
        chassis.value(),
        port.value(),
        portDescription,
        name,
        platform,
        addresses.stream().map(InetAddress::getHostAddress).toList(),
        capabilities,
        medClass);
  }
}
