package org.opennms.plugins.trunkline.model;

import java.util.Locale;

/** What told of a link. */
public enum LinkSource {
  /** LLDP-MIB, LLDP-V2-MIB (IEEE 802.1AB) or a vendor's copy of them. */
  LLDP,
  /** CISCO-CDP-MIB. */
  CDP,
  /** MIKROTIK-MIB mtxrNeighborTable: what RouterOS heard in LLDP, CDP and its own MNDP. */
  MNDP,
  /** An edge of the host's own topology. */
  HOST,
  /** An operator's mapping. */
  MANUAL,
  /** Inferred: an ifAlias that names a node. */
  ALIAS,
  /** Inferred: two addresses that are alone in a /30 or /31. */
  SUBNET,
  /** Inferred: bridge forwarding tables, with the spanning tree where it is told. */
  FORWARDING,
  /** Inferred: an interface on which one single own node was met by ARP or ND. */
  ARP;

  /** Whether it is a conclusion of ours, and nobody's announcement. */
  public boolean isInferred() {
    return switch (this) {
      case ALIAS, SUBNET, FORWARDING, ARP -> true;
      case LLDP, CDP, MNDP, HOST, MANUAL -> false;
    };
  }

  /** Whether the device at one end has heard the device at the other end. */
  public boolean isAnnouncement() {
    return this == LLDP || this == CDP || this == MNDP;
  }

  /** As in exports: lower case. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }
}
