package org.opennms.plugins.trunkline.sandbox.network.table;

import static org.opennms.plugins.trunkline.sandbox.network.table.Values.counter32;
import static org.opennms.plugins.trunkline.sandbox.network.table.Values.gauge;
import static org.opennms.plugins.trunkline.sandbox.network.table.Values.integer;
import static org.opennms.plugins.trunkline.sandbox.network.table.Values.text;

import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.mib.Table;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/** The interfaces group of IF-MIB (RFC 2863) and duplex of EtherLike-MIB (RFC 3635). */
final class InterfaceTables {
  private static final int UP = 1;
  private static final int DOWN = 2;
  private static final int FULL_DUPLEX = 3;

  private InterfaceTables() {}

  static Table<GeneratedDevice, GeneratedDevice> interfaces() {
    return Table.<GeneratedDevice>scalars("1.3.6.1.2.1.2")
        .column(1, (device, row, now) -> integer(device.ports().size()));
  }

  static Table<GeneratedDevice, Port> ifTable() {
    Table<GeneratedDevice, Port> table =
        new Table<>("1.3.6.1.2.1.2.2.1", GeneratedDevice::ports, Port::index);
    describe(table);
    count(table);
    return table;
  }

  private static void describe(Table<GeneratedDevice, Port> table) {
    table
        .column(1, (device, port, now) -> integer(port.ifIndex()))
        .column(2, (device, port, now) -> text(port.ifDescr()))
        .column(3, (device, port, now) -> integer(port.kind().ifType()))
        .column(4, (device, port, now) -> integer(1500))
        .column(5, (device, port, now) -> gauge(port.wiring().bitsPerSecond()))
        .column(6, (device, port, now) -> physicalAddress(port))
        .column(7, (device, port, now) -> integer(port.adminUp() ? UP : DOWN))
        .column(8, (device, port, now) -> integer(port.operUp() ? UP : DOWN))
        .column(9, (device, port, now) -> Values.ticks(device, port.lastChange()));
  }

  private static void count(Table<GeneratedDevice, Port> table) {
    table
        .column(10, (device, port, now) -> counter32(port.counters().inOctets(now)))
        .column(
            11, (device, port, now) -> counter32(Packets.unicast(port.counters().inPackets(now))))
        .column(
            13, (device, port, now) -> counter32(Packets.discards(port.counters().inPackets(now))))
        .column(14, (device, port, now) -> counter32(port.counters().inErrors(now)))
        .column(15, (device, port, now) -> counter32(0))
        .column(16, (device, port, now) -> counter32(port.counters().outOctets(now)))
        .column(
            17, (device, port, now) -> counter32(Packets.unicast(port.counters().outPackets(now))))
        .column(
            19, (device, port, now) -> counter32(Packets.discards(port.counters().outPackets(now))))
        .column(20, (device, port, now) -> counter32(0));
  }

  private static Variable physicalAddress(Port port) {
    return port.mac() == 0 ? new OctetString() : Values.mac(port.mac());
  }

  static Table<GeneratedDevice, Port> duplex() {
    return new Table<>("1.3.6.1.2.1.10.7.2.1", GeneratedDevice::ports, Port::index)
        .column(19, (device, port, now) -> port.kind().physical() ? integer(FULL_DUPLEX) : null);
  }
}
