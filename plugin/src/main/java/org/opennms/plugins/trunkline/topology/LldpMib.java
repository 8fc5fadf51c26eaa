package org.opennms.plugins.trunkline.topology;

import java.util.List;

/**
 * The remote table of one LLDP MIB module.
 *
 * @param indexLength of a neighbour: time mark, port, [destination address,] number
 */
record LldpMib(
    NeighbourColumn chassisSubtype,
    NeighbourColumn chassis,
    NeighbourColumn portSubtype,
    NeighbourColumn port,
    NeighbourColumn portDescription,
    NeighbourColumn name,
    NeighbourColumn description,
    NeighbourColumn supported,
    NeighbourColumn enabled,
    int indexLength) {
  /** LLDP-MIB (IEEE 802.1AB-2005). */
  static final LldpMib V1 =
      new LldpMib(
          NeighbourColumn.LLDP_CHASSIS_SUBTYPE,
          NeighbourColumn.LLDP_CHASSIS,
          NeighbourColumn.LLDP_PORT_SUBTYPE,
          NeighbourColumn.LLDP_PORT,
          NeighbourColumn.LLDP_PORT_DESCR,
          NeighbourColumn.LLDP_NAME,
          NeighbourColumn.LLDP_DESCR,
          NeighbourColumn.LLDP_CAP_SUPPORTED,
          NeighbourColumn.LLDP_CAP_ENABLED,
          3);

  /** LLDP-V2-MIB (IEEE 802.1AB-2009). */
  static final LldpMib V2 =
      new LldpMib(
          NeighbourColumn.LLDP2_CHASSIS_SUBTYPE,
          NeighbourColumn.LLDP2_CHASSIS,
          NeighbourColumn.LLDP2_PORT_SUBTYPE,
          NeighbourColumn.LLDP2_PORT,
          NeighbourColumn.LLDP2_PORT_DESCR,
          NeighbourColumn.LLDP2_NAME,
          NeighbourColumn.LLDP2_DESCR,
          NeighbourColumn.LLDP2_CAP_SUPPORTED,
          NeighbourColumn.LLDP2_CAP_ENABLED,
          4);

  /** TIMETRA-LLDP-MIB (Nokia SR OS). */
  static final LldpMib TIMETRA =
      new LldpMib(
          NeighbourColumn.TMNX_CHASSIS_SUBTYPE,
          NeighbourColumn.TMNX_CHASSIS,
          NeighbourColumn.TMNX_PORT_SUBTYPE,
          NeighbourColumn.TMNX_PORT,
          NeighbourColumn.TMNX_PORT_DESCR,
          NeighbourColumn.TMNX_NAME,
          NeighbourColumn.TMNX_DESCR,
          NeighbourColumn.TMNX_CAP_SUPPORTED,
          NeighbourColumn.TMNX_CAP_ENABLED,
          4);

  /** All of them: some devices fill two, and what both tell is told once. */
  static final List<LldpMib> ALL = List.of(V1, V2, TIMETRA);

  /** Whether it is a neighbour's index; some agents leave out the time mark of LLDP-MIB's. */
  boolean fits(TableIndex index) {
    return index.length() == indexLength || lacksTimeMark(index);
  }

  /** The local port's number, or in the later modules its ifIndex. */
  int localPort(TableIndex index) {
    return index.at(lacksTimeMark(index) ? 0 : 1);
  }

  private boolean lacksTimeMark(TableIndex index) {
    return equals(V1) && index.length() == indexLength - 1;
  }

  /** Columns that make a row a neighbour. */
  List<NeighbourColumn> telling() {
    return List.of(chassis, port, name);
  }
}
