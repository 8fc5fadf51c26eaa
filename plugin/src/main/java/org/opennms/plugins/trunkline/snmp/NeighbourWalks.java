package org.opennms.plugins.trunkline.snmp;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.topology.NeighbourColumn;
import org.opennms.plugins.trunkline.topology.NeighbourColumn.Walk;
import org.snmp4j.smi.OID;

/** Which neighbour tables are walked, and how far. Stateless. */
final class NeighbourWalks {
  /** What IF-MIB tells beyond the inventory. */
  static final List<NeighbourColumn> PORT_SETTINGS =
      List.of(NeighbourColumn.IF_MTU, NeighbourColumn.DUPLEX);

  // Whose first row tells whether there are any: a request with each column would be too large.
  private static final Map<Walk, NeighbourColumn> SCOUTS =
      Map.of(
          Walk.LLDP, NeighbourColumn.LLDP_CHASSIS,
          Walk.LLDP2, NeighbourColumn.LLDP2_CHASSIS,
          Walk.TMNX, NeighbourColumn.TMNX_CHASSIS,
          Walk.CDP, NeighbourColumn.CDP_DEVICE,
          Walk.MTXR, NeighbourColumn.MTXR_MAC);

  private static final Map<Walk, LinkSource> TOLD =
      Map.of(
          Walk.LLDP, LinkSource.LLDP,
          Walk.LLDP_ADDRESSES, LinkSource.LLDP,
          Walk.LLDP2, LinkSource.LLDP,
          Walk.TMNX, LinkSource.LLDP,
          Walk.CDP, LinkSource.CDP,
          Walk.MTXR, LinkSource.MNDP,
          Walk.SPANNING_TREE, LinkSource.FORWARDING,
          Walk.FORWARDING, LinkSource.FORWARDING,
          Walk.NEIGHBOUR_CACHE, LinkSource.ARP);

  private static final Set<Walk> INFERRING =
      EnumSet.of(Walk.SPANNING_TREE, Walk.FORWARDING, Walk.NEIGHBOUR_CACHE);

  private NeighbourWalks() {}

  /** Columns by which it is found out what there is. */
  static List<NeighbourColumn> scouts() {
    List<NeighbourColumn> scouts = new ArrayList<>(Walk.PORTS.columns());
    scouts.addAll(SCOUTS.values().stream().sorted().toList());
    return scouts;
  }

  /**
   * The walks that are worth it.
   *
   * @param present scouts that have rows
   */
  static List<Walk> worth(Set<NeighbourColumn> present, boolean forwarding) {
    List<Walk> walks = new ArrayList<>();
    for (Walk walk : Walk.values()) {
      boolean announced = SCOUTS.containsKey(walk) && present.contains(SCOUTS.get(walk));
      boolean addresses =
          walk == Walk.LLDP_ADDRESSES && present.contains(NeighbourColumn.LLDP_CHASSIS);
      if (announced || addresses || (forwarding && INFERRING.contains(walk))) {
        walks.add(walk);
      }
    }
    return walks;
  }

  /** What a walk tells of; a walk of ports tells of nobody. */
  static List<LinkSource> told(Walk walk) {
    return TOLD.containsKey(walk) ? List.of(TOLD.get(walk)) : List.of();
  }

  /** All that can be told when nothing fails. */
  static Set<LinkSource> all(boolean forwarding) {
    Set<LinkSource> all = EnumSet.of(LinkSource.LLDP, LinkSource.CDP, LinkSource.MNDP);
    all.addAll(EnumSet.of(LinkSource.ALIAS, LinkSource.SUBNET));
    if (forwarding) {
      all.addAll(EnumSet.of(LinkSource.FORWARDING, LinkSource.ARP));
    }
    return all;
  }

  /** Bounded: a table that has no end must not cost more than the largest real ones. */
  static TableRequest request(List<NeighbourColumn> columns, Walk walk, int interfaces) {
    TableRequest all = TableRequest.of(columns.stream().map(NeighbourWalks::object).toList());
    return switch (walk) {
      case SYSTEM, INTERFACES, PORTS, STACK, SPANNING_TREE ->
          all.atMost(4 * interfaces + 1_000).expecting(interfaces);
      case LLDP, LLDP_ADDRESSES, LLDP2, TMNX, CDP, MTXR, ADDRESSES -> all.atMost(20_000);
      case FORWARDING, NEIGHBOUR_CACHE -> all.atMost(200_000);
    };
  }

  static OID object(NeighbourColumn column) {
    return new OID(column.oid());
  }
}
