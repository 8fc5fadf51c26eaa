package org.opennms.plugins.trunkline.topology;

import java.util.Arrays;
import java.util.List;

/** The objects that tell of neighbours and of the own ports, and which are walked together. */
public enum NeighbourColumn {
  /** SNMPv2-MIB (RFC 3418) sysDescr. */
  SYS_DESCR(Walk.SYSTEM, "1.3.6.1.2.1.1.1"),
  /** SNMPv2-MIB sysName. */
  SYS_NAME(Walk.SYSTEM, "1.3.6.1.2.1.1.5"),
  /** LLDP-MIB (IEEE 802.1AB-2005) lldpStatsRemTablesLastChangeTime. */
  LLDP_LAST_CHANGE(Walk.SYSTEM, "1.0.8802.1.1.2.1.2.1"),
  /** LLDP-MIB lldpLocChassisIdSubtype. */
  LLDP_LOC_CHASSIS_SUBTYPE(Walk.SYSTEM, "1.0.8802.1.1.2.1.3.1"),
  /** LLDP-MIB lldpLocChassisId. */
  LLDP_LOC_CHASSIS(Walk.SYSTEM, "1.0.8802.1.1.2.1.3.2"),
  /** LLDP-MIB lldpLocSysName. */
  LLDP_LOC_NAME(Walk.SYSTEM, "1.0.8802.1.1.2.1.3.3"),
  /** LLDP-V2-MIB (IEEE 802.1AB-2009) lldpV2LocChassisIdSubtype. */
  LLDP2_LOC_CHASSIS_SUBTYPE(Walk.SYSTEM, "1.3.111.2.802.1.1.13.1.3.1"),
  /** LLDP-V2-MIB lldpV2LocChassisId. */
  LLDP2_LOC_CHASSIS(Walk.SYSTEM, "1.3.111.2.802.1.1.13.1.3.2"),
  /** LLDP-V2-MIB lldpV2LocSysName. */
  LLDP2_LOC_NAME(Walk.SYSTEM, "1.3.111.2.802.1.1.13.1.3.3"),
  /** CISCO-CDP-MIB cdpGlobalDeviceId. */
  CDP_DEVICE_ID(Walk.SYSTEM, "1.3.6.1.4.1.9.9.23.1.3.4"),
  /** BRIDGE-MIB (RFC 4188) dot1dBaseBridgeAddress. */
  BRIDGE_ADDRESS(Walk.SYSTEM, "1.3.6.1.2.1.17.1.1"),

  /** IF-MIB (RFC 2863) ifDescr, by ifIndex. */
  IF_DESCR(Walk.INTERFACES, "1.3.6.1.2.1.2.2.1.2"),
  /** IF-MIB ifType, by ifIndex. */
  IF_TYPE(Walk.INTERFACES, "1.3.6.1.2.1.2.2.1.3"),
  /** IF-MIB ifMtu, by ifIndex. */
  IF_MTU(Walk.INTERFACES, "1.3.6.1.2.1.2.2.1.4"),
  /** IF-MIB ifSpeed, by ifIndex. */
  IF_SPEED(Walk.INTERFACES, "1.3.6.1.2.1.2.2.1.5"),
  /** IF-MIB ifPhysAddress, by ifIndex. */
  IF_PHYS_ADDRESS(Walk.INTERFACES, "1.3.6.1.2.1.2.2.1.6"),
  /** IF-MIB ifOperStatus, by ifIndex. */
  IF_OPER_STATUS(Walk.INTERFACES, "1.3.6.1.2.1.2.2.1.8"),
  /** IF-MIB ifName, by ifIndex. */
  IF_NAME(Walk.INTERFACES, "1.3.6.1.2.1.31.1.1.1.1"),
  /** IF-MIB ifHighSpeed, by ifIndex. */
  IF_HIGH_SPEED(Walk.INTERFACES, "1.3.6.1.2.1.31.1.1.1.15"),
  /** IF-MIB ifAlias, by ifIndex. */
  IF_ALIAS(Walk.INTERFACES, "1.3.6.1.2.1.31.1.1.1.18"),
  /** EtherLike-MIB (RFC 3635) dot3StatsDuplexStatus, by ifIndex. */
  DUPLEX(Walk.INTERFACES, "1.3.6.1.2.1.10.7.2.1.19"),
  /** IEEE8023-LAG-MIB dot3adAggPortAttachedAggID, by ifIndex. */
  AGGREGATE(Walk.INTERFACES, "1.2.840.10006.300.43.1.2.1.1.13"),
  /** IF-MIB ifStackStatus, by the higher and the lower ifIndex. */
  STACK(Walk.STACK, "1.3.6.1.2.1.31.1.2.1.3"),

