package org.opennms.plugins.trunkline.topology;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.model.Capability;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.topology.PortSettings.Duplex;

/**
 * LLDP's remote tables. Every row stands for itself: what it leaves empty is not known, whatever
 * the row before it said. Used by one thread.
 */
final class LldpRows {
  private static final int MOST_VLANS = 4_094;

  private final TableReader tables;
  private final LocalPorts ports;
  private final MtxrRows routerOs;
  private final Map<TableIndex, List<InetAddress>> addresses = new HashMap<>();
  private final Map<String, Observation> latest = new LinkedHashMap<>();

  private LldpRows(TableReader tables, LocalPorts ports, MtxrRows routerOs) {
    this.tables = tables;
    this.ports = ports;
    this.routerOs = routerOs;
  }

  /** The neighbours, each once on a port: of several rows the one of the latest time mark. */
  static Collection<Observation> read(TableReader tables, LocalPorts ports, MtxrRows routerOs) {
    LldpRows rows = new LldpRows(tables, ports, routerOs);
    rows.readAddresses(NeighbourColumn.LLDP_ADDRESS, LldpMib.V1.indexLength());
    rows.readAddresses(NeighbourColumn.LLDP2_ADDRESS, LldpMib.V2.indexLength());
    rows.readAddresses(NeighbourColumn.TMNX_ADDRESS, LldpMib.TIMETRA.indexLength());
    LldpMib.ALL.forEach(rows::read);
    return rows.latest.values();
  }

  private void readAddresses(NeighbourColumn column, int indexLength) {
    for (TableIndex index : tables.rows(column).keySet()) {
      if (index.length() > indexLength) {
        NetworkAddress.tail(index, indexLength)
            .filter(NetworkAddress::isTelling)
            .ifPresent(
                address ->
                    addresses
                        .computeIfAbsent(index.part(0, indexLength), i -> new ArrayList<>())
                        .add(address));
      }
    }
  }

  private void read(LldpMib mib) {
    SortedSet<TableIndex> indexes = new TreeSet<>();
    mib.telling().forEach(column -> indexes.addAll(tables.rows(column).keySet()));
    for (TableIndex index : indexes) {
      if (mib.fits(index)) {
        Announced announced = announced(mib, index);
        if (says(announced)) {
          add(
              new Observation(
                  local(mib, index, announced), LinkSource.LLDP, announced, Optional.empty()));
        }
      }
    }
  }

  /** Indexes ascend, and the first sub-identifier is the time mark: a later row is newer. */
  private void add(Observation observation) {
    latest.remove(observation.key());
    latest.put(observation.key(), observation);
  }

  private LocalPort local(LldpMib mib, TableIndex index, Announced announced) {
    int number = mib.localPort(index);
    return routerOs
        .interfaceOf(number, index.at(index.length() - 1), announced)
        .or(() -> mib.equals(LldpMib.V1) ? Optional.empty() : ports.byIfIndex(number))
        .orElseGet(() -> ports.lldp(number));
  }

  private static boolean says(Announced announced) {
    return announced.chassis().isPresent()
        || announced.port().isPresent()
        || !Identifiers.isFiller(announced.name());
  }

  private Announced announced(LldpMib mib, TableIndex index) {
    Identifier chassis =
        tables
            .value(mib.chassis(), index)
            .map(v -> Identifiers.chassis(tables.number(mib.chassisSubtype(), index), v))
            .orElse(Identifier.NONE);
    Identifier port =
        tables
            .value(mib.port(), index)
            .map(v -> Identifiers.port(tables.number(mib.portSubtype(), index), v))
            .orElse(Identifier.NONE);
    return new Announced(
        chassis,
        port,
        tables.text(mib.portDescription(), index),
        tables.text(mib.name(), index),
        platform(mib, index),
        addresses.getOrDefault(index, List.of()),
        capabilities(mib, index),
        (int) tables.number(NeighbourColumn.LLDP_MED_CLASS, index),
        settings(index));
  }

  private String platform(LldpMib mib, TableIndex index) {
    String description = tables.text(mib.description(), index);
    return description.isEmpty()
        ? (tables.text(NeighbourColumn.LLDP_MED_MANUFACTURER, index)
                + " "
                + tables.text(NeighbourColumn.LLDP_MED_MODEL, index))
            .strip()
        : description;
  }

  private Set<Capability> capabilities(LldpMib mib, TableIndex index) {
    Set<Capability> enabled =
        tables.value(mib.enabled(), index).map(CapabilityBits::lldp).orElse(Set.of());
    return enabled.isEmpty()
        ? tables.value(mib.supported(), index).map(CapabilityBits::lldp).orElse(Set.of())
        : enabled;
  }

  private PortSettings settings(TableIndex index) {
    long vlan = either(NeighbourColumn.LLDP_PORT_VLAN, NeighbourColumn.LLDP2_PORT_VLAN, index);
    Duplex duplex =
        MauType.duplex(
            either(NeighbourColumn.LLDP_MAU_TYPE, NeighbourColumn.LLDP2_MAU_TYPE, index));
    return new PortSettings(0, duplex, 0, vlan > 0 && vlan <= MOST_VLANS ? (int) vlan : 0);
  }

  // The indexes of the two modules differ in length.
  private long either(NeighbourColumn first, NeighbourColumn second, TableIndex index) {
    return Math.max(tables.number(first, index), tables.number(second, index));
  }
}
