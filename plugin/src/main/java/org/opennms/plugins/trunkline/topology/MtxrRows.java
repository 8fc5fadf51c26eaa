package org.opennms.plugins.trunkline.topology;

import static org.opennms.plugins.trunkline.topology.NeighbourColumn.MTXR_ADDRESS;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.MTXR_IDENTITY;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.MTXR_INTERFACE;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.MTXR_MAC;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.MTXR_PLATFORM;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.MTXR_VERSION;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.topology.Identifier.Kind;

/**
 * MIKROTIK-MIB mtxrNeighborTable. RouterOS numbers the rows of lldpRemTable as neighbours, not as
 * ports: which interface a neighbour is on, only this table says. Used by one thread.
 */
final class MtxrRows {
  /** No name begins so: control characters are taken out of names. */
  private static final String MAC = "\u0001";

  private final TableReader tables;
  private final LocalPorts ports;
  private final Map<String, Set<Integer>> bySign;

  MtxrRows(TableReader tables, LocalPorts ports) {
    this.tables = tables;
    this.ports = ports;
    bySign = readSigns();
  }

  /** The neighbours; those without MAC address and identity say nothing. */
  List<Observation> read() {
    List<Observation> found = new ArrayList<>();
    for (int row : tables.indexes(MTXR_INTERFACE)) {
      String mac = tables.mac(MTXR_MAC, row);
      String name = tables.text(MTXR_IDENTITY, row);
      int ifIndex = (int) tables.number(MTXR_INTERFACE, row);
      if ((!mac.isEmpty() || !Identifiers.isFiller(name)) && ifIndex > 0) {
        LocalPort local = ports.numbered(ifIndex);
        found.add(
            new Observation(local, LinkSource.MNDP, announced(row, mac, name), Optional.empty()));
      }
    }
    return found;
  }

  /** The MAC address is the sending interface's. */
  private Announced announced(int row, String mac, String name) {
    Identifier id = mac.isEmpty() ? Identifier.NONE : new Identifier(Kind.MAC, mac);
    List<InetAddress> addresses =
        tables
            .value(MTXR_ADDRESS, TableIndex.of(row))
            .flatMap(v -> NetworkAddress.of(v.octets()))
            .filter(NetworkAddress::isTelling)
            .map(List::of)
            .orElse(List.of());
    String platform = tables.text(MTXR_PLATFORM, row) + " " + tables.text(MTXR_VERSION, row);
    return new Announced(
        id, id, "", name, platform.strip(), addresses, Set.of(), 0, PortSettings.UNKNOWN);
  }

  /**
   * The interface of a row of lldpRemTable, if this device is one that needs it.
   *
   * @param port what the row's index calls the local port
   * @param neighbour the last number of the row's index
   */
  Optional<LocalPort> interfaceOf(int port, int neighbour, Announced announced) {
    Set<Integer> agreeing = agreeing(announced);
    Optional<Integer> only =
        agreeing.size() == 1 ? Optional.of(agreeing.iterator().next()) : Optional.empty();
    return Stream.of(neighbour, port)
        .filter(agreeing::contains)
        .findFirst()
        .or(() -> only)
        .or(() -> Optional.of(neighbour).filter(row -> isOfNobodyElse(row, announced)))
        .map(row -> ports.numbered((int) tables.number(MTXR_INTERFACE, row)));
  }

  /** Whether the row names nobody: then its number, which both tables share, is all there is. */
  private boolean isOfNobodyElse(int row, Announced announced) {
    boolean isNamed =
        !Identifiers.isFiller(tables.text(MTXR_IDENTITY, row))
            && !Identifiers.isFiller(announced.name());
    return tables.number(MTXR_INTERFACE, row) > 0 && !isNamed;
  }

  /** The rows that bear one of its MAC addresses or its name. */
  private Set<Integer> agreeing(Announced announced) {
    if (bySign.isEmpty()) {
      return Set.of();
    }
    Set<Integer> agreeing = new HashSet<>();
    for (String sign :
        List.of(
            MAC + announced.chassis().value(), MAC + announced.port().value(), announced.name())) {
      agreeing.addAll(bySign.getOrDefault(sign, Set.of()));
    }
    return agreeing;
  }

  private Map<String, Set<Integer>> readSigns() {
    Map<String, Set<Integer>> signs = new HashMap<>();
    for (int row : tables.indexes(MTXR_INTERFACE)) {
      if (tables.number(MTXR_INTERFACE, row) > 0) {
        String mac = tables.mac(MTXR_MAC, row);
        String name = tables.text(MTXR_IDENTITY, row);
        signs.computeIfAbsent(MAC + mac, s -> new HashSet<>()).add(row);
        signs.computeIfAbsent(name, s -> new HashSet<>()).add(row);
      }
    }
    signs.keySet().removeAll(List.of(MAC, ""));
    return signs;
  }
}
