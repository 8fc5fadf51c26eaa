package org.opennms.plugins.trunkline.topology;

import java.util.List;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkBundle;
import org.opennms.plugins.trunkline.model.NeighbourSighting;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.Orphan;

/**
 * The topology at one moment. Immutable; everything is sorted, so that the same input gives the
 * same snapshot whatever the order in which it came.
 *
 * @param nodes the own nodes that took part, with the ports that they have
 * @param links between nodes, and to orphans
 * @param bundles aggregates and their members
 * @param orphans neighbours that are no node
 * @param sightings the evidence, by node, port, source and neighbour
 */
public record TopologySnapshot(
    List<TopologyDevice> nodes,
    List<Link> links,
    List<LinkBundle> bundles,
    List<Orphan> orphans,
    List<NeighbourSighting> sightings) {
  /** Nothing is known. */
  public static final TopologySnapshot EMPTY =
      new TopologySnapshot(List.of(), List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public TopologySnapshot {
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
    bundles = List.copyOf(bundles);
    orphans = List.copyOf(orphans);
    sightings = List.copyOf(sightings);
  }

  /** The links of one node. */
  public List<Link> linksOf(NodeKey node) {
    return links.stream().filter(link -> link.touches(node)).toList();
  }

  /** What one node sees. */
  public List<NeighbourSighting> seenBy(NodeKey node) {
    return sightings.stream()
        .filter(sighting -> sighting.local().node().filter(node::equals).isPresent())
        .toList();
  }
}
