package org.opennms.plugins.trunkline.lab;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.classify.evidence.Neighbour;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.BgpPeer;
import org.opennms.plugins.trunkline.model.Capability;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.Layers;
import org.opennms.plugins.trunkline.model.LinkFacts;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.SwitchPort;
import org.opennms.plugins.trunkline.model.SwitchPort.Mode;

/** Reads rows with the columns of SNMP's tables. */
final class SnmpRows {
  private static final long MEGABIT = 1_000_000;
  private static final int NO_VOICE_VLAN = 4095;

  private SnmpRows() {}

  static InterfaceEvidence evidence(Row row, NodeKey node, int number) {
    int ifIndex = row.number("ifIndex", number);
    String name = row.text("ifName").isEmpty() ? row.text("ifDescr") : row.text("ifName");
    NetworkInterface networkInterface =
        new NetworkInterface(
            new InterfaceKey(node, name.isEmpty() ? "if" + ifIndex : name),
            ifIndex,
            row.text("ifName"),
            row.text("ifDescr"),
            row.text("ifAlias"),
            row.number("ifType", 0),
            speed(row),
            AdminStatus.of(row.number("ifAdminStatus", 0)),
            OperStatus.of(row.number("ifOperStatus", 0)),
            "",
            addresses(row));
    Layers layers = new Layers(lag(row, ifIndex), List.of());
    return new InterfaceEvidence(
        networkInterface.with(new LinkFacts(layers, switchPort(row), BgpPeer.NONE)),
        neighbours(row));
  }

  /** A port outside every aggregate is attached to 0 or to itself. */
  private static int lag(Row row, int ifIndex) {
    int aggregate = row.number("lag_id", 0);
    return aggregate == ifIndex ? 0 : aggregate;
  }

  /** {@code speed} and ifHighSpeed count Mbit/s, ifSpeed bit/s. */
  private static long speed(Row row) {
    long high = row.number("ifHighSpeed", row.number("speed", 0));
    if (high > 0) {
      return high * MEGABIT;
    }
    try {
      return row.text("ifSpeed").isEmpty() ? 0 : Long.parseLong(row.text("ifSpeed").strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static List<InterfaceAddress> addresses(Row row) {
    return Stream.of(row.text("ips").split(" ", -1))
        .map(SnmpRows::address)
        .flatMap(Optional::stream)
        .toList();
  }

  /** {@code 192.0.2.1/255.255.255.252}; empty where the text is no address. */
  private static Optional<InterfaceAddress> address(String text) {
    int slash = text.indexOf('/');
    if (slash <= 0) {
      return Optional.empty();
    }
    try {
      InetAddress address = InetAddress.getByName(text.substring(0, slash));
      return Optional.of(new InterfaceAddress(address, prefixLength(text.substring(slash + 1))));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static int prefixLength(String mask) throws UnknownHostException {
    if (mask.indexOf('.') < 0) {
      return mask.matches("\\d{1,3}") ? Integer.parseInt(mask) : -1;
    }
    int bits = 0;
    for (byte octet : InetAddress.getByName(mask).getAddress()) {
      bits += Integer.bitCount(octet & 0xFF);
    }
    return bits;
  }

  private static SwitchPort switchPort(Row row) {
    int voice = row.number("voice_vlan", 0);
    Mode mode =
        switch (row.text("vtp_trunk")) {
          case "1" -> Mode.TRUNK;
          case "2" -> row.text("vtp_trunk_admin").equals("2") ? Mode.ACCESS : Mode.NOT_TRUNKING;
          default -> Mode.UNKNOWN;
        };
    SwitchPort port =
        new SwitchPort(
            mode,
            row.number("vm_vlan", 0),
            "",
            voice < NO_VOICE_VLAN ? voice : 0,
            row.number("pvid", 0),
            -1,
            -1);
    return port.equals(SwitchPort.NONE) ? SwitchPort.NONE : port;
  }

  private static List<Neighbour> neighbours(Row row) {
    List<String> names = row.parts("nbr_names");
    List<String> ports = row.parts("nbr_ports");
    List<String> platforms = row.parts("nbr_platforms");
    List<String> capabilities = row.parts("nbr_caps");
    int count =
        Math.max(
            Math.max(names.size(), ports.size()), Math.max(platforms.size(), capabilities.size()));
    List<Neighbour> neighbours = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      neighbours.add(
          new Neighbour(
              at(names, i),
              at(ports, i),
              at(platforms, i),
              capabilities(at(capabilities, i)),
              0,
              DeviceType.UNKNOWN));
    }
    return neighbours;
  }

  private static String at(List<String> parts, int index) {
    return index < parts.size() ? parts.get(index) : "";
  }

  static Set<Capability> capabilities(String text) {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    for (String part : text.split("[+, ]", -1)) {
      Capability.parse(part).ifPresent(capabilities::add);
    }
    return capabilities;
  }
}