  /** BRIDGE-MIB dot1dBasePortIfIndex, by bridge port. */
  BASE_PORT_IF_INDEX(Walk.PORTS, "1.3.6.1.2.1.17.1.4.1.2"),
  /** Q-BRIDGE-MIB (RFC 4363) dot1qPvid, by bridge port. */
  PVID(Walk.PORTS, "1.3.6.1.2.1.17.7.1.4.5.1.1"),
  /** LLDP-MIB lldpLocPortIdSubtype, by lldpLocPortNum. */
  LLDP_LOC_PORT_SUBTYPE(Walk.PORTS, "1.0.8802.1.1.2.1.3.7.1.2"),
  /** LLDP-MIB lldpLocPortId, by lldpLocPortNum. */
  LLDP_LOC_PORT(Walk.PORTS, "1.0.8802.1.1.2.1.3.7.1.3"),
  /** LLDP-MIB lldpLocPortDesc, by lldpLocPortNum. */
  LLDP_LOC_PORT_DESCR(Walk.PORTS, "1.0.8802.1.1.2.1.3.7.1.4"),
  /** LLDP-V2-MIB lldpV2LocPortIdSubtype, by ifIndex. */
  LLDP2_LOC_PORT_SUBTYPE(Walk.PORTS, "1.3.111.2.802.1.1.13.1.3.7.1.2"),
  /** LLDP-V2-MIB lldpV2LocPortId, by ifIndex. */
  LLDP2_LOC_PORT(Walk.PORTS, "1.3.111.2.802.1.1.13.1.3.7.1.3"),
  /** LLDP-V2-MIB lldpV2LocPortDesc, by ifIndex. */
  LLDP2_LOC_PORT_DESCR(Walk.PORTS, "1.3.111.2.802.1.1.13.1.3.7.1.4"),
  /** TIMETRA-LLDP-MIB tmnxLldpLocPortIdSubtype, by ifIndex and destination address. */
  TMNX_LOC_PORT_SUBTYPE(Walk.PORTS, "1.3.6.1.4.1.6527.3.1.2.59.3.1.1.2"),
  /** TIMETRA-LLDP-MIB tmnxLldpLocPortId. */
  TMNX_LOC_PORT(Walk.PORTS, "1.3.6.1.4.1.6527.3.1.2.59.3.1.1.3"),
  /** TIMETRA-LLDP-MIB tmnxLldpLocPortDesc. */
  TMNX_LOC_PORT_DESCR(Walk.PORTS, "1.3.6.1.4.1.6527.3.1.2.59.3.1.1.4"),
  /** CISCO-CDP-MIB cdpInterfaceName, by ifIndex. */
  CDP_INTERFACE_NAME(Walk.PORTS, "1.3.6.1.4.1.9.9.23.1.1.1.1.6"),

  /** LLDP-MIB lldpRemChassisIdSubtype, by time mark, lldpLocPortNum and a number. */
  LLDP_CHASSIS_SUBTYPE(Walk.LLDP, "1.0.8802.1.1.2.1.4.1.1.4"),
  /** LLDP-MIB lldpRemChassisId. */
  LLDP_CHASSIS(Walk.LLDP, "1.0.8802.1.1.2.1.4.1.1.5"),
  /** LLDP-MIB lldpRemPortIdSubtype. */
  LLDP_PORT_SUBTYPE(Walk.LLDP, "1.0.8802.1.1.2.1.4.1.1.6"),
  /** LLDP-MIB lldpRemPortId. */
  LLDP_PORT(Walk.LLDP, "1.0.8802.1.1.2.1.4.1.1.7"),
  /** LLDP-MIB lldpRemPortDesc. */
  LLDP_PORT_DESCR(Walk.LLDP, "1.0.8802.1.1.2.1.4.1.1.8"),
  /** LLDP-MIB lldpRemSysName. */
  LLDP_NAME(Walk.LLDP, "1.0.8802.1.1.2.1.4.1.1.9"),
  /** LLDP-MIB lldpRemSysDesc. */
  LLDP_DESCR(Walk.LLDP, "1.0.8802.1.1.2.1.4.1.1.10"),
  /** LLDP-MIB lldpRemSysCapSupported. */
  LLDP_CAP_SUPPORTED(Walk.LLDP, "1.0.8802.1.1.2.1.4.1.1.11"),
  /** LLDP-MIB lldpRemSysCapEnabled. */
  LLDP_CAP_ENABLED(Walk.LLDP, "1.0.8802.1.1.2.1.4.1.1.12"),
  /** LLDP-EXT-DOT1-MIB lldpXdot1RemPortVlanId. */
  LLDP_PORT_VLAN(Walk.LLDP, "1.0.8802.1.1.2.1.5.32962.1.3.1.1.1"),
  /** LLDP-EXT-DOT3-MIB lldpXdot3RemPortOperMauType. */
  LLDP_MAU_TYPE(Walk.LLDP, "1.0.8802.1.1.2.1.5.4623.1.3.1.1.4"),
  /** LLDP-EXT-MED-MIB lldpXMedRemDeviceClass. */
  LLDP_MED_CLASS(Walk.LLDP, "1.0.8802.1.1.2.1.5.4795.1.3.1.1.3"),
  /** LLDP-EXT-MED-MIB lldpXMedRemMfgName. */
  LLDP_MED_MANUFACTURER(Walk.LLDP, "1.0.8802.1.1.2.1.5.4795.1.3.3.1.5"),
  /** LLDP-EXT-MED-MIB lldpXMedRemModelName. */
  LLDP_MED_MODEL(Walk.LLDP, "1.0.8802.1.1.2.1.5.4795.1.3.3.1.6"),
  /** LLDP-MIB lldpRemManAddrIfSubtype, by the neighbour and its address. */
  LLDP_ADDRESS(Walk.LLDP_ADDRESSES, "1.0.8802.1.1.2.1.4.2.1.3"),
  /** LLDP-MIB lldpLocManAddrIfSubtype, by address. */
  LLDP_LOC_ADDRESS(Walk.LLDP_ADDRESSES, "1.0.8802.1.1.2.1.3.8.1.4"),

