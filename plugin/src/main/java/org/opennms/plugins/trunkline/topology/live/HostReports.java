package org.opennms.plugins.trunkline.topology.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.topology.Announced;
import org.opennms.plugins.trunkline.topology.DeviceReport;
import org.opennms.plugins.trunkline.topology.Identifier;
import org.opennms.plugins.trunkline.topology.LocalPort;
import org.opennms.plugins.trunkline.topology.Observation;
import org.opennms.plugins.trunkline.topology.TopologyDevice;

/**
 * What the host's edges say of some nodes, as reports of these nodes. An edge that has no port at
 * all, or ends at a segment with more than two ports, says nothing of a cable. What the host
 * concluded from bridge tables stays a conclusion here. Immutable.
 */
final class HostReports {
  // Valid until the host withdraws the edge.
  private static final Duration FOR_EVER = Duration.ofDays(3650);
  private static final String BRIDGE = "BRIDGE";

  private final Map<Integer, Known> devices = new HashMap<>();
  private final Map<Integer, List<HostEdge>> edges = new HashMap<>();
  private final Map<String, List<HostEdge.Port>> segments = new HashMap<>();

  HostReports(Collection<Known> known, Collection<HostEdge> all) {
    known.forEach(k -> devices.put(k.device().nodeId(), k));
    for (HostEdge edge : all) {
      edge.nodeIds()
          .distinct()
          .forEach(id -> edges.computeIfAbsent(id, n -> new ArrayList<>()).add(edge));
      Stream.of(edge.a(), edge.b()).forEach(end -> segment(edge, end));
    }
  }

  private void segment(HostEdge edge, HostEdge.End end) {
    HostEdge.End other = end.equals(edge.a()) ? edge.b() : edge.a();
    if (end instanceof HostEdge.Segment segment && other instanceof HostEdge.Port port) {
      segments.computeIfAbsent(segment.id(), s -> new ArrayList<>()).add(port);
    }
  }

  /**
   * What is said of one node; empty where Trunkline does not know it.
   *
   * @param identity what is known of a device besides
   * @param bridges whether the host's conclusions from bridge tables count
   */
  Optional<DeviceReport> of(
      int nodeId, Function<Known, TopologyDevice> identity, boolean bridges, Instant at) {
    return Optional.ofNullable(devices.get(nodeId))
        .map(
            known -> {
              Set<LinkSource> covered = EnumSet.of(LinkSource.HOST);
              if (bridges) {
                covered.add(LinkSource.FORWARDING);
              }
              List<Observation> said =
                  edges.getOrDefault(nodeId, List.of()).stream()
                      .filter(e -> bridges || !e.protocol().equals(BRIDGE))
                      .flatMap(e -> observations(known, e))
                      .toList();
              return new DeviceReport(identity.apply(known), covered, said, at, at.plus(FOR_EVER));
            });
  }

  private Stream<Observation> observations(Known device, HostEdge edge) {
    return Stream.concat(
            half(device, edge, edge.a(), edge.b()), half(device, edge, edge.b(), edge.a()))
        .distinct();
  }

  private Stream<Observation> half(
      Known device, HostEdge edge, HostEdge.End here, HostEdge.End there) {
    if (!(here instanceof HostEdge.Port port) || port.nodeId() != device.device().nodeId()) {
      return Stream.empty();
    }
    LinkSource source = edge.protocol().equals(BRIDGE) ? LinkSource.FORWARDING : LinkSource.HOST;
    return far(port, there)
        .filter(far -> !far.node().equals(device.device().key()))
        .map(
            far ->
                new Observation(
                    local(device, port),
                    source,
                    Announced.port(far.port()),
                    Optional.of(far.node())))
        .stream();
  }

  private record Far(NodeKey node, Identifier port) {}

  private Optional<Far> far(HostEdge.Port here, HostEdge.End there) {
    if (there instanceof HostEdge.Port port) {
      return Optional.ofNullable(devices.get(port.nodeId()))
          .map(known -> new Far(known.device().key(), named(known, port)));
    }
    if (there instanceof HostEdge.Whole whole) {
      return Optional.ofNullable(devices.get(whole.nodeId()))
          .map(known -> new Far(known.device().key(), Identifier.NONE));
    }
    List<HostEdge.Port> ports = segments.getOrDefault(((HostEdge.Segment) there).id(), List.of());
    return ports.size() == 2
        ? ports.stream().filter(p -> !p.equals(here)).findFirst().flatMap(p -> far(here, p))
        : Optional.empty();
  }

  private static Identifier named(Known device, HostEdge.Port port) {
    String name = networkInterface(device, port).map(i -> i.key().name()).orElse(port.ifName());
    return name.isEmpty() ? Identifier.NONE : new Identifier(Identifier.Kind.NAME, name);
  }

  private static LocalPort local(Known device, HostEdge.Port port) {
    return networkInterface(device, port)
        .map(i -> new LocalPort(Optional.of(i.key()), i.key().name(), "the host's ifIndex"))
        .orElseGet(
            () ->
                new LocalPort(
                    Optional.empty(),
                    port.ifName().isEmpty() ? "ifIndex " + port.ifIndex() : port.ifName(),
                    ""));
  }

  private static Optional<NetworkInterface> networkInterface(Known device, HostEdge.Port port) {
    return device.interfaces().stream().filter(i -> i.ifIndex() == port.ifIndex()).findFirst();
  }
}
