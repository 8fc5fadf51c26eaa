package org.opennms.plugins.trunkline.sandbox.network.generate;

import java.util.SplittableRandom;
import org.opennms.plugins.trunkline.sandbox.network.device.DeviceRole;
import org.opennms.plugins.trunkline.sandbox.network.device.InterfaceAddress;
import org.opennms.plugins.trunkline.sandbox.network.device.PortKind;
import org.opennms.plugins.trunkline.sandbox.network.device.PortRole;

/** What a device has besides its links: desks, unused ports, VLANs, loopbacks, management. */
final class Fittings {
  static final int VOICE_VLAN = 110;
  private static final int MANAGEMENT_VLAN = 99;
  private static final int[] VLANS = {10, 20, 30, VOICE_VLAN, MANAGEMENT_VLAN};

  private final TrafficPlan traffic;
  private final SplittableRandom random;
  private final boolean fixedSize;

  Fittings(TrafficPlan traffic, SplittableRandom random, boolean fixedSize) {
    this.traffic = traffic;
    this.fixedSize = fixedSize;
    this.random = random;
  }

  /** Completes a device whose links are plugged in. */
  void complete(DeviceDraft device) {
    DeviceRole role = device.identity().role();
    if (role == DeviceRole.PROVIDER) {
      return;
    }
    if (role.endpoint()) {
      endpoint(device);
    } else {
      fill(device);
      virtual(device);
    }
    for (PortDraft port : device.ports) {
      if (port.flows == null) {
        port.flows = TrafficPlan.idle();
      }
    }
  }

  private void endpoint(DeviceDraft device) {
    if (device.identity().role() == DeviceRole.SERVER) {
      device.add(PortKind.LOOPBACK, PortRole.LOOPBACK);
    }
    if (device.ports.stream().noneMatch(port -> port.kind.physical())) {
      PortDraft port = device.add(PortKind.GIGABIT, PortRole.OTHER);
      port.addresses.add(InterfaceAddress.ipv4(device.identity().address(), 24));
    }
  }

  /** Ports that lead to nobody with a name. */
  private void fill(DeviceDraft device) {
    boolean desks = device.identity().role() == DeviceRole.ACCESS;
    int free = spare(device);
    for (int count = 0; count < free; count++) {
      PortDraft port = device.add(PortKind.GIGABIT, desks ? PortRole.ACCESS : PortRole.OTHER);
      if (device.identity().role().bridges()) {
        port.vlan = VLANS[random.nextInt(3)];
      }
      boolean used = desks && random.nextInt(100) < 70;
      port.alias = used ? device.aliases.desk() : device.aliases.filler();
      port.shut = !used && random.nextBoolean();
      port.unplugged = !used;
      port.flows =
          used
              ? traffic.link(PortRole.ACCESS, port.bitsPerSecond, device.site)
              : TrafficPlan.idle();
    }
  }

  /** A chassis is bought with room for growth; where sizes are fixed all ports are there. */
  private int spare(DeviceDraft device) {
    DeviceRole role = device.identity().role();
    boolean modular = role == DeviceRole.EDGE || role == DeviceRole.CORE;
    return modular && !fixedSize ? Math.min(device.free(), 4 + random.nextInt(9)) : device.free();
  }

  private void virtual(DeviceDraft device) {
    InterfaceAddress own = InterfaceAddress.ipv4(device.identity().address(), 32);
    if (device.identity().role().bridges()) {
      for (int vlan : VLANS) {
        PortDraft port = device.add(PortKind.VLAN, vlan, PortRole.OTHER);
        if (vlan == MANAGEMENT_VLAN) {
          port.role = PortRole.MANAGEMENT;
          port.alias = "mgmt";
          port.addresses.add(own);
        }
      }
      return;
    }
    PortDraft loopback = device.add(PortKind.LOOPBACK, 0, PortRole.LOOPBACK);
    loopback.addresses.add(own);
    loopback.alias = random.nextBoolean() ? "router-id" : "";
    PortDraft management = device.add(PortKind.MANAGEMENT, 0, PortRole.MANAGEMENT);
    management.alias = random.nextBoolean() ? "OOB mgmt" : "";
    if (device.identity().role() == DeviceRole.BRANCH) {
      device.add(PortKind.TUNNEL, 10, PortRole.OTHER).alias = "IPsec backup";
    }
  }
}
