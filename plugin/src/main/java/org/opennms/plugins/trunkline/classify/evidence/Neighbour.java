package org.opennms.plugins.trunkline.classify.evidence;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
  /** What a neighbour can do: LLDP's bits (IEEE 802.1AB) and CDP's, folded together. */
  public enum Capability {
    /** lldp other(0). */
    OTHER,
    /** lldp repeater(1). */
    REPEATER,
    /** lldp bridge(2), CDP transparent or source-route bridge. */
    BRIDGE,
    /** lldp wlanAccessPoint(3). */
    WLAN_AP,
    /** lldp router(4), CDP router. */
    ROUTER,
    /** lldp telephone(5), CDP phone. */
    TELEPHONE,
    /** lldp docsisCableDevice(6). */
    DOCSIS,
    /** lldp stationOnly(7), CDP host. */
    STATION,
    /** CDP switch. */
    SWITCH,
    /** CDP IGMP snooping: hardly a statement. */
    IGMP;

    /** Understands the names and letters that devices print; empty for others. */
    public static Optional<Capability> parse(String text) {
      return switch (text.trim().toLowerCase(Locale.ROOT)) {
        case "other", "o" -> Optional.of(OTHER);
        case "repeater", "r-repeater" -> Optional.of(REPEATER);
        case "bridge", "tb-bridge", "sr-bridge", "b" -> Optional.of(BRIDGE);
        case "wlanap", "wlan", "wlan-ap", "wlanaccesspoint", "w" -> Optional.of(WLAN_AP);
        case "router", "r" -> Optional.of(ROUTER);
        case "telephone", "phone", "t", "p" -> Optional.of(TELEPHONE);
        case "docsis", "docsiscabledevice", "c" -> Optional.of(DOCSIS);
        case "station", "stationonly", "host", "h" -> Optional.of(STATION);
        case "switch", "s" -> Optional.of(SWITCH);
        case "igmp", "i" -> Optional.of(IGMP);
        default -> Optional.empty();
      };
    }
  }

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
