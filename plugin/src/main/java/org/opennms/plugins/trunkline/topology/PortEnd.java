package org.opennms.plugins.trunkline.topology;

import java.util.Objects;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.LinkEnd;

/**
 * A port of an own node as one end of a link.
 *
 * @param entry the node
 * @param port empty where it is not known which
 * @param called what it was called where it is not known
 */
record PortEnd(DeviceEntry entry, Optional<Port> port, String called) {
  PortEnd {
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(port, "port");
    Objects.requireNonNull(called, "called");
  }

  static PortEnd local(DeviceEntry entry, Sight sight) {
    return new PortEnd(entry, entry.port(sight.seen.local()), sight.seen.local().name());
  }

  static PortEnd remote(DeviceEntry entry, Sight sight) {
    String called = sight.seen.announced().portLabel();
    return new PortEnd(entry, sight.port(), sight.port().isPresent() ? "" : called);
  }

  /** For keys; a port that is only called something is no interface of that name. */
  String id() {
    String name = port.map(p -> p.key().name()).orElseGet(() -> "?" + called);
    return entry.device().key() + "/" + name;
  }

  boolean isKnown() {
    return port.isPresent();
  }

  boolean isSameAs(PortEnd other) {
    return id().equals(other.id());
  }

  /** Whether the other is a member of this aggregate. */
  boolean isAggregateOf(PortEnd other) {
    return port.isPresent()
        && other.port.isPresent()
        && other.port.get().aggregate() != 0
        && other.port.get().aggregate() == port.get().ifIndex();
  }

  PortSettings settings() {
    return port.map(Port::settings).orElse(PortSettings.UNKNOWN);
  }

  LinkEnd end() {
    TopologyDevice device = entry.device();
    return new LinkEnd(
        Optional.of(device.key()),
        device.label(),
        port.map(Port::key),
        port.map(Port::ifIndex).orElse(0),
        port.map(p -> p.key().name()).orElse(called),
        aggregate(),
        "");
  }

  private Optional<InterfaceKey> aggregate() {
    return port.filter(p -> p.aggregate() != 0)
        .flatMap(p -> entry.index().byIfIndex(p.aggregate()))
        .map(Port::key);
  }
}
