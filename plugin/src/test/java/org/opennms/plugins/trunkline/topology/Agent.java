package org.opennms.plugins.trunkline.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.topology.DeviceDecoder.Subject;

/** The tables of one device, as an agent would answer them; decoded by the shipped decoder. */
final class Agent {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final NodeKey key;
  private final NeighbourTables tables = new NeighbourTables();
  private int neighbours;
  private boolean infers;

  Agent(String name) {
    key = new NodeKey("net:" + name);
    text(NeighbourColumn.SYS_NAME, name, 0);
  }

  NodeKey key() {
    return key;
  }

  /** A device that does not say its name. */
  Agent nameless() {
    return text(NeighbourColumn.SYS_NAME, "", 0);
  }

  Agent inferring() {
    infers = true;
    return this;
  }

  Agent chassis(String mac) {
    return number(NeighbourColumn.LLDP_LOC_CHASSIS_SUBTYPE, 4, 0)
        .octets(NeighbourColumn.LLDP_LOC_CHASSIS, mac.replace(":", ""), 0);
  }

  Agent port(int ifIndex, String name) {
    return text(NeighbourColumn.IF_NAME, name, ifIndex)
        .text(NeighbourColumn.IF_DESCR, name, ifIndex)
        .number(NeighbourColumn.IF_TYPE, 6, ifIndex);
  }

  Agent port(int ifIndex, String name, String mac) {
    return port(ifIndex, name)
        .octets(NeighbourColumn.IF_PHYS_ADDRESS, mac.replace(":", ""), ifIndex);
  }

  Agent address(int ifIndex, String address, String mask) {
    int[] index = octets(address);
    return number(NeighbourColumn.IP_IF_INDEX, ifIndex, index)
        .value(NeighbourColumn.IP_NET_MASK, TableValue.of(bytes(mask)), index);
  }

  /** A row of lldpRemTable: chassis id as MAC address, port id as interface name. */
  Agent lldp(int localPort, String chassis, String remotePort, String name) {
    return lldp(localPort, 4, hex(chassis), 5, ascii(remotePort), name);
  }

  Agent lldp(
      int localPort, int chassisType, byte[] chassis, int portType, byte[] port, String name) {
    int[] index = {0, localPort, ++neighbours};
    number(NeighbourColumn.LLDP_CHASSIS_SUBTYPE, chassisType, index);
    value(NeighbourColumn.LLDP_CHASSIS, TableValue.of(chassis), index);
    number(NeighbourColumn.LLDP_PORT_SUBTYPE, portType, index);
    value(NeighbourColumn.LLDP_PORT, TableValue.of(port), index);
    return text(NeighbourColumn.LLDP_NAME, name, index);
  }

  /** The management address of the neighbour added last. */
  Agent reachedAt(int localPort, String address) {
    int[] octets = octets(address);
    int[] index = {0, localPort, neighbours, 1, 4, octets[0], octets[1], octets[2], octets[3]};
    return number(NeighbourColumn.LLDP_ADDRESS, 2, index);
  }

  Agent described(int localPort, String portDescription) {
    return text(NeighbourColumn.LLDP_PORT_DESCR, portDescription, 0, localPort, neighbours);
  }

  Agent cdp(int ifIndex, String device, String port, String address) {
    int[] index = {ifIndex, ++neighbours};
    text(NeighbourColumn.CDP_DEVICE, device, index);
    text(NeighbourColumn.CDP_PORT, port, index);
    return value(NeighbourColumn.CDP_ADDRESS, TableValue.of(bytes(address)), index);
  }

  Agent text(NeighbourColumn column, String text, int... index) {
    return value(column, TableValue.of(text), index);
  }

  Agent number(NeighbourColumn column, long number, int... index) {
    return value(column, TableValue.of(number), index);
  }

  Agent octets(NeighbourColumn column, String hex, int... index) {
    return value(column, TableValue.of(HexFormat.of().parseHex(hex)), index);
  }

  Agent value(NeighbourColumn column, TableValue value, int... index) {
    tables.put(column, TableIndex.of(index), value);
    return this;
  }

  DeviceReport report() {
    return report(NOON, EnumSet.allOf(LinkSource.class));
  }

  DeviceReport report(Instant at, Set<LinkSource> covered) {
    return new TableDecoder(infers)
        .decode(
            new Subject(key, key.text(), Set.of(), Optional.empty()),
            tables,
            covered,
            at,
            at.plus(Duration.ofDays(2)));
  }

  static byte[] hex(String mac) {
    return HexFormat.of().parseHex(mac.replace(":", ""));
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String address) {
    int[] octets = octets(address);
    return new byte[] {(byte) octets[0], (byte) octets[1], (byte) octets[2], (byte) octets[3]};
  }

  private static int[] octets(String address) {
    String[] parts = address.split("\\.", -1);
    return new int[] {
      Integer.parseInt(parts[0]),
      Integer.parseInt(parts[1]),
      Integer.parseInt(parts[2]),
      Integer.parseInt(parts[3])
    };
  }
}
