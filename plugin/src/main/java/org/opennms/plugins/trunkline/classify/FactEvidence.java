package org.opennms.plugins.trunkline.classify;

import static org.opennms.plugins.trunkline.model.InterfaceRole.ACCESS;
import static org.opennms.plugins.trunkline.model.InterfaceRole.BRANCH_LINK;
import static org.opennms.plugins.trunkline.model.InterfaceRole.CAMERA;
import static org.opennms.plugins.trunkline.model.InterfaceRole.ISP_UPLINK;
import static org.opennms.plugins.trunkline.model.InterfaceRole.LOOPBACK;
import static org.opennms.plugins.trunkline.model.InterfaceRole.MANAGEMENT;
import static org.opennms.plugins.trunkline.model.InterfaceRole.OTHER;
import static org.opennms.plugins.trunkline.model.InterfaceRole.SERVER_LINK;
import static org.opennms.plugins.trunkline.model.InterfaceRole.TRUNK;
import static org.opennms.plugins.trunkline.model.InterfaceRole.VOICE;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.classify.evidence.Signal;
import org.opennms.plugins.trunkline.classify.evidence.Weights;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceAddress;

/** Evidence of the second kind: what the interface is made of, its speed, addresses, sessions. */
final class FactEvidence implements EvidenceSource {
  private static final int CLEARLY_FASTER = 4;

  private static final Signal PRIOR =
      new Signal(
          "prior",
          "how common the role is",
          Weights.of(ISP_UPLINK, -0.8)
              .and(BRANCH_LINK, -0.8)
              .and(SERVER_LINK, -0.6)
              .and(MANAGEMENT, -0.5)
              .and(LOOPBACK, -2.5)
              .and(VOICE, -0.9)
              .and(CAMERA, -1.2));
  private static final Signal FASTER =
      new Signal(
          "speed",
          "faster than most ports of the device",
          Weights.of(TRUNK, 1.2).and(ACCESS, -0.7).and(SERVER_LINK, 0.3));
  private static final Signal MEMBER =
      new Signal(
          "LAG",
          "is a member of an aggregate",
          Weights.of(TRUNK, 1.6).and(SERVER_LINK, 0.6).and(ACCESS, -1));
  private static final Signal BGP_EXTERNAL =
      new Signal(
          "BGP", "has a session with another AS", Weights.of(ISP_UPLINK, 3.2).and(ACCESS, -1));
  private static final Signal BGP_INTERNAL =
      new Signal("BGP", "has a session within the own AS", Weights.of(TRUNK, 1.8));

  private static final Map<InterfaceKind, Signal> KINDS = new EnumMap<>(InterfaceKind.class);
  private static final Map<DeviceType, Signal> PORTS = new EnumMap<>(DeviceType.class);
  private static final Map<AddressKind, Signal> ADDRESSES = new EnumMap<>(AddressKind.class);

