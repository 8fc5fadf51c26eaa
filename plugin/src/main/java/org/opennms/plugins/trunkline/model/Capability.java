package org.opennms.plugins.trunkline.model;

import java.util.Locale;
import java.util.Optional;

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
