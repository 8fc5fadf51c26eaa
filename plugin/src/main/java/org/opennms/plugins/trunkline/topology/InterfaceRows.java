package org.opennms.plugins.trunkline.topology;

import static org.opennms.plugins.trunkline.topology.NeighbourColumn.AGGREGATE;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.BASE_PORT_IF_INDEX;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.DUPLEX;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.IF_ALIAS;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.IF_DESCR;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.IF_HIGH_SPEED;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.IF_MTU;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.IF_NAME;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.IF_PHYS_ADDRESS;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.IF_SPEED;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.IF_TYPE;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.PVID;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.STACK;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.inventory.InterfaceNames;
import org.opennms.plugins.trunkline.inventory.InterfaceNames.Called;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.topology.DeviceDecoder.Subject;
import org.opennms.plugins.trunkline.topology.PortSettings.Duplex;

/** The interfaces of a device, from the inventory or IF-MIB, completed by what else was read. */
final class InterfaceRows {
  private static final long MEGABIT = 1_000_000;
  private static final long GAUGE32_FULL = 4_294_967_295L;
  private static final int LAG = 161;
  private static final int ACTIVE = 1;
  private static final int MOST_VLANS = 4_094;

  private final TableReader tables;
  private final Map<Integer, PortBuilder> ports = new TreeMap<>();

  private InterfaceRows(TableReader tables) {
    this.tables = tables;
  }

  /** By ascending ifIndex. */
  static Map<Integer, PortBuilder> read(Subject subject, TableReader tables) {
    InterfaceRows rows = new InterfaceRows(tables);
    subject
        .interfaces()
        .ifPresentOrElse(
            known -> known.forEach(i -> rows.ports.put(i.ifIndex(), PortBuilder.of(i))),
            () -> rows.readIfTable(subject));
    rows.readSettings();
    rows.readBridgePorts();
    rows.readAggregates();
    return rows.ports;
  }

  private void readIfTable(Subject subject) {
    SortedSet<Integer> indexes = new TreeSet<>(tables.indexes(IF_DESCR));
    indexes.addAll(tables.indexes(IF_NAME));
    List<Called> called = new ArrayList<>(indexes.size());
    indexes.forEach(
        i -> called.add(new Called(i, tables.text(IF_NAME, i), tables.text(IF_DESCR, i))));
    List<String> names = InterfaceNames.unique(called);
    Map<Integer, List<InterfaceAddress>> addresses = AddressTable.byIfIndex(tables);
    for (int i = 0; i < called.size(); i++) {
      Called each = called.get(i);
      PortBuilder port =
          new PortBuilder(new InterfaceKey(subject.key(), names.get(i)), each.ifIndex());
      port.ifName = each.ifName();
      port.ifDescr = each.ifDescr();
      port.ifAlias = tables.text(IF_ALIAS, each.ifIndex());
      port.ifType = (int) tables.number(IF_TYPE, each.ifIndex());
      port.physAddress = tables.mac(IF_PHYS_ADDRESS, each.ifIndex());
      port.speed = speed(each.ifIndex());
      port.addresses.addAll(addresses.getOrDefault(each.ifIndex(), List.of()));
      ports.put(each.ifIndex(), port);
    }
  }

  /** ifSpeed at its limit says only that there is more. */
  private long speed(int ifIndex) {
    long high = tables.number(IF_HIGH_SPEED, ifIndex);
    long low = tables.number(IF_SPEED, ifIndex);
    return high > 0 ? high * MEGABIT : low < GAUGE32_FULL ? Math.max(0, low) : 0;
  }

  private void readSettings() {
    for (PortBuilder port : ports.values()) {
      long mtu = tables.number(IF_MTU, port.ifIndex);
      port.mtu = mtu > 0 && mtu <= Integer.MAX_VALUE ? (int) mtu : 0;
      port.duplex =
          switch ((int) tables.number(DUPLEX, port.ifIndex)) {
            case 2 -> Duplex.HALF;
            case 3 -> Duplex.FULL;
            default -> Duplex.UNKNOWN;
          };
    }
  }

  private void readBridgePorts() {
    for (int bridgePort : tables.indexes(BASE_PORT_IF_INDEX)) {
      PortBuilder port = ports.get((int) tables.number(BASE_PORT_IF_INDEX, bridgePort));
      if (port != null && port.bridgePort == 0) {
        port.bridgePort = bridgePort;
        long pvid = tables.number(PVID, bridgePort);
        port.nativeVlan = pvid > 0 && pvid <= MOST_VLANS ? (int) pvid : port.nativeVlan;
      }
    }
  }

  /** A port outside every aggregate is attached to 0 or to itself. */
  private void readAggregates() {
    tables
        .rows(STACK)
        .forEach(
            (index, status) -> {
              if (index.length() == 2 && status.number().orElse(0) == ACTIVE) {
                stack(ports.get(index.at(0)), ports.get(index.at(1)));
              }
            });
    for (PortBuilder port : ports.values()) {
      int told = (int) tables.number(AGGREGATE, port.ifIndex);
      if (told != port.ifIndex && ports.containsKey(told)) {
        port.aggregate = told;
      }
    }
  }

  private static void stack(PortBuilder above, PortBuilder below) {
    if (above != null && below != null && above.ifType == LAG && below.aggregate == 0) {
      below.aggregate = above.ifIndex;
    }
  }
}
