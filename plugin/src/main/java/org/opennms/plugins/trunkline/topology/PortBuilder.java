package org.opennms.plugins.trunkline.topology;

import java.util.ArrayList;
import java.util.List;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.topology.Port.LldpPort;
import org.opennms.plugins.trunkline.topology.PortSettings.Duplex;

/** A port while its parts are gathered from several tables. Used by one thread. */
final class PortBuilder {
  final InterfaceKey key;
  final int ifIndex;
  String ifName = "";
  String ifDescr = "";
  String ifAlias = "";
  int ifType;
  String physAddress = "";
  LldpPort lldp = LldpPort.NONE;
  int bridgePort;
  int aggregate;
  long speed;
  Duplex duplex = Duplex.UNKNOWN;
  int mtu;
  int nativeVlan;
  final List<InterfaceAddress> addresses = new ArrayList<>();

  PortBuilder(InterfaceKey key, int ifIndex) {
    this.key = key;
    this.ifIndex = ifIndex;
  }

  /** What the inventory knows. */
  static PortBuilder of(NetworkInterface known) {
    PortBuilder port = new PortBuilder(known.key(), known.ifIndex());
    port.ifName = known.ifName();
    port.ifDescr = known.ifDescr();
    port.ifAlias = known.ifAlias();
    port.ifType = known.ifType();
    port.physAddress = known.physAddress();
    port.speed = known.speed();
    port.aggregate = known.link().layers().aggregate();
    port.nativeVlan = known.link().switchPort().nativeVlan();
    port.addresses.addAll(known.addresses());
    return port;
  }

  /** A port of which only the LLDP agent tells, or only its number is known. */
  static PortBuilder named(NodeKey node, String name, int ifIndex, LldpPort row) {
    PortBuilder port = new PortBuilder(new InterfaceKey(node, name), ifIndex);
    port.lldp = row;
    port.ifName = name;
    port.ifDescr = row.description();
    return port;
  }

  Port build() {
    return new Port(
        key,
        ifIndex,
        ifName,
        ifDescr,
        ifAlias,
        ifType,
        physAddress,
        lldp,
        bridgePort,
        aggregate,
        new PortSettings(speed, duplex, mtu, nativeVlan),
        addresses);
  }
}
