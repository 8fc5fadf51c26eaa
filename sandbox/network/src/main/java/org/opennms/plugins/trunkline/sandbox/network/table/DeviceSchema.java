package org.opennms.plugins.trunkline.sandbox.network.table;

import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.mib.MibView;
import org.opennms.plugins.trunkline.sandbox.network.mib.Schema;

/** Everything that generated devices can answer; what a device lacks is an empty table. */
public final class DeviceSchema {
  private static final Schema<GeneratedDevice> SCHEMA =
      new Schema<>(
          SystemTables.system(),
          InterfaceTables.interfaces(),
          InterfaceTables.ifTable(),
          InterfaceTables.duplex(),
          ExtendedInterfaceTables.ifXTable(),
          ExtendedInterfaceTables.ifStackTable(),
          ExtendedInterfaceTables.lastChange(),
          AddressTables.forwarding(),
          AddressTables.ipAddrTable(),
          AddressTables.ipAddressTable(),
          BridgeTables.bridge(),
          BridgeTables.basePorts(),
          BridgeTables.vlans(),
          BridgeTables.aggregation(),
          CiscoTables.vlanTrunkPorts(),
          CiscoTables.vlanMembership(),
          CiscoTables.voiceVlans(),
          CiscoTables.cdpGlobal(),
          CiscoTables.cdpCache(),
          SystemTables.chassis(),
          LldpTables.statistics(),
          LldpTables.localSystem(),
          LldpTables.localPorts(),
          LldpTables.localAddresses(),
          LldpTables.remoteSystems(),
          LldpTables.remoteAddresses());

  private DeviceSchema() {}

  /** The device as its agent shows it. */
  public static MibView of(GeneratedDevice device) {
    return SCHEMA.of(device);
  }
}
