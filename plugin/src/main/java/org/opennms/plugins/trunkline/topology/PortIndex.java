package org.opennms.plugins.trunkline.topology;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The ports of one device by everything they can be called. A name that two ports share finds
 * neither. Immutable after construction.
 */
final class PortIndex {
  private final Map<Integer, Found> byIfIndex = new HashMap<>();
  private final Map<Integer, Found> byLldpNumber = new HashMap<>();
  private final Map<Integer, Found> byBridgePort = new HashMap<>();
  private final Map<Identifier, Found> byLldpId = new HashMap<>();
  private final Map<String, Found> byName = new HashMap<>();
  private final Map<String, Found> byDescr = new HashMap<>();
  private final Map<String, Found> byAlias = new HashMap<>();
  private final Map<String, Found> byLldpDescription = new HashMap<>();
  private final Map<String, Found> byMac = new HashMap<>();
  private final Map<InetAddress, Found> byAddress = new HashMap<>();

  /** One port, or that there are several. */
  private record Found(Port port, boolean isUnique) {
    Found and(Found other) {
      return port.key().equals(other.port.key()) ? this : new Found(port, false);
    }
  }

  PortIndex(List<Port> ports) {
    for (Port port : ports) {
      Found found = new Found(port, true);
      put(byIfIndex, port.ifIndex(), port.ifIndex() > 0, found);
      put(byLldpNumber, port.lldp().number(), port.lldp().number() > 0, found);
      put(byBridgePort, port.bridgePort(), port.bridgePort() > 0, found);
      put(byLldpId, port.lldp().id(), port.lldp().id().isPresent(), found);
      putText(byName, port.ifName(), found);
      putText(byDescr, port.ifDescr(), found);
      putText(byAlias, port.ifAlias(), found);
      putText(byLldpDescription, port.lldp().description(), found);
      boolean hasMac = !port.physAddress().isEmpty() && MacText.isTelling(port.physAddress());
      put(byMac, port.physAddress(), hasMac, found);
      port.addresses().forEach(a -> put(byAddress, a.address(), true, found));
    }
  }

  private static <K> void put(Map<K, Found> map, K key, boolean isKnown, Found found) {
    if (isKnown) {
      map.merge(key, found, Found::and);
    }
  }

  private static void putText(Map<String, Found> map, String text, Found found) {
    put(map, PortName.canonical(text), !Identifiers.isPortFiller(text), found);
  }

  private static <K> Optional<Port> get(Map<K, Found> map, K key) {
    return Optional.ofNullable(map.get(key)).filter(Found::isUnique).map(Found::port);
  }

  Optional<Port> byIfIndex(int ifIndex) {
    return get(byIfIndex, ifIndex);
  }

  Optional<Port> byBridgePort(int bridgePort) {
    return get(byBridgePort, bridgePort);
  }

  Optional<Port> byLldpNumber(int number) {
    return get(byLldpNumber, number);
  }

  Optional<Port> byLldpId(Identifier id) {
    return get(byLldpId, id);
  }

  Optional<Port> byMac(String mac) {
    return get(byMac, mac);
  }

  Optional<Port> byAddress(InetAddress address) {
    return get(byAddress, address);
  }

  /** By ifName, else ifDescr, in any spelling; Juniper's first unit is the port. */
  Optional<Port> byName(String text) {
    String name = PortName.canonical(text);
    return named(name)
        .or(
            () ->
                name.endsWith(".0")
                    ? named(name.substring(0, name.length() - 2))
                    : named(name + ".0"));
  }

  private Optional<Port> named(String name) {
    return get(byName, name).or(() -> get(byDescr, name));
  }

  Optional<Port> byAlias(String text) {
    return get(byAlias, PortName.canonical(text));
  }

  Optional<Port> byLldpDescription(String text) {
    return get(byLldpDescription, PortName.canonical(text));
  }

  /** A number in decimal digits that fits an ifIndex. */
  static OptionalInt number(String text) {
    boolean isNumber = !text.isEmpty() && text.length() <= 10;
    for (int i = 0; isNumber && i < text.length(); i++) {
      isNumber = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    if (!isNumber) {
      return OptionalInt.empty();
    }
    long number = Long.parseLong(text);
    return number > Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of((int) number);
  }
}
