package org.opennms.plugins.trunkline.topology;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.topology.Identifier.Kind;

/**
 * Something by which a device can be known.
 *
 * @param kind what it is
 * @param value in canonical form
 */
record Token(Type kind, Object value) {
  /** What a token is. */
  enum Type {
    /** An {@link Identifier} that the device announces as its chassis id. */
    CHASSIS,
    /** A MAC address of the bridge or of an interface. */
    MAC,
    /** An address. */
    ADDRESS,
    /** The whole system name. */
    NAME,
    /** The first label of the system name. */
    HOST
  }

  static Token chassis(Identifier id) {
    return new Token(Type.CHASSIS, id);
  }

  static Token mac(String mac) {
    return new Token(Type.MAC, mac);
  }

  static Token address(InetAddress address) {
    return new Token(Type.ADDRESS, address);
  }

  static Token name(String full) {
    return new Token(Type.NAME, full);
  }

  static Token host(String host) {
    return new Token(Type.HOST, host);
  }

  /** All tokens of an own device. */
  static Set<Token> of(TopologyDevice device) {
    Set<Token> tokens = new HashSet<>();
    device.chassis().forEach(id -> tokens.add(chassis(id)));
    addMac(tokens, device.bridge());
    device.ports().forEach(port -> addMac(tokens, port.physAddress()));
    device.addresses().forEach(address -> tokens.add(address(address)));
    name(device)
        .ifPresent(
            name -> {
              tokens.add(name(name.full()));
              tokens.add(host(name.host()));
            });
    return tokens;
  }

  /** The name of a device: what it is configured with, else what operators call it. */
  static Optional<SystemName> name(TopologyDevice device) {
    return SystemName.of(device.sysName()).or(() -> SystemName.of(device.label()));
  }

  /** Whether the device announces a MAC address as its chassis id. */
  static boolean hasChassisMac(TopologyDevice device) {
    return device.chassis().stream().anyMatch(id -> id.kind() == Kind.MAC);
  }

  private static void addMac(Set<Token> tokens, String mac) {
    if (!mac.isEmpty() && MacText.isTelling(mac)) {
      tokens.add(mac(mac));
    }
  }
}
