package org.opennms.plugins.trunkline.topology;

import static org.opennms.plugins.trunkline.topology.NeighbourColumn.CDP_ADDRESS;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.CDP_CAPABILITIES;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.CDP_DEVICE;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.CDP_DUPLEX;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.CDP_INTERFACE_NAME;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.CDP_MTU;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.CDP_NATIVE_VLAN;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.CDP_PLATFORM;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.CDP_PORT;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.CDP_PRIMARY_ADDRESS;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.CDP_SYS_NAME;

import java.net.InetAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.topology.Identifier.Kind;
import org.opennms.plugins.trunkline.topology.PortSettings.Duplex;

/** CISCO-CDP-MIB cdpCacheTable, by ifIndex and a number. Used by one thread. */
final class CdpRows {
  private static final int MOST_VLANS = 4_094;
  private static final int INDEX_LENGTH = 2;

  private final TableReader tables;

  private CdpRows(TableReader tables) {
    this.tables = tables;
  }

  /** The neighbours, each once on a port. */
  static Collection<Observation> read(TableReader tables, LocalPorts ports) {
    CdpRows rows = new CdpRows(tables);
    SortedSet<TableIndex> indexes = new TreeSet<>(tables.rows(CDP_DEVICE).keySet());
    indexes.addAll(tables.rows(CDP_PORT).keySet());
    Map<String, Observation> found = new LinkedHashMap<>();
    for (TableIndex index : indexes) {
      if (index.length() == INDEX_LENGTH) {
        Announced announced = rows.announced(index);
        if (announced.chassis().isPresent() || !Identifiers.isFiller(announced.name())) {
          LocalPort local = ports.byIfIndex(index.at(0), CDP_INTERFACE_NAME);
          Observation seen = new Observation(local, LinkSource.CDP, announced, Optional.empty());
          found.put(seen.key(), seen);
        }
      }
    }
    return found.values();
  }

  /** A device id is a name, a serial number or a MAC address. */
  private Announced announced(TableIndex index) {
    Identifier device =
        tables.value(CDP_DEVICE, index).map(Identifiers::untyped).orElse(Identifier.NONE);
    String sysName = tables.text(CDP_SYS_NAME, index);
    boolean isNamed = device.isPresent() && device.kind() != Kind.MAC;
    return new Announced(
        device,
        tables.value(CDP_PORT, index).map(Identifiers::untypedPort).orElse(Identifier.NONE),
        "",
        Identifiers.isFiller(sysName) && isNamed ? device.value() : sysName,
        tables.text(CDP_PLATFORM, index),
        addresses(index),
        tables.value(CDP_CAPABILITIES, index).map(CapabilityBits::cdp).orElse(Set.of()),
        0,
        settings(index));
  }

  private List<InetAddress> addresses(TableIndex index) {
    Set<InetAddress> found = new LinkedHashSet<>();
    for (NeighbourColumn column : List.of(CDP_ADDRESS, CDP_PRIMARY_ADDRESS)) {
      tables
          .value(column, index)
          .flatMap(v -> NetworkAddress.of(v.octets()))
          .filter(NetworkAddress::isTelling)
          .ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private PortSettings settings(TableIndex index) {
    long vlan = tables.number(CDP_NATIVE_VLAN, index);
    long mtu = tables.number(CDP_MTU, index);
    Duplex duplex =
        switch ((int) tables.number(CDP_DUPLEX, index)) {
          case 2 -> Duplex.HALF;
          case 3 -> Duplex.FULL;
          default -> Duplex.UNKNOWN;
        };
    return new PortSettings(
        0,
        duplex,
        mtu > 0 && mtu <= 65_535 ? (int) mtu : 0,
        vlan > 0 && vlan <= MOST_VLANS ? (int) vlan : 0);
  }
}