  static {
    kind(InterfaceKind.LOOPBACK, "is a loopback", Weights.of(LOOPBACK, 10));
    kind(
        InterfaceKind.AGGREGATE,
        "is an aggregate",
        Weights.of(TRUNK, 2.6).and(SERVER_LINK, 1.4).and(ACCESS, -0.8).and(MANAGEMENT, -0.5));
    kind(
        InterfaceKind.SUBINTERFACE,
        "is a logical unit of a port",
        Weights.of(OTHER, 1.2).and(TRUNK, 0.8).and(ISP_UPLINK, 0.8).and(BRANCH_LINK, 0.8));
    kind(
        InterfaceKind.VLAN,
        "is a VLAN or its interface",
        Weights.of(OTHER, 2.2)
            .and(MANAGEMENT, 0.8)
            .and(ACCESS, 0.3)
            .and(TRUNK, -1)
            .and(VOICE, 0.5)
            .and(CAMERA, 0.5));
    kind(InterfaceKind.TUNNEL, "is a tunnel", Weights.of(BRANCH_LINK, 3.0).and(OTHER, 1.2));
    kind(InterfaceKind.MANAGEMENT, "is a management port", Weights.of(MANAGEMENT, 5));
    kind(
        InterfaceKind.WIDE_AREA,
        "is made for a provider's line",
        Weights.of(ISP_UPLINK, 2.0).and(BRANCH_LINK, 1.4));
    kind(
        InterfaceKind.LEASED_LINE,
        "is made for a leased line",
        Weights.of(BRANCH_LINK, 1.8).and(ISP_UPLINK, 1.4).and(TRUNK, 1));
    kind(InterfaceKind.CUSTOMER_LINE, "is made for customers' lines", Weights.of(ACCESS, 3.5));
    kind(InterfaceKind.RADIO, "is a radio", Weights.of(ACCESS, 3));
    kind(InterfaceKind.VOICE, "is a voice port", Weights.of(VOICE, 5));
    kind(InterfaceKind.STACK, "is a stack port", Weights.of(TRUNK, 3.5).and(OTHER, 1));
    kind(InterfaceKind.STORAGE, "is a Fibre Channel port", Weights.of(SERVER_LINK, 3));
    kind(
        InterfaceKind.VIRTUAL_HOST,
        "belongs to a virtual machine",
        Weights.of(SERVER_LINK, 1.6).and(OTHER, 1.6));
    kind(InterfaceKind.INTERNAL, "is made by the device for itself", Weights.of(OTHER, 5));
    kind(InterfaceKind.UNKNOWN, "is of no known kind", Weights.of(OTHER, 1.6));

    port(DeviceType.SWITCH, Weights.of(ACCESS, 1.6).and(TRUNK, 0.6).and(OTHER, -1));
    port(
        DeviceType.ROUTER,
        Weights.of(TRUNK, 1.4).and(ISP_UPLINK, 0.9).and(BRANCH_LINK, 0.8).and(OTHER, -0.3));
    port(DeviceType.FIREWALL, Weights.of(TRUNK, 1.4).and(ISP_UPLINK, 1).and(BRANCH_LINK, 0.3));
    port(DeviceType.SERVER, Weights.of(SERVER_LINK, 2.0));
    port(DeviceType.WIRELESS, Weights.of(ACCESS, 0.8).and(TRUNK, 0.8));
    port(DeviceType.UNKNOWN, Weights.of(ACCESS, 1).and(TRUNK, 0.6).and(OTHER, -0.3));

    address(AddressKind.LOOPBACK, "is 127.0.0.0/8 or ::1", Weights.of(LOOPBACK, 2));
    address(
        AddressKind.HOST,
        "is a single address",
        Weights.of(LOOPBACK, 1.8).and(MANAGEMENT, 0.3).and(ACCESS, -0.5));
    address(
        AddressKind.PUBLIC_LINK,
        "is public, on a network of two",
        Weights.of(ISP_UPLINK, 2.0).and(BRANCH_LINK, 0.6).and(TRUNK, 0.8).and(ACCESS, -1));
    address(
        AddressKind.PRIVATE_LINK,
        "is private, on a network of two",
        Weights.of(TRUNK, 1.4).and(BRANCH_LINK, 1.2).and(ACCESS, -1));
    address(AddressKind.PUBLIC, "is public", Weights.of(ISP_UPLINK, 0.9));
    address(AddressKind.SHARED, "is a provider's (RFC 6598)", Weights.of(ISP_UPLINK, 1.2));
  }

  private static void kind(InterfaceKind kind, String says, Weights weights) {
    KINDS.put(kind, new Signal("ifType and name", says, weights));
  }

  private static void port(DeviceType type, Weights weights) {
    String of = type == DeviceType.UNKNOWN ? "device" : type.spelling();
    PORTS.put(type, new Signal("ifType and name", "is a port of a " + of, weights));
  }

  private static void address(AddressKind kind, String says, Weights weights) {
    ADDRESSES.put(kind, new Signal("address", says, weights));
  }

  @Override
  public void collect(DeviceContext device, InterfaceEvidence evidence, Desk desk) {
    desk.score.add(PRIOR);
    InterfaceKind kind = InterfaceKind.of(evidence.networkInterface());
    if (kind == InterfaceKind.PHYSICAL) {
      desk.score.add(PORTS.getOrDefault(device.type(), PORTS.get(DeviceType.UNKNOWN)));
      speed(device, evidence, desk);
    } else {
      desk.score.add(KINDS.get(kind));
    }
    if (evidence.layers().aggregate() != 0) {
      desk.score.add(MEMBER);
    }
    addresses(evidence, desk);
    switch (evidence.bgpPeer()) {
      case EXTERNAL -> desk.score.add(BGP_EXTERNAL);
      case INTERNAL -> desk.score.add(BGP_INTERNAL);
      case NONE -> {}
    }
  }

  private static void speed(DeviceContext device, InterfaceEvidence evidence, Desk desk) {
    long common = device.commonSpeed();
    if (common > 0 && evidence.networkInterface().speed() >= CLEARLY_FASTER * common) {
      desk.score.add(FASTER);
    }
  }

  /** Each kind of address counts once, in the order of the kinds. */
  private static void addresses(InterfaceEvidence evidence, Desk desk) {
    List<InterfaceAddress> addresses = evidence.networkInterface().addresses();
    if (addresses.isEmpty()) {
      return;
    }
    Set<AddressKind> seen = EnumSet.noneOf(AddressKind.class);
    addresses.forEach(address -> seen.add(AddressKind.of(address)));
    for (AddressKind kind : seen) {
      if (ADDRESSES.containsKey(kind)) {
        desk.score.add(ADDRESSES.get(kind));
      }
    }
  }
}
