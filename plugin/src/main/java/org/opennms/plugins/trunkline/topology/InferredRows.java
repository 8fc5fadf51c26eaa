package org.opennms.plugins.trunkline.topology;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.topology.Identifier.Kind;

/**
 * What can be concluded where neighbours are silent. None of it says that there is a cable; all of
 * it is of use only where it leads to an own node, and never makes an orphan. Used by one thread.
 */
final class InferredRows {
  private static final int BRIDGE_ID = 8;
  private static final int PRIORITY = 2;
  private static final int MAC_LENGTH = 6;
  private static final int PORT_NUMBER_BITS = 0xfff;

  private final TableReader tables;
  private final LocalPorts ports;
  private final String ownBridge;
  private final Set<String> ownMacs = new HashSet<>();
  private final List<Observation> found = new ArrayList<>();

  private InferredRows(TableReader tables, LocalPorts ports, String ownBridge) {
    this.tables = tables;
    this.ports = ports;
    this.ownBridge = ownBridge;
    ports.ports().forEach(port -> ownMacs.add(port.physAddress()));
  }

  /**
   * From the spanning tree, forwarding tables, point-to-point subnets, the ARP and ND caches and
   * descriptions.
   */
  static List<Observation> read(TableReader tables, LocalPorts ports, String ownBridge) {
    InferredRows rows = new InferredRows(tables, ports, ownBridge);
    rows.readSpanningTree();
    rows.readForwarding();
    rows.readCaches();
    for (Port port : ports.ports()) {
      rows.readSubnets(port);
      rows.readAlias(port);
    }
    return rows.found;
  }

  /**
   * dot1dStpPortDesignatedBridge and -Port: on every port but the designated ones they name the
   * bridge and the port at the other end of the segment.
   */
  private void readSpanningTree() {
    tables
        .rows(NeighbourColumn.STP_BRIDGE)
        .forEach(
            (index, value) -> {
              byte[] bridge = value.octets();
              if (index.length() == 1 && bridge.length == BRIDGE_ID) {
                String mac =
                    MacText.of(Arrays.copyOfRange(bridge, PRIORITY, BRIDGE_ID)).orElseThrow();
                if (MacText.isTelling(mac) && !mac.equals(ownBridge)) {
                  ports
                      .byBridgePort(index.at(0))
                      .ifPresent(p -> add(p, LinkSource.FORWARDING, mac(mac, designated(index))));
                }
              }
            });
  }

  /** Four bits of priority and twelve of number (IEEE 802.1t). */
  private Identifier designated(TableIndex index) {
    byte[] port =
        tables.value(NeighbourColumn.STP_PORT, index).map(TableValue::octets).orElse(new byte[0]);
    int number =
        port.length == 2 ? ((port[0] & 0xff) << 8 | (port[1] & 0xff)) & PORT_NUMBER_BITS : 0;
    return number == 0
        ? Identifier.NONE
        : new Identifier(Kind.BRIDGE_PORT, Integer.toString(number));
  }

  /**
   * The only address that was ever learned on a port is the device there, or behind a silent one.
   */
  private void readForwarding() {
    Map<Integer, Set<String>> learned = new HashMap<>();
    tables.rows(NeighbourColumn.FDB_PORT).forEach((index, port) -> learn(learned, index, 0, port));
    tables
        .rows(NeighbourColumn.Q_FDB_PORT)
        .forEach((index, port) -> learn(learned, index, 1, port));
    learned.forEach(
        (port, macs) -> {
          if (macs.size() == 1) {
            Identifier id = new Identifier(Kind.MAC, macs.iterator().next());
            ports
                .byBridgePort(port)
                .ifPresent(p -> add(p, LinkSource.FORWARDING, mac(id.value(), id)));
          }
        });
  }

  private static void learn(
      Map<Integer, Set<String>> learned, TableIndex index, int start, TableValue port) {
    long number = port.number().orElse(0);
    if (index.length() == start + MAC_LENGTH && number > 0 && number <= Integer.MAX_VALUE) {
      byte[] octets = new byte[MAC_LENGTH];
      for (int i = 0; i < MAC_LENGTH; i++) {
        octets[i] = (byte) index.at(start + i);
      }
      MacText.of(octets)
          .filter(MacText::isTelling)
          .ifPresent(m -> learned.computeIfAbsent((int) number, p -> new HashSet<>(2)).add(m));
    }
  }