  /** LLDP-V2-MIB lldpV2RemChassisIdSubtype, by time mark, ifIndex, destination and a number. */
  LLDP2_CHASSIS_SUBTYPE(Walk.LLDP2, "1.3.111.2.802.1.1.13.1.4.1.1.5"),
  /** LLDP-V2-MIB lldpV2RemChassisId. */
  LLDP2_CHASSIS(Walk.LLDP2, "1.3.111.2.802.1.1.13.1.4.1.1.6"),
  /** LLDP-V2-MIB lldpV2RemPortIdSubtype. */
  LLDP2_PORT_SUBTYPE(Walk.LLDP2, "1.3.111.2.802.1.1.13.1.4.1.1.7"),
  /** LLDP-V2-MIB lldpV2RemPortId. */
  LLDP2_PORT(Walk.LLDP2, "1.3.111.2.802.1.1.13.1.4.1.1.8"),
  /** LLDP-V2-MIB lldpV2RemPortDesc. */
  LLDP2_PORT_DESCR(Walk.LLDP2, "1.3.111.2.802.1.1.13.1.4.1.1.9"),
  /** LLDP-V2-MIB lldpV2RemSysName. */
  LLDP2_NAME(Walk.LLDP2, "1.3.111.2.802.1.1.13.1.4.1.1.10"),
  /** LLDP-V2-MIB lldpV2RemSysDesc. */
  LLDP2_DESCR(Walk.LLDP2, "1.3.111.2.802.1.1.13.1.4.1.1.11"),
  /** LLDP-V2-MIB lldpV2RemSysCapSupported. */
  LLDP2_CAP_SUPPORTED(Walk.LLDP2, "1.3.111.2.802.1.1.13.1.4.1.1.12"),
  /** LLDP-V2-MIB lldpV2RemSysCapEnabled. */
  LLDP2_CAP_ENABLED(Walk.LLDP2, "1.3.111.2.802.1.1.13.1.4.1.1.13"),
  /** LLDP-V2-MIB lldpV2RemManAddrIfSubtype, by the neighbour and its address. */
  LLDP2_ADDRESS(Walk.LLDP2, "1.3.111.2.802.1.1.13.1.4.2.1.3"),
  /** LLDP-EXT-DOT1-V2-MIB lldpV2Xdot1RemPortVlanId. */
  LLDP2_PORT_VLAN(Walk.LLDP2, "1.3.111.2.802.1.1.13.1.5.32962.1.3.1.1.1"),
  /** LLDP-EXT-DOT3-V2-MIB lldpV2Xdot3RemPortOperMauType. */
  LLDP2_MAU_TYPE(Walk.LLDP2, "1.3.111.2.802.1.1.13.1.5.4623.1.3.1.1.4"),

