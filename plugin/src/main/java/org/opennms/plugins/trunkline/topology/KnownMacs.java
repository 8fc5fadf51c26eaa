package org.opennms.plugins.trunkline.topology;

import java.util.stream.Stream;

/** Whether a MAC address can be a device's. Stateless. */
final class KnownMacs {
  /** Vendor and the first octet of the block: a chassis and its ports are numbered together. */
  private static final int BLOCK = "aa:bb:cc:dd".length();

  private KnownMacs() {}

  static boolean has(TopologyDevice device, String mac) {
    return all(device).anyMatch(mac::equals);
  }

  /** Whether its MAC addresses are known, and this is none of them, nor near any of them. */
  static boolean excludes(TopologyDevice device, String mac) {
    String block = mac.substring(0, BLOCK);
    boolean isKnown = all(device).anyMatch(MacText::isTelling);
    return isKnown && all(device).noneMatch(own -> own.startsWith(block));
  }

  private static Stream<String> all(TopologyDevice device) {
    Stream<String> chassis =
        device.chassis().stream()
            .filter(id -> id.kind() == Identifier.Kind.MAC)
            .map(Identifier::value);
    Stream<String> ports =
        device.ports().stream().map(Port::physAddress).filter(mac -> !mac.isEmpty());
    Stream<String> bridge = Stream.of(device.bridge()).filter(mac -> !mac.isEmpty());
    return Stream.concat(chassis, Stream.concat(bridge, ports));
  }
}
