package org.opennms.plugins.trunkline.topology;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.config.IpLiteral;

/**
 * Which port of a device an id means.
 *
 * @param port the port
 * @param how what led to it, for an operator
 * @param isExact whether it is an id that the port bears, and not a description
 */
record PortMatch(Port port, String how, boolean isExact) {
  PortMatch {
    Objects.requireNonNull(port, "port");
    Objects.requireNonNull(how, "how");
  }

  /**
   * The port that a neighbour announces, by the device's own LLDP ids, then by the subtype, then by
   * name, alias and description. An id that means nothing, or two ports, leaves it to the next.
   */
  static Optional<PortMatch> announced(PortIndex ports, Identifier id, String description) {
    return exact("LLDP port id", () -> ports.byLldpId(id))
        .or(() -> bySubtype(ports, id, description))
        .or(() -> byText(ports, id.value()))
        .or(() -> lastPart(ports, id.value()))
        .or(() -> byDescription(ports, description));
  }

  private static Optional<PortMatch> bySubtype(PortIndex ports, Identifier id, String description) {
    return switch (id.kind()) {
      case NONE -> Optional.empty();
      case MAC -> exact("ifPhysAddress", () -> ports.byMac(id.value()));
      case ADDRESS -> exact("address", () -> address(id).flatMap(ports::byAddress));
      case ALIAS -> exact("ifAlias", () -> ports.byAlias(id.value()));
      case BRIDGE_PORT -> exact("bridge port", () -> number(id).flatMap(ports::byBridgePort));
      case LOCAL, TEXT -> local(ports, id, description);
      case NAME, COMPONENT, CIRCUIT -> Optional.empty();
    };
  }

  /**
   * A local id in digits is the device's port number, or an ifIndex, or anything. The description
   * decides where it names a port itself.
   */
  private static Optional<PortMatch> local(PortIndex ports, Identifier id, String description) {
    Optional<PortMatch> named = exact("ifName", () -> ports.byName(id.value()));
    if (named.isPresent() || PortIndex.number(id.value()).isEmpty()) {
      return named;
    }
    return byDescription(ports, description)
        .or(() -> exact("LLDP port number", () -> number(id).flatMap(ports::byLldpNumber)))
        .or(() -> exact("ifIndex", () -> number(id).flatMap(ports::byIfIndex)));
  }

  private static Optional<PortMatch> byText(PortIndex ports, String text) {
    return Identifiers.isPortFiller(text)
        ? Optional.empty()
        : exact("ifName", () -> ports.byName(text))
            .or(() -> exact("ifAlias", () -> ports.byAlias(text)));
  }

  /** RouterOS announces {@code bridge1/ether1}: the port behind the bridge. */
  private static Optional<PortMatch> lastPart(PortIndex ports, String text) {
    int slash = text.lastIndexOf('/');
    boolean isPath =
        slash > 0 && slash < text.length() - 1 && Character.isLetter(text.charAt(slash + 1));
    return isPath ? byText(ports, text.substring(slash + 1)) : Optional.empty();
  }

  private static Optional<PortMatch> byDescription(PortIndex ports, String text) {
    if (Identifiers.isPortFiller(text)) {
      return Optional.empty();
    }
    return described("port description is its name", () -> ports.byName(text))
        .or(() -> described("LLDP port description", () -> ports.byLldpDescription(text)))
        .or(() -> described("port description is its ifAlias", () -> ports.byAlias(text)));
  }

  /**
   * The own port that a device's lldpLocPortNum means: by what lldpLocPortTable says of it; without
   * such a row by the bridge port, which the standard prescribes for bridges, else by ifIndex.
   */
  static Optional<PortMatch> local(PortIndex ports, int number, Port.LldpPort row) {
    Optional<PortMatch> told =
        row.equals(Port.LldpPort.NONE)
            ? Optional.empty()
            : ownSubtype(ports, row).or(() -> byDescription(ports, row.description()));
    return told.or(() -> exact("bridge port", () -> ports.byBridgePort(number)))
        .or(() -> exact("ifIndex", () -> ports.byIfIndex(number)));
  }

  private static Optional<PortMatch> ownSubtype(PortIndex ports, Port.LldpPort row) {
    Identifier id = row.id();
    return switch (id.kind()) {
      case NONE -> Optional.empty();
      case ALIAS ->
          exact("ifAlias", () -> ports.byAlias(id.value())).or(() -> byText(ports, id.value()));
      case MAC -> exact("ifPhysAddress", () -> ports.byMac(id.value()));
      case ADDRESS -> exact("address", () -> address(id).flatMap(ports::byAddress));
      default -> byText(ports, id.value()).or(() -> local(ports, id, row.description()));
    };
  }

  private static Optional<Integer> number(Identifier id) {
    var number = PortIndex.number(id.value());
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }

  private static Optional<InetAddress> address(Identifier id) {
    return IpLiteral.parse(id.value());
  }

  private static Optional<PortMatch> exact(String how, Supplier<Optional<Port>> port) {
    return port.get().map(p -> new PortMatch(p, how, true));
  }

  private static Optional<PortMatch> described(String how, Supplier<Optional<Port>> port) {
    return port.get().map(p -> new PortMatch(p, how, false));
  }
}
