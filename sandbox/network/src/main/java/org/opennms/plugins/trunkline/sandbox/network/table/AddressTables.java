package org.opennms.plugins.trunkline.sandbox.network.table;

import static org.opennms.plugins.trunkline.sandbox.network.table.Values.integer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.InterfaceAddress;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.mib.Table;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;

/** IP-MIB: the old ipAddrTable and the new ipAddressTable (RFC 4293). */
final class AddressTables {
  private static final int UNICAST = 1;
  private static final int MANUAL = 2;
  private static final int PREFERRED = 1;

  private AddressTables() {}

  private record Row(Port port, InterfaceAddress address, OID index) {
    int[] subIdentifiers() {
      return index.getValue();
    }
  }

  static Table<GeneratedDevice, GeneratedDevice> forwarding() {
    return Table.<GeneratedDevice>scalars("1.3.6.1.2.1.4")
        .column(1, (device, row, now) -> Values.truth(device.identity().role().routes()));
  }

  static Table<GeneratedDevice, Row> ipAddrTable() {
    return new Table<GeneratedDevice, Row>(
            "1.3.6.1.2.1.4.20.1",
            device -> rows(device, AddressTables::oldIndex),
            Row::subIdentifiers)
        .column(1, (device, row, now) -> new IpAddress(row.address().octets()))
        .column(2, (device, row, now) -> integer(row.port().ifIndex()))
        .column(3, (device, row, now) -> new IpAddress(row.address().mask()))
        .column(4, (device, row, now) -> integer(1));
  }

  static Table<GeneratedDevice, Row> ipAddressTable() {
    return new Table<GeneratedDevice, Row>(
            "1.3.6.1.2.1.4.34.1",
            device -> rows(device, AddressTables::newIndex),
            Row::subIdentifiers)
        .column(3, (device, row, now) -> integer(row.port().ifIndex()))
        .column(4, (device, row, now) -> integer(UNICAST))
        .column(5, (device, row, now) -> prefix(row))
        .column(6, (device, row, now) -> integer(MANUAL))
        .column(7, (device, row, now) -> integer(PREFERRED));
  }

  private static List<Row> rows(GeneratedDevice device, Function<InterfaceAddress, int[]> toIndex) {
    List<Row> rows = new ArrayList<>();
    for (Port port : device.ports()) {
      for (InterfaceAddress address : port.wiring().addresses()) {
        int[] index = toIndex.apply(address);
        if (index != null) {
          rows.add(new Row(port, address, new OID(index)));
        }
      }
    }
    rows.sort(Comparator.comparing(Row::index));
    return rows;
  }

  private static int[] oldIndex(InterfaceAddress address) {
    return address.isIpv4() ? address.subIdentifiers() : null;
  }

  /** InetAddressType, then the length-prefixed InetAddress. */
  private static int[] newIndex(InterfaceAddress address) {
    int[] octets = address.subIdentifiers();
    int[] index = new int[octets.length + 2];
    index[0] = address.isIpv4() ? 1 : 2;
    index[1] = octets.length;
    System.arraycopy(octets, 0, index, 2, octets.length);
    return index;
  }

  /** A RowPointer to ipAddressPrefixOrigin: ifIndex, the network, its length. */
  private static OID prefix(Row row) {
    OID pointer = new OID("1.3.6.1.2.1.4.32.1.5");
    pointer.append(row.port().ifIndex());
    int[] index = row.subIdentifiers().clone();
    for (int bit = row.address().prefixLength(); bit < 8 * (index.length - 2); bit++) {
      index[2 + bit / 8] &= ~(0x80 >> (bit % 8));
    }
    pointer.append(new OID(index));
    pointer.append(row.address().prefixLength());
    return pointer;
  }
}
