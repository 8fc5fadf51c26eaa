package org.opennms.plugins.trunkline.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.NeighbourSighting;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.Reason;

/** Makes a snapshot of the state. Stateless. */
final class SnapshotMaker {
  private SnapshotMaker() {}

  static TopologySnapshot make(
      List<DeviceEntry> entries, Function<NodeKey, DeviceEntry> byNode, List<Link> links) {
    List<NeighbourSighting> sightings = new ArrayList<>();
    for (DeviceEntry entry : entries) {
      for (Sight sight : entry.sights().values()) {
        if (sight.node().isPresent() || !sight.orphan().isEmpty()) {
          sightings.add(sighting(entry, sight, byNode));
        }
      }
    }
    return new TopologySnapshot(
        entries.stream().map(DeviceEntry::device).toList(),
        links,
        Bundles.of(links),
        OrphanFold.orphans(entries, sight -> PortEnd.local(byNode.apply(sight.local), sight).end()),
        sightings);
  }

  private static NeighbourSighting sighting(
      DeviceEntry entry, Sight sight, Function<NodeKey, DeviceEntry> byNode) {
    Optional<DeviceEntry> remote = sight.node().map(byNode);
    List<Reason> reasons = new ArrayList<>();
    String how = sight.seen.local().how();
    reasons.add(
        new Reason("local port", how.isEmpty() ? "as the table numbers it" : "by " + how, 0));
    reasons.addAll(sight.reasons());
    return new NeighbourSighting(
        PortEnd.local(entry, sight).end(),
        sight.source(),
        sight.seen.announced().text(),
        remote.map(r -> PortEnd.remote(r, sight).end()).orElseGet(() -> OrphanFold.end(sight)),
        sight.mapping(),
        sight.candidates(),
        Evidence.confidence(Evidence.sum(reasons)),
        reasons,
        sight.firstSeen,
        sight.lastSeen);
  }
}