  /** TIMETRA-LLDP-MIB tmnxLldpRemChassisIdSubtype, indexed as LLDP-V2's. */
  TMNX_CHASSIS_SUBTYPE(Walk.TMNX, "1.3.6.1.4.1.6527.3.1.2.59.4.1.1.4"),
  /** TIMETRA-LLDP-MIB tmnxLldpRemChassisId. */
  TMNX_CHASSIS(Walk.TMNX, "1.3.6.1.4.1.6527.3.1.2.59.4.1.1.5"),
  /** TIMETRA-LLDP-MIB tmnxLldpRemPortIdSubtype. */
  TMNX_PORT_SUBTYPE(Walk.TMNX, "1.3.6.1.4.1.6527.3.1.2.59.4.1.1.6"),
  /** TIMETRA-LLDP-MIB tmnxLldpRemPortId. */
  TMNX_PORT(Walk.TMNX, "1.3.6.1.4.1.6527.3.1.2.59.4.1.1.7"),
  /** TIMETRA-LLDP-MIB tmnxLldpRemPortDesc. */
  TMNX_PORT_DESCR(Walk.TMNX, "1.3.6.1.4.1.6527.3.1.2.59.4.1.1.8"),
  /** TIMETRA-LLDP-MIB tmnxLldpRemSysName. */
  TMNX_NAME(Walk.TMNX, "1.3.6.1.4.1.6527.3.1.2.59.4.1.1.9"),
  /** TIMETRA-LLDP-MIB tmnxLldpRemSysDesc. */
  TMNX_DESCR(Walk.TMNX, "1.3.6.1.4.1.6527.3.1.2.59.4.1.1.10"),
  /** TIMETRA-LLDP-MIB tmnxLldpRemSysCapSupported. */
  TMNX_CAP_SUPPORTED(Walk.TMNX, "1.3.6.1.4.1.6527.3.1.2.59.4.1.1.11"),
  /** TIMETRA-LLDP-MIB tmnxLldpRemSysCapEnabled. */
  TMNX_CAP_ENABLED(Walk.TMNX, "1.3.6.1.4.1.6527.3.1.2.59.4.1.1.12"),
  /** TIMETRA-LLDP-MIB tmnxLldpRemManAddrIfSubtype, by the neighbour and its address. */
  TMNX_ADDRESS(Walk.TMNX, "1.3.6.1.4.1.6527.3.1.2.59.4.2.1.3"),

  /** CISCO-CDP-MIB cdpCacheAddressType, by ifIndex and a number. */
  CDP_ADDRESS_TYPE(Walk.CDP, "1.3.6.1.4.1.9.9.23.1.2.1.1.3"),
  /** CISCO-CDP-MIB cdpCacheAddress. */
  CDP_ADDRESS(Walk.CDP, "1.3.6.1.4.1.9.9.23.1.2.1.1.4"),
  /** CISCO-CDP-MIB cdpCacheDeviceId. */
  CDP_DEVICE(Walk.CDP, "1.3.6.1.4.1.9.9.23.1.2.1.1.6"),
  /** CISCO-CDP-MIB cdpCacheDevicePort. */
  CDP_PORT(Walk.CDP, "1.3.6.1.4.1.9.9.23.1.2.1.1.7"),
  /** CISCO-CDP-MIB cdpCachePlatform. */
  CDP_PLATFORM(Walk.CDP, "1.3.6.1.4.1.9.9.23.1.2.1.1.8"),
  /** CISCO-CDP-MIB cdpCacheCapabilities. */
  CDP_CAPABILITIES(Walk.CDP, "1.3.6.1.4.1.9.9.23.1.2.1.1.9"),
  /** CISCO-CDP-MIB cdpCacheNativeVLAN. */
  CDP_NATIVE_VLAN(Walk.CDP, "1.3.6.1.4.1.9.9.23.1.2.1.1.11"),
  /** CISCO-CDP-MIB cdpCacheDuplex. */
  CDP_DUPLEX(Walk.CDP, "1.3.6.1.4.1.9.9.23.1.2.1.1.12"),
  /** CISCO-CDP-MIB cdpCacheMTU. */
  CDP_MTU(Walk.CDP, "1.3.6.1.4.1.9.9.23.1.2.1.1.16"),
  /** CISCO-CDP-MIB cdpCacheSysName. */
  CDP_SYS_NAME(Walk.CDP, "1.3.6.1.4.1.9.9.23.1.2.1.1.17"),
  /** CISCO-CDP-MIB cdpCachePrimaryMgmtAddr. */
  CDP_PRIMARY_ADDRESS(Walk.CDP, "1.3.6.1.4.1.9.9.23.1.2.1.1.20"),

