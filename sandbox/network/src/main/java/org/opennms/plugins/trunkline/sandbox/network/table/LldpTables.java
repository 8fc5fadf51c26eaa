package org.opennms.plugins.trunkline.sandbox.network.table;

import static org.opennms.plugins.trunkline.sandbox.network.table.Values.integer;
import static org.opennms.plugins.trunkline.sandbox.network.table.Values.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.InterfaceAddress;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.mib.Table;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.TimeTicks;

/** LLDP-MIB (IEEE 802.1AB-2005): the local system and what it hears. */
final class LldpTables {
  private static final int LAID = 100;
  private static final int ADDRESS_IS_IPV4 = 1;
  private static final int NUMBERED_BY_IF_INDEX = 2;

  private LldpTables() {}

  private record LocalPort(int number, Port port) {
    int[] index() {
      return new int[] {number};
    }
  }

  /** lldpStatsRemTablesLastChangeTime: the cables were laid before the agent had run a second. */
  static Table<GeneratedDevice, GeneratedDevice> statistics() {
    return new Table<GeneratedDevice, GeneratedDevice>(
            "1.0.8802.1.1.2.1.2", LldpTables::speaker, device -> new int[] {0})
        .column(1, (device, row, now) -> new TimeTicks(LAID));
  }

  static Table<GeneratedDevice, GeneratedDevice> localSystem() {
    return new Table<GeneratedDevice, GeneratedDevice>(
            "1.0.8802.1.1.2.1.3", LldpTables::speaker, device -> new int[] {0})
        .column(1, (device, row, now) -> integer(LldpIdentity.chassisSubtype(device)))
        .column(2, (device, row, now) -> LldpIdentity.chassis(device))
        .column(3, (device, row, now) -> text(device.sysName()))
        .column(4, (device, row, now) -> text(device.sysDescr()))
        .column(5, (device, row, now) -> LldpIdentity.capabilities(device))
        .column(6, (device, row, now) -> LldpIdentity.capabilities(device));
  }

  private static List<GeneratedDevice> speaker(GeneratedDevice device) {
    return Neighbour.speaksLldp(device) ? List.of(device) : List.of();
  }

  static Table<GeneratedDevice, LocalPort> localPorts() {
    return new Table<>("1.0.8802.1.1.2.1.3.7.1", LldpTables::ports, LocalPort::index)
        .column(2, (device, row, now) -> integer(LldpIdentity.portSubtype(device)))
        .column(3, (device, row, now) -> LldpIdentity.port(device, row.port()))
        .column(4, (device, row, now) -> LldpIdentity.portDescription(device, row.port()));
  }

  private static List<LocalPort> ports(GeneratedDevice device) {
    List<LocalPort> result = new ArrayList<>();
    List<Port> ports = speaker(device).isEmpty() ? List.of() : device.ports();
    for (int position = 0; position < ports.size(); position++) {
      if (ports.get(position).kind().physical()) {
        result.add(new LocalPort(Neighbour.number(device, position), ports.get(position)));
      }
    }
    return result;
  }

  static Table<GeneratedDevice, GeneratedDevice> localAddresses() {
    return new Table<GeneratedDevice, GeneratedDevice>(
            "1.0.8802.1.1.2.1.3.8.1", LldpTables::speaker, LldpTables::addressIndex)
        .column(3, (device, row, now) -> integer(5))
        .column(4, (device, row, now) -> integer(NUMBERED_BY_IF_INDEX))
        .column(5, (device, row, now) -> integer(1))
        .column(6, (device, row, now) -> new OID("1.3.6.1.2.1.31.1.1.1.1"));
  }

  /** The subtype, then the length-prefixed address. */
  private static int[] addressIndex(GeneratedDevice device) {
    int[] octets = InterfaceAddress.ipv4(device.identity().address(), 32).subIdentifiers();
    return new int[] {ADDRESS_IS_IPV4, 4, octets[0], octets[1], octets[2], octets[3]};
  }

  static Table<GeneratedDevice, Neighbour> remoteSystems() {
    return new Table<>("1.0.8802.1.1.2.1.4.1.1", Neighbour::byLldp, Neighbour::lldpIndex)
        .column(4, (device, row, now) -> integer(LldpIdentity.chassisSubtype(row.peer())))
        .column(5, (device, row, now) -> LldpIdentity.chassis(row.peer()))
        .column(6, (device, row, now) -> integer(LldpIdentity.portSubtype(row.peer())))
        .column(7, (device, row, now) -> LldpIdentity.port(row.peer(), row.peerPort()))
        .column(8, (device, row, now) -> LldpIdentity.portDescription(row.peer(), row.peerPort()))
        .column(9, (device, row, now) -> text(row.peer().sysName()))
        .column(10, (device, row, now) -> text(row.peer().sysDescr()))
        .column(11, (device, row, now) -> LldpIdentity.capabilities(row.peer()))
        .column(12, (device, row, now) -> LldpIdentity.capabilities(row.peer()));
  }

  static Table<GeneratedDevice, Neighbour> remoteAddresses() {
    return new Table<>("1.0.8802.1.1.2.1.4.2.1", Neighbour::byLldp, LldpTables::remoteIndex)
        .column(3, (device, row, now) -> integer(NUMBERED_BY_IF_INDEX))
        .column(4, (device, row, now) -> integer(1))
        .column(5, (device, row, now) -> new OID("1.3.6.1.2.1.31.1.1.1.1"));
  }

  private static int[] remoteIndex(Neighbour neighbour) {
    int[] row = neighbour.lldpIndex();
    int[] address = addressIndex(neighbour.peer());
    int[] index = Arrays.copyOf(row, row.length + address.length);
    System.arraycopy(address, 0, index, row.length, address.length);
    return index;
  }
}
