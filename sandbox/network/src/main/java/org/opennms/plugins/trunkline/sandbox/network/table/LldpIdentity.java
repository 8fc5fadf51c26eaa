package org.opennms.plugins.trunkline.sandbox.network.table;

import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.InterfaceAddress;
import org.opennms.plugins.trunkline.sandbox.network.device.Platform;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.device.PortNaming;
import org.snmp4j.smi.Variable;

/** How a device calls itself and its ports in LLDP; both ends of a link take it from here. */
final class LldpIdentity {
  private static final int CHASSIS_MAC = 4;
  private static final int CHASSIS_NETWORK_ADDRESS = 5;
  private static final int PORT_MAC = 3;
  private static final int PORT_IF_NAME = 5;
  private static final int PORT_LOCAL = 7;

  private LldpIdentity() {}

  static int chassisSubtype(GeneratedDevice device) {
    return device.identity().platform() == Platform.CISCO_PHONE
        ? CHASSIS_NETWORK_ADDRESS
        : CHASSIS_MAC;
  }

  static Variable chassis(GeneratedDevice device) {
    if (chassisSubtype(device) == CHASSIS_MAC) {
      return Values.mac(device.identity().mac());
    }
    byte[] address = InterfaceAddress.ipv4(device.identity().address(), 32).octets();
    return Values.octets((byte) 1, address[0], address[1], address[2], address[3]);
  }

  static int portSubtype(GeneratedDevice device) {
    return switch (device.identity().platform().naming()) {
      case JUNOS, PROCURVE -> PORT_LOCAL;
      case LINUX, WINDOWS, APPLIANCE -> PORT_MAC;
      default -> PORT_IF_NAME;
    };
  }

  static Variable port(GeneratedDevice device, Port port) {
    return switch (portSubtype(device)) {
      case PORT_LOCAL -> Values.text(localName(device, port));
      case PORT_MAC -> Values.mac(port.mac());
      default -> Values.text(port.ifName());
    };
  }

  /** Junos says the ifIndex in digits, ProCurve the number on the panel. */
  private static String localName(GeneratedDevice device, Port port) {
    boolean junos = device.identity().platform().naming() == PortNaming.JUNOS;
    return junos ? Integer.toString(port.ifIndex()) : port.ifName();
  }

  /** Junos and VRP send the operator's description where there is one. */
  static Variable portDescription(GeneratedDevice device, Port port) {
    PortNaming naming = device.identity().platform().naming();
    boolean described = naming == PortNaming.JUNOS || naming == PortNaming.VRP;
    return Values.text(described && !port.alias().isEmpty() ? port.alias() : port.ifDescr());
  }

  /** LldpSystemCapabilitiesMap: bit 0 (other) is the first bit of the octet. */
  static Variable capabilities(GeneratedDevice device) {
    int bits =
        switch (device.identity().role()) {
          case PHONE -> 0x24;
          case SERVER, CAMERA -> 0x01;
          case ACCESS -> 0x20;
          case DISTRIBUTION, CORE -> 0x28;
          default -> 0x08;
        };
    return Values.octets((byte) bits);
  }
}