  /** MIKROTIK-MIB mtxrNeighborIpAddress, by a number. */
  MTXR_ADDRESS(Walk.MTXR, "1.3.6.1.4.1.14988.1.1.11.1.1.2"),
  /** MIKROTIK-MIB mtxrNeighborMacAddress. */
  MTXR_MAC(Walk.MTXR, "1.3.6.1.4.1.14988.1.1.11.1.1.3"),
  /** MIKROTIK-MIB mtxrNeighborVersion. */
  MTXR_VERSION(Walk.MTXR, "1.3.6.1.4.1.14988.1.1.11.1.1.4"),
  /** MIKROTIK-MIB mtxrNeighborPlatform. */
  MTXR_PLATFORM(Walk.MTXR, "1.3.6.1.4.1.14988.1.1.11.1.1.5"),
  /** MIKROTIK-MIB mtxrNeighborIdentity. */
  MTXR_IDENTITY(Walk.MTXR, "1.3.6.1.4.1.14988.1.1.11.1.1.6"),
  /** MIKROTIK-MIB mtxrNeighborInterfaceID: an ifIndex. */
  MTXR_INTERFACE(Walk.MTXR, "1.3.6.1.4.1.14988.1.1.11.1.1.8"),

  /** RFC1213-MIB ipAdEntIfIndex, by address. */
  IP_IF_INDEX(Walk.ADDRESSES, "1.3.6.1.2.1.4.20.1.2"),
  /** RFC1213-MIB ipAdEntNetMask, by address. */
  IP_NET_MASK(Walk.ADDRESSES, "1.3.6.1.2.1.4.20.1.3"),
  /** IP-MIB (RFC 4293) ipAddressIfIndex, by type and address. */
  IP_ADDRESS_IF_INDEX(Walk.ADDRESSES, "1.3.6.1.2.1.4.34.1.3"),
  /** IP-MIB ipAddressPrefix, by type and address: a row pointer. */
  IP_ADDRESS_PREFIX(Walk.ADDRESSES, "1.3.6.1.2.1.4.34.1.5"),

  /** BRIDGE-MIB dot1dStpPortDesignatedBridge, by bridge port. */
  STP_BRIDGE(Walk.SPANNING_TREE, "1.3.6.1.2.1.17.2.15.1.8"),
  /** BRIDGE-MIB dot1dStpPortDesignatedPort, by bridge port. */
  STP_PORT(Walk.SPANNING_TREE, "1.3.6.1.2.1.17.2.15.1.9"),
  /** BRIDGE-MIB dot1dTpFdbPort, by MAC address. */
  FDB_PORT(Walk.FORWARDING, "1.3.6.1.2.1.17.4.3.1.2"),
  /** Q-BRIDGE-MIB dot1qTpFdbPort, by filtering database and MAC address. */
  Q_FDB_PORT(Walk.FORWARDING, "1.3.6.1.2.1.17.7.1.2.2.1.2"),
  /** RFC1213-MIB ipNetToMediaPhysAddress, by ifIndex and address. */
  ARP(Walk.NEIGHBOUR_CACHE, "1.3.6.1.2.1.4.22.1.2"),
  /** IP-MIB ipNetToPhysicalPhysAddress, by ifIndex, type and address. */
  ND(Walk.NEIGHBOUR_CACHE, "1.3.6.1.2.1.4.35.1.4");

  /** Objects that are read together; all but the first three are optional. */
  public enum Walk {
    /** Scalars. */
    SYSTEM,
    /** A row per interface. The inventory knows most of it already. */
    INTERFACES,
    /** Two rows per interface and more. The inventory knows it already. */
    STACK,
    /** A row per port. */
    PORTS,
    /** A row per neighbour. */
    LLDP,
    /** A row per neighbour's address. */
    LLDP_ADDRESSES,
    /** A row per neighbour. */
    LLDP2,
    /** A row per neighbour. */
    TMNX,
    /** A row per neighbour. */
    CDP,
    /** A row per neighbour. */
    MTXR,
    /** A row per address. The inventory knows it already. */
    ADDRESSES,
    /** Only when inference is switched on: a row per bridge port. */
    SPANNING_TREE,
    /** Only when inference is switched on: a row per MAC address. */
    FORWARDING,
    /** Only when inference is switched on: a row per host. */
    NEIGHBOUR_CACHE;

    /** Its objects. */
    public List<NeighbourColumn> columns() {
      return Arrays.stream(NeighbourColumn.values()).filter(c -> c.walk == this).toList();
    }
  }

  private final Walk walk;
  private final String oid;

  NeighbourColumn(Walk walk, String oid) {
    this.walk = walk;
    this.oid = oid;
  }

  /** What it is read with. */
  public Walk walk() {
    return walk;
  }

  /** The object, dotted; a scalar without its {@code .0}. */
  public String oid() {
    return oid;
  }
}
