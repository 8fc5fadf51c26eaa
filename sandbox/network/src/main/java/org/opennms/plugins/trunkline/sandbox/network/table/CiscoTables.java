package org.opennms.plugins.trunkline.sandbox.network.table;

import static org.opennms.plugins.trunkline.sandbox.network.table.Values.integer;
import static org.opennms.plugins.trunkline.sandbox.network.table.Values.text;

import java.util.List;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.InterfaceAddress;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.mib.Table;
import org.snmp4j.smi.Variable;

/** CISCO-CDP-MIB, CISCO-VTP-MIB and CISCO-VLAN-MEMBERSHIP-MIB. */
final class CiscoTables {
  private static final int TRUNKING = 1;
  private static final int NOT_TRUNKING = 2;
  private static final int NEGOTIATED_ON = 1;
  private static final int NEGOTIATED_OFF = 2;
  private static final int IP = 1;

  private CiscoTables() {}

  static Table<GeneratedDevice, Port> vlanTrunkPorts() {
    return new Table<>("1.3.6.1.4.1.9.9.46.1.6.1.1", CiscoTables::switchPorts, Port::index)
        .column(13, (device, port, now) -> integer(tagged(port) ? NEGOTIATED_ON : NEGOTIATED_OFF))
        .column(14, (device, port, now) -> integer(tagged(port) ? TRUNKING : NOT_TRUNKING));
  }

  static Table<GeneratedDevice, Port> vlanMembership() {
    return new Table<>("1.3.6.1.4.1.9.9.68.1.2.2.1", CiscoTables::switchPorts, Port::index)
        .column(2, (device, port, now) -> tagged(port) ? null : integer(port.wiring().vlan()));
  }

  static Table<GeneratedDevice, Port> voiceVlans() {
    return new Table<>("1.3.6.1.4.1.9.9.68.1.5.1.1", CiscoTables::switchPorts, Port::index)
        .column(1, (device, port, now) -> voiceVlan(port.wiring().voiceVlan()));
  }

  private static Variable voiceVlan(int vlan) {
    return vlan == 0 ? null : integer(vlan);
  }

  private static boolean tagged(Port port) {
    return port.wiring().tagged();
  }

  private static List<Port> switchPorts(GeneratedDevice device) {
    if (!device.identity().platform().cisco() || !device.identity().role().bridges()) {
      return List.of();
    }
    return device.ports().stream().filter(port -> port.wiring().vlan() > 0).toList();
  }

  static Table<GeneratedDevice, GeneratedDevice> cdpGlobal() {
    return new Table<GeneratedDevice, GeneratedDevice>(
            "1.3.6.1.4.1.9.9.23.1.3",
            device -> Neighbour.speaksCdp(device) ? List.of(device) : List.of(),
            device -> new int[] {0})
        .column(1, (device, row, now) -> integer(1))
        .column(2, (device, row, now) -> integer(60))
        .column(3, (device, row, now) -> integer(180))
        .column(4, (device, row, now) -> text(device.sysName()));
  }

  static Table<GeneratedDevice, Neighbour> cdpCache() {
    return new Table<>("1.3.6.1.4.1.9.9.23.1.2.1.1", Neighbour::byCdp, Neighbour::cdpIndex)
        .column(3, (device, row, now) -> integer(IP))
        .column(4, (device, row, now) -> address(row.peer()))
        .column(5, (device, row, now) -> text(row.peer().sysDescr()))
        .column(6, (device, row, now) -> text(deviceId(row.peer())))
        .column(7, (device, row, now) -> text(row.peerPort().ifDescr()))
        .column(8, (device, row, now) -> text(platform(row.peer())))
        .column(9, (device, row, now) -> Values.octets(capabilities(row.peer())))
        .column(11, (device, row, now) -> integer(Math.max(1, row.local().wiring().vlan())))
        .column(12, (device, row, now) -> integer(3));
  }

  private static Variable address(GeneratedDevice device) {
    return Values.octets(InterfaceAddress.ipv4(device.identity().address(), 32).octets());
  }

  /** NX-OS appends the serial number. */
  private static String deviceId(GeneratedDevice device) {
    return switch (device.identity().platform()) {
      case NEXUS_9000 -> device.sysName() + "(" + device.identity().serial() + ")";
      default -> device.sysName();
    };
  }

  private static String platform(GeneratedDevice device) {
    return "cisco " + device.identity().platform().model();
  }

  /** Bits of the CDP capabilities TLV: 1 router, 8 switch, 16 host, 128 phone. */
  private static byte[] capabilities(GeneratedDevice device) {
    int bits =
        switch (device.identity().role()) {
          case PHONE -> 0x90;
          case SERVER, CAMERA -> 0x10;
          case DISTRIBUTION -> 0x29;
          case ACCESS -> 0x28;
          default -> 0x01;
        };
    return new byte[] {0, 0, 0, (byte) bits};
  }
}
