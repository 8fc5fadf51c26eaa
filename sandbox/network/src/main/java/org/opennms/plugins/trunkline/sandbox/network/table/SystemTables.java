package org.opennms.plugins.trunkline.sandbox.network.table;

import static org.opennms.plugins.trunkline.sandbox.network.table.Values.integer;
import static org.opennms.plugins.trunkline.sandbox.network.table.Values.text;
import static org.opennms.plugins.trunkline.sandbox.network.table.Values.ticks;

import java.util.List;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.mib.Table;
import org.snmp4j.smi.OID;

/** The system group (SNMPv2-MIB) and the chassis row of ENTITY-MIB. */
final class SystemTables {
  private static final int CHASSIS = 3;

  private SystemTables() {}

  static Table<GeneratedDevice, GeneratedDevice> system() {
    return Table.<GeneratedDevice>scalars("1.3.6.1.2.1.1")
        .column(1, (device, row, now) -> text(device.sysDescr()))
        .column(2, (device, row, now) -> new OID(device.identity().platform().objectId()))
        .column(3, (device, row, now) -> ticks(device, now))
        .column(4, (device, row, now) -> text("noc@example.net"))
        .column(5, (device, row, now) -> text(device.sysName()))
        .column(6, (device, row, now) -> text(device.identity().site()))
        .column(7, (device, row, now) -> integer(device.identity().role().services()));
  }

  static Table<GeneratedDevice, GeneratedDevice> chassis() {
    int[] first = {1};
    return new Table<GeneratedDevice, GeneratedDevice>(
            "1.3.6.1.2.1.47.1.1.1.1", SystemTables::withEntityMib, device -> first)
        .column(2, (device, row, now) -> text(device.identity().platform().model() + " chassis"))
        .column(3, (device, row, now) -> new OID(device.identity().platform().objectId()))
        .column(4, (device, row, now) -> integer(0))
        .column(5, (device, row, now) -> integer(CHASSIS))
        .column(6, (device, row, now) -> integer(-1))
        .column(7, (device, row, now) -> text("Chassis"))
        .column(8, (device, row, now) -> text("V01"))
        .column(9, (device, row, now) -> text(device.identity().platform().version()))
        .column(10, (device, row, now) -> text(device.identity().platform().version()))
        .column(11, (device, row, now) -> text(device.identity().serial()))
        .column(12, (device, row, now) -> text(device.identity().platform().manufacturer()))
        .column(13, (device, row, now) -> text(device.identity().platform().model()))
        .column(16, (device, row, now) -> integer(1));
  }

  private static List<GeneratedDevice> withEntityMib(GeneratedDevice device) {
    return device.identity().role().endpoint() ? List.of() : List.of(device);
  }
}
