package org.opennms.plugins.trunkline.sandbox.network.table;

import static org.opennms.plugins.trunkline.sandbox.network.table.Values.integer;
import static org.opennms.plugins.trunkline.sandbox.network.table.Values.mac;

import java.util.ArrayList;
import java.util.List;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.mib.Table;
import org.snmp4j.smi.Variable;

/** BRIDGE-MIB (RFC 4188), Q-BRIDGE-MIB (RFC 4363) and IEEE8023-LAG-MIB. */
final class BridgeTables {
  private BridgeTables() {}

  /** A port with its number in the bridge, which is not its ifIndex. */
  private record BridgePort(int number, Port port) {
    int[] index() {
      return new int[] {number};
    }
  }

  static Table<GeneratedDevice, GeneratedDevice> bridge() {
    return new Table<GeneratedDevice, GeneratedDevice>(
            "1.3.6.1.2.1.17.1",
            device -> device.identity().role().bridges() ? List.of(device) : List.of(),
            device -> new int[] {0})
        .column(1, (device, row, now) -> mac(device.identity().mac()))
        .column(2, (device, row, now) -> integer(bridgePorts(device).size()))
        .column(3, (device, row, now) -> integer(2));
  }

  static Table<GeneratedDevice, BridgePort> basePorts() {
    return new Table<>("1.3.6.1.2.1.17.1.4.1", BridgeTables::bridgePorts, BridgePort::index)
        .column(1, (device, row, now) -> integer(row.number()))
        .column(2, (device, row, now) -> integer(row.port().ifIndex()));
  }

  static Table<GeneratedDevice, BridgePort> vlans() {
    return new Table<>("1.3.6.1.2.1.17.7.1.4.5.1", BridgeTables::bridgePorts, BridgePort::index)
        .column(1, (device, row, now) -> Values.gauge(row.port().wiring().vlan()));
  }

  private static List<BridgePort> bridgePorts(GeneratedDevice device) {
    List<BridgePort> result = new ArrayList<>();
    if (device.identity().role().bridges()) {
      for (Port port : device.ports()) {
        if (port.wiring().vlan() > 0 && port.lag() == null) {
          result.add(new BridgePort(result.size() + 1, port));
        }
      }
    }
    return result;
  }

  static Table<GeneratedDevice, Port> aggregation() {
    return new Table<>("1.2.840.10006.300.43.1.2.1.1", GeneratedDevice::ports, Port::index)
        .column(12, (device, port, now) -> aggregate(port))
        .column(13, (device, port, now) -> aggregate(port));
  }

  private static Variable aggregate(Port port) {
    return port.lag() == null ? null : integer(port.lag().ifIndex());
  }
}
