package org.opennms.plugins.trunkline.topology;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.model.LinkSource;

/** Decodes tables with no regard to where they came from. Thread-safe: keeps nothing. */
public final class TableDecoder implements DeviceDecoder {
  private static final int MOST_NEIGHBOURS = 20_000;

  private final boolean infers;

  /**
   * A decoder.
   *
   * @param infers whether it also concludes from the spanning tree, subnets, caches and
   *     descriptions
   */
  public TableDecoder(boolean infers) {
    this.infers = infers;
  }

  @Override
  public DeviceReport decode(
      Subject subject, NeighbourTables read, Set<LinkSource> covered, Instant at, Instant expires) {
    TableReader tables = new TableReader(read);
    LocalPorts ports = LocalPorts.read(subject, tables);
    MtxrRows routerOs = new MtxrRows(tables, ports);
    List<Observation> seen = new ArrayList<>(LldpRows.read(tables, ports, routerOs));
    seen.addAll(CdpRows.read(tables, ports));
    seen.addAll(routerOs.read());
    String bridge = tables.mac(NeighbourColumn.BRIDGE_ADDRESS, 0);
    if (infers) {
      seen.addAll(InferredRows.read(tables, ports, bridge));
    }
    return new DeviceReport(
        device(subject, tables, bridge, ports), covered, distinct(seen), at, expires);
  }

  /** What has no end is not believed. */
  private static List<Observation> distinct(List<Observation> seen) {
    Map<String, Observation> byKey = new LinkedHashMap<>();
    seen.forEach(each -> byKey.put(each.key(), each));
    return byKey.values().stream().limit(MOST_NEIGHBOURS).toList();
  }

  private static TopologyDevice device(
      Subject subject, TableReader tables, String bridge, LocalPorts localPorts) {
    List<Port> ports = localPorts.ports();
    Set<InetAddress> addresses = new HashSet<>(subject.addresses());
    ports.forEach(port -> port.addresses().forEach(a -> addresses.add(a.address())));
    tables
        .rows(NeighbourColumn.LLDP_LOC_ADDRESS)
        .keySet()
        .forEach(index -> NetworkAddress.tail(index, 0).ifPresent(addresses::add));
    addresses.removeIf(address -> !NetworkAddress.isTelling(address));
    return new TopologyDevice(
        subject.key(), subject.label(), name(tables), chassis(tables), bridge, addresses, ports);
  }

  private static String name(TableReader tables) {
    for (NeighbourColumn column :
        List.of(
            NeighbourColumn.SYS_NAME,
            NeighbourColumn.LLDP_LOC_NAME,
            NeighbourColumn.LLDP2_LOC_NAME)) {
      String name = tables.text(column, 0);
      if (!Identifiers.isFiller(name)) {
        return name;
      }
    }
    return "";
  }

  private static Set<Identifier> chassis(TableReader tables) {
    Set<Identifier> own = new HashSet<>();
    chassis(tables, NeighbourColumn.LLDP_LOC_CHASSIS_SUBTYPE, NeighbourColumn.LLDP_LOC_CHASSIS)
        .ifPresent(own::add);
    chassis(tables, NeighbourColumn.LLDP2_LOC_CHASSIS_SUBTYPE, NeighbourColumn.LLDP2_LOC_CHASSIS)
        .ifPresent(own::add);
    tables
        .value(NeighbourColumn.CDP_DEVICE_ID, TableIndex.of(0))
        .map(Identifiers::untyped)
        .ifPresent(own::add);
    own.removeIf(id -> !Identifiers.isTelling(id));
    return own;
  }

  private static Optional<Identifier> chassis(
      TableReader tables, NeighbourColumn subtype, NeighbourColumn id) {
    return tables
        .value(id, TableIndex.of(0))
        .map(value -> Identifiers.chassis(tables.number(subtype, 0), value));
  }
}
