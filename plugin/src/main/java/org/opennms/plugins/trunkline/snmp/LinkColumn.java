package org.opennms.plugins.trunkline.snmp;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.snmp4j.smi.OID;

/** The columns beside IF-MIB's that tell what an interface is linked to, and how they are read. */
enum LinkColumn {
  /** IEEE8023-LAG-MIB dot3adAggPortAttachedAggID, by ifIndex. */
  ATTACHED_AGG_ID(Walk.PORTS, "1.2.840.10006.300.43.1.2.1.1.13"),
  /** BRIDGE-MIB (RFC 4188) dot1dBasePortIfIndex, by the bridge's own port number. */
  BASE_PORT_IF_INDEX(Walk.PORTS, "1.3.6.1.2.1.17.1.4.1.2"),
  /** Q-BRIDGE-MIB (RFC 4363) dot1qPvid, by the bridge's port number. */
  PVID(Walk.PORTS, "1.3.6.1.2.1.17.7.1.4.5.1.1"),
  /** CISCO-VTP-MIB vlanTrunkPortDynamicState, by ifIndex. */
  TRUNK_STATE(Walk.PORTS, "1.3.6.1.4.1.9.9.46.1.6.1.1.13"),
  /** CISCO-VTP-MIB vlanTrunkPortDynamicStatus, by ifIndex. */
  TRUNK_STATUS(Walk.PORTS, "1.3.6.1.4.1.9.9.46.1.6.1.1.14"),
  /** CISCO-VLAN-MEMBERSHIP-MIB vmVlan, by ifIndex. */
  VM_VLAN(Walk.PORTS, "1.3.6.1.4.1.9.9.68.1.2.2.1.2"),
  /** CISCO-VLAN-MEMBERSHIP-MIB vmVoiceVlanId, by ifIndex. */
  VOICE_VLAN(Walk.PORTS, "1.3.6.1.4.1.9.9.68.1.5.1.1.1"),
  /** POWER-ETHERNET-MIB (RFC 3621) pethPsePortDetectionStatus, by group and port. */
  PSE_DETECTION(Walk.PORTS, "1.3.6.1.2.1.105.1.1.1.6"),
  /** POWER-ETHERNET-MIB (RFC 3621) pethPsePortPowerClassifications, by group and port. */
  PSE_CLASS(Walk.PORTS, "1.3.6.1.2.1.105.1.1.1.10"),
  /** IF-MIB (RFC 2863) ifStackStatus, by the higher and the lower ifIndex. */
  STACK_STATUS(Walk.LAYERS, "1.3.6.1.2.1.31.1.2.1.3"),
  /** Q-BRIDGE-MIB (RFC 4363) dot1qVlanStaticName, by VLAN. */
  VLAN_NAME(Walk.VLANS, "1.3.6.1.2.1.17.7.1.4.3.1.1"),
  /** Q-BRIDGE-MIB (RFC 4363) dot1qVlanStaticEgressPorts, by VLAN. */
  VLAN_EGRESS(Walk.VLANS, "1.3.6.1.2.1.17.7.1.4.3.1.2"),
  /** Q-BRIDGE-MIB (RFC 4363) dot1qVlanStaticUntaggedPorts, by VLAN. */
  VLAN_UNTAGGED(Walk.VLANS, "1.3.6.1.2.1.17.7.1.4.3.1.4"),
  /** CISCO-VTP-MIB vtpVlanName, by management domain and VLAN. */
  VTP_VLAN_NAME(Walk.VLANS, "1.3.6.1.4.1.9.9.46.1.3.1.1.4"),
  /** BGP4-MIB (RFC 4273) bgpLocalAs, a scalar. */
  BGP_LOCAL_AS(Walk.PEERS, "1.3.6.1.2.1.15.2"),
  /** BGP4-MIB (RFC 4273) bgpPeerRemoteAs, by the peer's IPv4 address. */
  BGP_REMOTE_AS(Walk.PEERS, "1.3.6.1.2.1.15.3.1.9");

  /** Columns of about as many rows, walked together. */
  enum Walk {
    /** About a row per port. */
    PORTS,
    /** Two rows per interface and more. */
    LAYERS,
    /** A row per VLAN. */
    VLANS,
    /** A row per session. */
    PEERS;

    /** Of layers, without the rows of higher layer 0: each says of an interface it is on top. */
    private IndexRange range() {
      return this == LAYERS ? new IndexRange(new int[] {1}, new int[0]) : IndexRange.ALL;
    }

    /**
     * Bounded: a table that has no end must not cost more than the interfaces themselves.
     *
     * @param interfaces how many the device says that it has
     */
    TableRequest request(List<OID> columns, int interfaces) {
      TableRequest all = TableRequest.of(columns).within(range());
      return switch (this) {
        case PORTS -> all.atMost(2 * interfaces + 1_000).expecting(interfaces);
        case LAYERS -> all.atMost(4 * interfaces + 1_000);
        case VLANS -> all.atMost(1_000);
        case PEERS -> all.atMost(10_000);
      };
    }
  }

  private final Walk walk;
  private final String object;

  LinkColumn(Walk walk, String object) {
    this.walk = walk;
    this.object = object;
  }

  OID object() {
    return new OID(object);
  }

  /** A name whose successor is the first of its rows that are read, where it has any. */
  OID before() {
    return new OID(walk.range().askAfter(object().getValue()));
  }

  /** Those of a walk that pass, in the order of this enum. */
  static Set<LinkColumn> of(Walk walk, Predicate<LinkColumn> filter) {
    EnumSet<LinkColumn> some = EnumSet.noneOf(LinkColumn.class);
    Arrays.stream(values()).filter(c -> c.walk == walk && filter.test(c)).forEach(some::add);
    return some;
  }
}
