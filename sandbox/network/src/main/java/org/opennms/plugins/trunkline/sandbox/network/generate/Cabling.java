package org.opennms.plugins.trunkline.sandbox.network.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.opennms.plugins.trunkline.sandbox.network.device.InterfaceAddress;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.device.PortKind;
import org.opennms.plugins.trunkline.sandbox.network.device.PortRole;

/** Plugs cables: a port on both sides, the same traffic, descriptions that name the other side. */
final class Cabling {
  private static final int FIRST_INSIDE = 0xc000_0200;
  private static final int FIRST_OUTSIDE = 0xcb00_7100;
  private static final long DOCUMENTATION_IPV6 = 0x2001_0db8_0000_0000L;
  private static final int NETWORKS = 64;
  private static final int TRUNK_VLAN = 1;

  private final TrafficPlan traffic;
  private final SplittableRandom random;
  private int inside;
  private int outside;

  Cabling(TrafficPlan traffic, SplittableRandom random) {
    this.traffic = traffic;
    this.random = random;
  }

  /** A routed or bridged link inside the network. */
  void trunk(DeviceDraft upper, DeviceDraft lower, PortKind kind, String keyword) {
    boolean routed = !upper.identity().role().bridges() || !lower.identity().role().bridges();
    PortDraft up = upper.add(kind, PortRole.TRUNK);
    PortDraft down = lower.add(kind, PortRole.TRUNK);
    plug(up, down);
    describe(up, keyword);
    describe(down, keyword);
    if (routed) {
      number(up, down, FIRST_INSIDE + inside++ % NETWORKS * 4);
    } else {
      tag(up);
      tag(down);
    }
  }

  /** Two cables that act as one. */
  void bundle(DeviceDraft upper, DeviceDraft lower, PortKind kind, String keyword) {
    PortDraft upperLag = lag(upper, kind);
    PortDraft lowerLag = lag(lower, kind);
    List<Port.Flows> members = new ArrayList<>();
    for (int member = 0; member < 2; member++) {
      trunk(upper, lower, kind, keyword);
      last(upper).lag = upperLag;
      last(lower).lag = lowerLag;
      members.add(last(upper).flows);
    }
    upperLag.alias = upper.aliases.link(keyword, name(lowerLag), lowerLag.ifName());
    lowerLag.alias = lower.aliases.link(keyword, name(upperLag), upperLag.ifName());
    upperLag.flows = TrafficPlan.sum(members);
    lowerLag.flows = TrafficPlan.reverse(upperLag.flows);
  }

  private PortDraft lag(DeviceDraft device, PortKind member) {
    PortDraft lag = device.add(PortKind.LAG, PortRole.TRUNK);
    lag.bitsPerSecond = 2 * member.bitsPerSecond();
    if (device.identity().role().bridges()) {
      tag(lag);
    }
    return lag;
  }

  private static PortDraft last(DeviceDraft device) {
    return device.ports.get(device.ports.size() - 1);
  }

  /** A link to a carrier. */
  void uplink(DeviceDraft router, DeviceDraft carrier, PortKind kind, Provider provider) {
    PortDraft near = router.add(kind, PortRole.ISP_UPLINK);
    PortDraft far = carrier.add(kind, PortRole.OTHER);
    plug(near, far);
    near.provider = provider.carrier();
    near.alias = router.aliases.uplink(provider, near.bitsPerSecond);
    number(near, far, FIRST_OUTSIDE + outside % NETWORKS * 4);
    near.addresses.add(InterfaceAddress.ipv6(DOCUMENTATION_IPV6, 4L * outside++ + 1, 126));
  }

  /** A leased line from the centre to a branch. */
  void branch(DeviceDraft hub, DeviceDraft branch, Provider provider) {
    PortDraft near = hub.add(PortKind.GIGABIT, PortRole.BRANCH_LINK);
    PortDraft far = branch.add(PortKind.GIGABIT, PortRole.BRANCH_LINK);
    plug(near, far);
    near.alias = hub.aliases.branch("Branch", name(far), far.ifName(), provider);
    far.alias = branch.aliases.branch("WAN", name(near), near.ifName(), provider);
    number(near, far, FIRST_INSIDE + inside++ % NETWORKS * 4);
  }

  /** A server in a rack. */
  void server(DeviceDraft bridge, DeviceDraft server, int vlan) {
    PortKind kind = random.nextInt(3) == 0 ? PortKind.TEN_GIGABIT : PortKind.GIGABIT;
    PortDraft near = bridge.add(kind, PortRole.SERVER_LINK);
    PortDraft far = server.add(kind, PortRole.SERVER_LINK);
    plug(near, far);
    near.vlan = vlan;
    near.alias = bridge.aliases.link("Server", name(far), far.ifName());
    ownAddress(far);
  }

  /** A telephone or a camera at an access switch. */
  void appliance(DeviceDraft bridge, DeviceDraft appliance, PortRole role, int vlan) {
    PortDraft near = bridge.add(PortKind.GIGABIT, role);
    PortDraft far = appliance.add(PortKind.GIGABIT, role);
    plug(near, far);
    String kind = role == PortRole.VOICE ? "phone" : "cam";
    near.alias = bridge.aliases.appliance(kind, appliance.identity().label());
    near.vlan = vlan;
    near.voiceVlan = role == PortRole.VOICE ? Fittings.VOICE_VLAN : 0;
    ownAddress(far);
  }

  private static void ownAddress(PortDraft port) {
    port.addresses.add(InterfaceAddress.ipv4(port.device.identity().address(), 24));
  }

  private void plug(PortDraft near, PortDraft far) {
    near.peer = far;
    far.peer = near;
    near.flows = traffic.link(near.role, near.bitsPerSecond, near.device.site);
    far.flows = TrafficPlan.reverse(near.flows);
  }

  private static void describe(PortDraft port, String keyword) {
    port.alias = port.device.aliases.link(keyword, name(port.peer), port.peer.ifName());
  }

  private static String name(PortDraft port) {
    return port.device.identity().label();
  }

  private static void number(PortDraft near, PortDraft far, int network) {
    near.addresses.add(InterfaceAddress.ipv4(network + 1, 30));
    far.addresses.add(InterfaceAddress.ipv4(network + 2, 30));
  }

  private static void tag(PortDraft port) {
    port.tagged = true;
    port.vlan = TRUNK_VLAN;
  }
}
