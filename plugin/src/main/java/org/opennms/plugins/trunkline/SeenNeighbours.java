package org.opennms.plugins.trunkline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.opennms.plugins.trunkline.classify.evidence.Neighbour;
import org.opennms.plugins.trunkline.inventory.KnownDevices;
import org.opennms.plugins.trunkline.model.Announcement;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NeighbourSighting;
import org.opennms.plugins.trunkline.topology.TopologySnapshot;

/**
 * What the topology tells the classifier. One way only: who a neighbour is follows from what was
 * announced and never from a role, so that neither can talk the other into something. Thread-safe.
 */
final class SeenNeighbours implements Function<InterfaceKey, List<Neighbour>> {
  private volatile Map<InterfaceKey, List<Neighbour>> byPort = Map.of();

  @Override
  public List<Neighbour> apply(InterfaceKey port) {
    return byPort.getOrDefault(port, List.of());
  }

  /** Takes the topology over as it is now. */
  void take(TopologySnapshot topology, KnownDevices devices) {
    Map<InterfaceKey, List<Neighbour>> seen = new HashMap<>();
    for (NeighbourSighting sighting : topology.sightings()) {
      if (!sighting.source().isInferred()) {
        sighting
            .local()
            .interfaceKey()
            .ifPresent(
                port ->
                    seen.computeIfAbsent(port, p -> new ArrayList<>())
                        .add(neighbour(sighting, devices)));
      }
    }
    byPort = seen;
  }

  private static Neighbour neighbour(NeighbourSighting sighting, KnownDevices devices) {
    Announcement announced = sighting.announced();
    DeviceType type =
        sighting
            .remote()
            .node()
            .flatMap(devices::device)
            .map(known -> known.facts().type())
            .orElse(DeviceType.UNKNOWN);
    String name = announced.name().isEmpty() ? sighting.remote().device() : announced.name();
    return new Neighbour(
        name,
        announced.portDescription().isEmpty() ? announced.portId() : announced.portDescription(),
        announced.platform(),
        announced.capabilities(),
        announced.medClass(),
        type);
  }
}
