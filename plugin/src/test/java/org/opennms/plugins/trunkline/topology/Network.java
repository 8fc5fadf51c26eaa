package org.opennms.plugins.trunkline.topology;

import java.util.Arrays;
import java.util.List;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.NeighbourSighting;

/** Agents that were all asked, and what came of it. */
final class Network {
  private Network() {}

  static TopologySnapshot of(Agent... agents) {
    NetworkTopology topology = new NetworkTopology();
    topology.acceptAll(Arrays.stream(agents).map(Agent::report).toList());
    return topology.snapshot();
  }

  /** {@code net:a/Gi0/1 -- net:b/Gi0/2 confirmed}, sorted. */
  static List<String> links(TopologySnapshot topology) {
    return topology.links().stream().map(Network::text).toList();
  }

  static List<String> links(Agent... agents) {
    return links(of(agents));
  }

  static String text(Link link) {
    return link.key() + " " + link.state().spelling();
  }

  static NeighbourSighting only(TopologySnapshot topology) {
    if (topology.sightings().size() != 1) {
      throw new AssertionError("not one sighting: " + topology.sightings());
    }
    return topology.sightings().get(0);
  }
}
