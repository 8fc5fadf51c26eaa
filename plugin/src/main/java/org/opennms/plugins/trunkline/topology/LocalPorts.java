package org.opennms.plugins.trunkline.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.topology.DeviceDecoder.Subject;
import org.opennms.plugins.trunkline.topology.Port.LldpPort;

/**
 * The own ports by the numbers under which a device's tables speak of them. lldpLocPortNum is often
 * no ifIndex, and the row of lldpLocPortTable says which interface it is. Used by one thread.
 */
final class LocalPorts {
  private final Subject subject;
  private final TableReader tables;
  private final Map<Integer, PortBuilder> interfaces;
  private final PortIndex index;
  private final Map<Integer, LocalPort> byLldpNumber = new HashMap<>();
  private final Map<String, PortBuilder> others = new TreeMap<>();

  private LocalPorts(Subject subject, TableReader tables) {
    this.subject = subject;
    this.tables = tables;
    interfaces = InterfaceRows.read(subject, tables);
    index = new PortIndex(interfaces.values().stream().map(PortBuilder::build).toList());
    LldpLocalRows.read(tables).forEach(this::attach);
  }

  static LocalPorts read(Subject subject, TableReader tables) {
    return new LocalPorts(subject, tables);
  }

  /** All ports: those with an interface by ifIndex, then those without by name. */
  List<Port> ports() {
    List<Port> all = new ArrayList<>();
    interfaces.values().forEach(port -> all.add(port.build()));
    others.values().forEach(port -> all.add(port.build()));
    return all;
  }

  /** By lldpLocPortNum. */
  LocalPort lldp(int number) {
    LocalPort known = byLldpNumber.get(number);
    if (known != null) {
      return known;
    }
    return PortMatch.local(index, number, LldpPort.NONE)
        .map(match -> local(match.port(), "lldpLocPortNum by " + match.how()))
        .orElseGet(() -> unknown(Integer.toUnsignedString(number)));
  }

  /** By ifIndex; empty where no interface has it. */
  Optional<LocalPort> byIfIndex(int ifIndex) {
    return index.byIfIndex(ifIndex).map(p -> local(p, "ifIndex"));
  }

  /** By ifIndex; without such an interface a port of that number. */
  LocalPort numbered(int ifIndex) {
    return byIfIndex(ifIndex).orElseGet(() -> unknown(Integer.toUnsignedString(ifIndex)));
  }

  /** By ifIndex, else by a name that another table has for it. */
  LocalPort byIfIndex(int ifIndex, NeighbourColumn name) {
    Optional<LocalPort> direct = byIfIndex(ifIndex);
    return direct.orElseGet(
        () -> {
          String called = tables.text(name, ifIndex);
          return index
              .byName(called)
              .map(p -> local(p, "interface name"))
              .orElseGet(() -> unknown(called.isEmpty() ? Integer.toString(ifIndex) : called));
        });
  }

  /** By bridge port; empty for one that is no interface's. */
  Optional<LocalPort> byBridgePort(int bridgePort) {
    return index.byBridgePort(bridgePort).map(p -> local(p, "bridge port"));
  }

  private void attach(LldpPort row) {
    Optional<PortMatch> match = PortMatch.local(index, row.number(), row);
    boolean isTold = match.isPresent() && !isContradicted(match.get(), row);
    if (isTold) {
      PortBuilder port = interfaces.get(match.get().port().ifIndex());
      if (port.lldp.equals(LldpPort.NONE)) {
        port.lldp = row;
      }
      byLldpNumber.put(
          row.number(), local(port.build(), "lldpLocPortTable by " + match.get().how()));
    } else {
      String name = unused(name(row), row.number());
      PortBuilder port =
          others.computeIfAbsent(name, n -> PortBuilder.named(subject.key(), n, 0, row));
      byLldpNumber.put(
          row.number(), new LocalPort(Optional.of(port.key), name, "lldpLocPortTable"));
    }
  }

  /** A row that bears a name is no port of another name, whatever its number. */
  private static boolean isContradicted(PortMatch match, LldpPort row) {
    boolean isByNumber = match.how().equals("bridge port") || match.how().equals("ifIndex");
    boolean bearsName = row.id().kind() == Identifier.Kind.NAME;
    return isByNumber && bearsName;
  }

  /** Ports that are called alike, as by the one MAC address of all, are ports nevertheless. */
  private String unused(String name, int number) {
    return others.containsKey(name) ? name + " " + Integer.toUnsignedString(number) : name;
  }

  private static String name(LldpPort row) {
    boolean isReadable = row.id().isPresent() && row.id().kind() != Identifier.Kind.MAC;
    if (isReadable) {
      return row.id().value();
    }
    return Identifiers.isPortFiller(row.description())
        ? row.id().isPresent() ? row.id().value() : Integer.toUnsignedString(row.number())
        : row.description();
  }

  private static LocalPort local(Port port, String how) {
    return new LocalPort(Optional.of(port.key()), port.key().name(), how);
  }

  /** A device without any table of ports has at least those on which it sees somebody. */
  private LocalPort unknown(String name) {
    int number = PortIndex.number(name).orElse(0);
    PortBuilder port =
        others.computeIfAbsent(
            name, n -> PortBuilder.named(subject.key(), n, number, LldpPort.NONE));
    return new LocalPort(Optional.of(port.key), name, "");
  }
}
