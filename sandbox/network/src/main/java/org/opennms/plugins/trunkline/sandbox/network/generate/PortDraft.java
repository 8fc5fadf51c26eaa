package org.opennms.plugins.trunkline.sandbox.network.generate;

import java.util.ArrayList;
import java.util.List;
import org.opennms.plugins.trunkline.sandbox.network.device.InterfaceAddress;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.device.PortKind;
import org.opennms.plugins.trunkline.sandbox.network.device.PortRole;

/** A port while the network is being cabled. */
final class PortDraft {
  final DeviceDraft device;
  final PortKind kind;
  final int number;
  final List<InterfaceAddress> addresses = new ArrayList<>();
  PortRole role;
  String provider;
  String alias = "";
  long bitsPerSecond;
  int vlan;
  int voiceVlan;
  boolean tagged;
  boolean shut;
  boolean unplugged;
  PortDraft lag;
  PortDraft peer;
  Port.Flows flows;

  PortDraft(DeviceDraft device, PortKind kind, int number, PortRole role) {
    this.device = device;
    this.kind = kind;
    this.number = number;
    this.role = role;
    this.bitsPerSecond = kind.bitsPerSecond();
  }

  String ifName() {
    return device.identity().platform().naming().ifName(kind, number);
  }

  Port build(int position, long mac) {
    var naming = device.identity().platform().naming();
    var wiring =
        new Port.Wiring(
            role, provider, bitsPerSecond, vlan, voiceVlan, tagged, List.copyOf(addresses));
    Port port =
        new Port(
            kind,
            naming.ifName(kind, number),
            naming.ifDescr(kind, number),
            naming.ifIndex(position),
            mac,
            wiring,
            flows);
    port.describe(alias);
    port.begin(!shut, unplugged);
    return port;
  }
}
