package org.opennms.plugins.trunkline.classify.evidence;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.opennms.plugins.trunkline.model.Capability;
import org.opennms.plugins.trunkline.model.DeviceType;

/**
 * Who is at the other end, as LLDP, CDP or topology say. Text that is not known is empty.
 *
 * @param name lldpRemSysName, cdpCacheDeviceId
 * @param port lldpRemPortId or its description, cdpCacheDevicePort
 * @param platform lldpRemSysDesc, cdpCachePlatform
 * @param capabilities the enabled ones, else the supported ones
 * @param medClass lldpXMedRemDeviceClass: 1 to 3 endpoint classes I to III, 4 network connectivity;
 *     0 unknown
 * @param type of the own node that the neighbour was mapped to; UNKNOWN where it maps to none
 */
public record Neighbour(
    String name,
    String port,
    String platform,
    Set<Capability> capabilities,
    int medClass,
    DeviceType type) {
  /** Copies the set and rejects missing parts. */
  public Neighbour {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(port, "port");
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(type, "type");
    EnumSet<Capability> copy = EnumSet.noneOf(Capability.class);
    copy.addAll(capabilities);
    capabilities = Set.copyOf(copy);
  }

  /** Whether it can do this. */
  public boolean can(Capability capability) {
    return capabilities.contains(capability);
  }
}
