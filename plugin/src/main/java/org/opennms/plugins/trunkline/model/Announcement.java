package org.opennms.plugins.trunkline.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a neighbour says of itself, as text for people; what was not announced is empty. It may be
 * hostile: names can hold markup, and every id can be a lie.
 *
 * @param chassisId lldpRemChassisId; MAC addresses as {@code aa:bb:cc:dd:ee:ff}
 * @param portId lldpRemPortId, cdpCacheDevicePort
 * @param portDescription lldpRemPortDesc
 * @param name lldpRemSysName, cdpCacheDeviceId
 * @param platform lldpRemSysDesc, cdpCachePlatform
 * @param addresses where it can be managed, literals
 * @param capabilities the enabled ones, else the supported ones
 * @param medClass lldpXMedRemDeviceClass: 1 to 3 endpoint classes I to III, 4 network connectivity;
 *     0 unknown
 */
public record Announcement(
    String chassisId,
    String portId,
    String portDescription,
    String name,
    String platform,
    List<String> addresses,
    Set<Capability> capabilities,
    int medClass) {
  /** Copies the collections and rejects missing parts. */
  public Announcement {
    Objects.requireNonNull(chassisId, "chassisId");
    Objects.requireNonNull(portId, "portId");
    Objects.requireNonNull(portDescription, "portDescription");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(platform, "platform");
    addresses = List.copyOf(addresses);
    EnumSet<Capability> copy = EnumSet.noneOf(Capability.class);
    copy.addAll(capabilities);
    capabilities = Collections.unmodifiableSet(copy);
  }
}
