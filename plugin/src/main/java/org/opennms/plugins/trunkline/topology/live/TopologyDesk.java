package org.opennms.plugins.trunkline.topology.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.inventory.KnownDevices;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;
import org.opennms.plugins.trunkline.operations.TopologyDirectory;
import org.opennms.plugins.trunkline.topology.TopologyExport;
import org.opennms.plugins.trunkline.topology.TopologyGraph;
import org.opennms.plugins.trunkline.topology.TopologySnapshot;
import org.opennms.plugins.trunkline.topology.TopologyTable;

/** Answers about the topology, with what the inventory knows of nodes and ports. Thread-safe. */
public final class TopologyDesk implements TopologyDirectory {
  private final Supplier<TopologySnapshot> snapshots;
  private final KnownDevices devices;
  private final InterfaceDirectory interfaces;
  private final InstantSource clock;
  private TopologySnapshot last = TopologySnapshot.EMPTY;
  private Instant changedAt;

  /**
   * Over the part's topology.
   *
   * @param clock says when it changed
   */
  public TopologyDesk(
      Supplier<TopologySnapshot> snapshots,
      KnownDevices devices,
      InterfaceDirectory interfaces,
      InstantSource clock) {
    this.snapshots = snapshots;
    this.devices = devices;
    this.interfaces = interfaces;
    this.clock = clock;
    changedAt = clock.instant();
  }

  @Override
  public Topology topology() {
    TopologySnapshot now = current();
    Map<InterfaceKey, KnownInterface> ports = ports();
    Map<NodeKey, Integer> links = degrees(now.links());
    return new Topology(
        devices.devices().stream()
            .map(d -> view(d, links))
            .sorted(
                Comparator.comparing((NodeView n) -> n.device().label())
                    .thenComparing(n -> n.device().key()))
            .toList(),
        now.links().stream().map(l -> edge(l, ports)).toList(),
        now.orphans(),
        now.bundles(),
        changedAt());
  }

  @Override
  public Optional<Neighbourhood> around(String node) {
    return NodeNames.find(devices, node)
        .map(
            known -> {
              TopologySnapshot now = current();
              NodeKey key = known.device().key();
              List<Link> links = now.linksOf(key);
              Map<InterfaceKey, KnownInterface> ports = ports();
              return new Neighbourhood(
                  view(known, degrees(links)),
                  links.stream().map(l -> edge(l, ports)).toList(),
                  now.seenBy(key));
            });
  }

  @Override
  public Optional<Edge> link(String id) {
    List<Link> found =
        id.isEmpty()
            ? List.of()
            : current().links().stream().filter(l -> l.key().id().startsWith(id)).toList();
    return found.size() == 1 ? Optional.of(edge(found.get(0), ports())) : Optional.empty();
  }

  @Override
  public String export(Format format) {
    return switch (format) {
      case JSON -> TopologyExport.json(current());
      case DOT -> TopologyGraph.dot(current());
      case CSV -> TopologyTable.links(current());
    };
  }

  @Override
  public String requisition() {
    return TopologyTable.requisition(current());
  }

  // A snapshot is made anew when something changed, and to compare two costs more than it tells.
  @SuppressWarnings("ReferenceEquality")
  private synchronized TopologySnapshot current() {
    TopologySnapshot now = snapshots.get();
    if (now != last) {
      last = now;
      changedAt = clock.instant();
    }
    return now;
  }

  private synchronized Instant changedAt() {
    return changedAt;
  }

  private Map<InterfaceKey, KnownInterface> ports() {
    Map<InterfaceKey, KnownInterface> ports = new HashMap<>();
    interfaces.find(InterfaceFilter.ALL).forEach(k -> ports.put(k.key(), k));
    return ports;
  }

  private static Edge edge(Link link, Map<InterfaceKey, KnownInterface> ports) {
    return new Edge(link, port(link.a(), ports), port(link.b(), ports));
  }

  private static Optional<KnownInterface> port(
      LinkEnd end, Map<InterfaceKey, KnownInterface> ports) {
    return end.interfaceKey().map(ports::get);
  }

  private static NodeView view(Known known, Map<NodeKey, Integer> links) {
    return new NodeView(known.device(), known.facts(), links.getOrDefault(known.device().key(), 0));
  }

  private static Map<NodeKey, Integer> degrees(List<Link> links) {
    Map<NodeKey, Integer> degrees = new HashMap<>();
    links.stream()
        .filter(Link::isBetweenNodes)
        .flatMap(l -> Stream.of(l.a(), l.b()))
        .forEach(end -> end.node().ifPresent(n -> degrees.merge(n, 1, Integer::sum)));
    return degrees;
  }
}
