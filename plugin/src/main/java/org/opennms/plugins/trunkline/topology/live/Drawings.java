package org.opennms.plugins.trunkline.topology.live;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.inventory.KnownDevices;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.topology.live.DrawnLinks.Drawing;

/** Which links the host lacks. Stateless. */
final class Drawings {
  private Drawings() {}

  /**
   * Links between nodes that no edge of the host shows: an edge does when it joins the same two
   * nodes, by the same ports as far as it names them.
   */
  static List<Drawing> missing(List<Link> links, Collection<HostEdge> edges, KnownDevices devices) {
    Set<Set<HostEdge.End>> shown = new HashSet<>();
    edges.forEach(e -> shown.add(new HashSet<>(List.of(bare(e.a()), bare(e.b())))));
    Map<NodeKey, Integer> ids = new HashMap<>();
    return links.stream()
        .filter(l -> l.isBetweenNodes() && l.state() != LinkState.INFERRED)
        .flatMap(l -> drawing(l, shown, ids, devices).stream())
        .toList();
  }

  private static Optional<Drawing> drawing(
      Link link, Set<Set<HostEdge.End>> shown, Map<NodeKey, Integer> ids, KnownDevices devices) {
    int a = id(link.a(), ids, devices);
    int b = id(link.b(), ids, devices);
    boolean isShown =
        ways(a, link.a().ifIndex())
            .flatMap(
                x ->
                    ways(b, link.b().ifIndex())
                        .map(y -> (Set<HostEdge.End>) new HashSet<>(List.of(x, y))))
            .anyMatch(shown::contains);
    return a <= 0 || b <= 0 || isShown
        ? Optional.empty()
        : Optional.of(new Drawing(link.key().id(), a, link.a().port(), b, link.b().port()));
  }

  private static Stream<HostEdge.End> ways(int nodeId, int ifIndex) {
    return Stream.of(new HostEdge.Port(nodeId, ifIndex, ""), new HostEdge.Whole(nodeId));
  }

  // The host's name of a port may be another than ours.
  private static HostEdge.End bare(HostEdge.End end) {
    return end instanceof HostEdge.Port port
        ? new HostEdge.Port(port.nodeId(), port.ifIndex(), "")
        : end;
  }

  private static int id(LinkEnd end, Map<NodeKey, Integer> ids, KnownDevices devices) {
    return ids.computeIfAbsent(
        end.node().orElseThrow(),
        key -> devices.device(key).map(KnownDevices.Known::device).map(Device::nodeId).orElse(0));
  }
}
