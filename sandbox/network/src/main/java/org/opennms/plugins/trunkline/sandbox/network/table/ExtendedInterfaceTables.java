package org.opennms.plugins.trunkline.sandbox.network.table;

import static org.opennms.plugins.trunkline.sandbox.network.table.Values.counter32;
import static org.opennms.plugins.trunkline.sandbox.network.table.Values.counter64;
import static org.opennms.plugins.trunkline.sandbox.network.table.Values.gauge;
import static org.opennms.plugins.trunkline.sandbox.network.table.Values.integer;
import static org.opennms.plugins.trunkline.sandbox.network.table.Values.text;
import static org.opennms.plugins.trunkline.sandbox.network.table.Values.ticks;
import static org.opennms.plugins.trunkline.sandbox.network.table.Values.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.mib.Table;

/** The ifMIB part of IF-MIB: ifXTable, ifStackTable, ifTableLastChange (RFC 2863). */
final class ExtendedInterfaceTables {
  private static final long MEGABIT = 1_000_000;

  private ExtendedInterfaceTables() {}

  private record Layer(int higher, int lower) {
    int[] index() {
      return new int[] {higher, lower};
    }
  }

  static Table<GeneratedDevice, Port> ifXTable() {
    Table<GeneratedDevice, Port> table =
        new Table<>("1.3.6.1.2.1.31.1.1.1", GeneratedDevice::ports, Port::index);
    table.column(1, (device, port, now) -> text(port.ifName()));
    countIn32Bits(table);
    countIn64Bits(table);
    return table
        .column(14, (device, port, now) -> integer(port.kind().physical() ? 1 : 2))
        .column(15, (device, port, now) -> gauge(port.wiring().bitsPerSecond() / MEGABIT))
        .column(16, (device, port, now) -> truth(false))
        .column(17, (device, port, now) -> truth(port.kind().physical()))
        .column(18, (device, port, now) -> text(port.alias()))
        .column(19, (device, port, now) -> ticks(device, port.counters().startedAt()));
  }

  private static void countIn32Bits(Table<GeneratedDevice, Port> table) {
    table
        .column(
            2, (device, port, now) -> counter32(Packets.multicast(port.counters().inPackets(now))))
        .column(
            3, (device, port, now) -> counter32(Packets.broadcast(port.counters().inPackets(now))))
        .column(
            4, (device, port, now) -> counter32(Packets.multicast(port.counters().outPackets(now))))
        .column(
            5,
            (device, port, now) -> counter32(Packets.broadcast(port.counters().outPackets(now))));
  }

  private static void countIn64Bits(Table<GeneratedDevice, Port> table) {
    table
        .column(6, (device, port, now) -> counter64(port.counters().inOctets(now)))
        .column(
            7, (device, port, now) -> counter64(Packets.unicast(port.counters().inPackets(now))))
        .column(
            8, (device, port, now) -> counter64(Packets.multicast(port.counters().inPackets(now))))
        .column(
            9, (device, port, now) -> counter64(Packets.broadcast(port.counters().inPackets(now))))
        .column(10, (device, port, now) -> counter64(port.counters().outOctets(now)))
        .column(
            11, (device, port, now) -> counter64(Packets.unicast(port.counters().outPackets(now))))
        .column(
            12,
            (device, port, now) -> counter64(Packets.multicast(port.counters().outPackets(now))))
        .column(
            13,
            (device, port, now) -> counter64(Packets.broadcast(port.counters().outPackets(now))));
  }

  static Table<GeneratedDevice, Layer> ifStackTable() {
    return new Table<>("1.3.6.1.2.1.31.1.2.1", ExtendedInterfaceTables::layers, Layer::index)
        .column(3, (device, layer, now) -> integer(1));
  }

  private static List<Layer> layers(GeneratedDevice device) {
    List<Layer> result = new ArrayList<>();
    for (Port port : device.ports()) {
      int higher = port.lag() == null ? 0 : port.lag().ifIndex();
      result.add(new Layer(higher, port.ifIndex()));
      if (port.members().isEmpty()) {
        result.add(new Layer(port.ifIndex(), 0));
      }
    }
    result.sort(Comparator.comparingInt(Layer::higher).thenComparingInt(Layer::lower));
    return result;
  }

  static Table<GeneratedDevice, GeneratedDevice> lastChange() {
    return Table.<GeneratedDevice>scalars("1.3.6.1.2.1.31.1")
        .column(5, (device, row, now) -> ticks(device, device.interfacesChangedAt()));
  }
}