  /** An interface on which one single host was met leads to it, perhaps over a switch. */
  private void readCaches() {
    Map<Integer, Map<String, List<InetAddress>>> met = new HashMap<>();
    tables.rows(NeighbourColumn.ARP).forEach((index, mac) -> meet(met, index, true, mac));
    tables.rows(NeighbourColumn.ND).forEach((index, mac) -> meet(met, index, false, mac));
    met.forEach(
        (ifIndex, hosts) -> {
          if (hosts.size() == 1) {
            var host = hosts.entrySet().iterator().next();
            Identifier id = new Identifier(Kind.MAC, host.getKey());
            add(
                ports.byIfIndex(ifIndex, NeighbourColumn.ARP),
                LinkSource.ARP,
                announced(id, id, "", host.getValue()));
          }
        });
  }

  private void meet(
      Map<Integer, Map<String, List<InetAddress>>> met,
      TableIndex index,
      boolean isOld,
      TableValue value) {
    Optional<String> mac = MacText.of(value.octets()).filter(MacText::isTelling);
    Optional<InetAddress> address =
        index.length() < 5
            ? Optional.empty()
            : index.length() == 5 && isOld
                ? NetworkAddress.ofIndex(index, 1, index.length())
                : NetworkAddress.tail(index, 1);
    boolean isOther = mac.isPresent() && !ownMacs.contains(mac.get());
    if (isOther && address.filter(NetworkAddress::isTelling).isPresent()) {
      met.computeIfAbsent(index.at(0), i -> new HashMap<>())
          .computeIfAbsent(mac.get(), m -> new ArrayList<>())
          .add(address.get());
    }
  }

  /** RFC 3021: in a /31 and in a /30 there is exactly one other address. */
  private void readSubnets(Port port) {
    for (InterfaceAddress own : port.addresses()) {
      other(own)
          .filter(NetworkAddress::isTelling)
          .ifPresent(
              other ->
                  add(
                      new LocalPort(Optional.of(port.key()), port.key().name(), "address"),
                      LinkSource.SUBNET,
                      announced(
                          Identifier.NONE,
                          new Identifier(Kind.ADDRESS, other.getHostAddress()),
                          "",
                          List.of(other))));
    }
  }

  private static Optional<InetAddress> other(InterfaceAddress own) {
    byte[] octets = own.address().getAddress();
    int bits = 8 * octets.length - own.prefixLength();
    int last = octets[octets.length - 1] & 0xff;
    boolean isHost = own.prefixLength() >= 0 && (bits == 1 || (bits == 2 && octets.length == 4));
    boolean isEdge = bits == 2 && ((last & 3) == 0 || (last & 3) == 3);
    if (!isHost || isEdge) {
      return Optional.empty();
    }
    octets[octets.length - 1] = (byte) (bits == 1 ? last ^ 1 : last ^ 3);
    return NetworkAddress.of(octets);
  }

  /** The words of the description are looked up among the names of the own nodes. */
  private void readAlias(Port port) {
    if (!Identifiers.isPortFiller(port.ifAlias())) {
      add(
          new LocalPort(Optional.of(port.key()), port.key().name(), "ifAlias"),
          LinkSource.ALIAS,
          announced(Identifier.NONE, Identifier.NONE, port.ifAlias(), List.of()));
    }
  }

  private void add(LocalPort local, LinkSource source, Announced announced) {
    found.add(new Observation(local, source, announced, Optional.empty()));
  }

  private static Announced mac(String mac, Identifier port) {
    return announced(new Identifier(Kind.MAC, mac), port, "", List.of());
  }

  private static Announced announced(
      Identifier chassis, Identifier port, String name, List<InetAddress> addresses) {
    return new Announced(chassis, port, "", name, "", addresses, Set.of(), 0, PortSettings.UNKNOWN);
  }
}
