package org.opennms.plugins.trunkline.lab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.model.Announcement;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.NeighbourSighting;
import org.opennms.plugins.trunkline.model.NeighbourSighting.Mapping;
import org.opennms.plugins.trunkline.topology.Port;
import org.opennms.plugins.trunkline.topology.TopologySnapshot;

/** What devices hear, before it is folded into links: in the neighbours' own words. */
final class AnnouncedNeighbours {
  private static final Set<String> STANDARD =
      Set.of(LinkSource.LLDP.spelling(), LinkSource.CDP.spelling());

  private final TopologySnapshot topology;
  private final Map<InterfaceKey, Port> ports = new HashMap<>();
  private final Map<String, String> orphanNames = new HashMap<>();

  AnnouncedNeighbours(TopologySnapshot topology) {
    this.topology = topology;
    topology.nodes().forEach(node -> node.ports().forEach(p -> ports.put(p.key(), p)));
    topology.orphans().forEach(o -> orphanNames.put(o.id(), o.announced().name()));
  }

  /**
   * In the order of devices, protocols and ports.
   *
   * @param protocols which; empty for LLDP and CDP
   */
  List<Adjacency> of(Set<String> protocols) {
    Set<String> wanted = protocols.isEmpty() ? STANDARD : protocols;
    return topology.sightings().stream()
        .filter(s -> s.source().isAnnouncement())
        .filter(s -> wanted.contains(s.source().spelling()))
        .map(this::adjacency)
        .distinct()
        .toList();
  }

  private Adjacency adjacency(NeighbourSighting sighting) {
    Announcement said = sighting.announced();
    return new Adjacency(
        sighting.source().spelling(),
        sighting.local().device(),
        portName(sighting),
        target(sighting),
        said.portId().isEmpty() ? said.portDescription() : said.portId());
  }

  /** The protocol's own id of the port: LLDP's local port id, CDP's interface. */
  private String portName(NeighbourSighting sighting) {
    LinkEnd end = sighting.local();
    Port port = end.interfaceKey().map(ports::get).orElse(null);
    if (port == null) {
      return end.port();
    }
    String announced = sighting.source() == LinkSource.LLDP ? port.lldp().id().value() : "";
    return firstOf(announced, port.ifName(), port.ifDescr(), end.port());
  }

  /** A node by its id; a stranger as it calls itself. */
  private String target(NeighbourSighting sighting) {
    if (sighting.mapping() == Mapping.NODE || sighting.mapping() == Mapping.OURSELVES) {
      return sighting.remote().device();
    }
    Announcement said = sighting.announced();
    // CDP's device id is the name, unless it is a MAC address.
    boolean hasNamingId = sighting.source() == LinkSource.CDP && said.chassisId().indexOf(':') < 0;
    return firstOf(
        hasNamingId ? said.chassisId() : said.name(),
        orphanNames.getOrDefault(sighting.remote().orphan(), ""),
        said.chassisId(),
        sighting.remote().device());
  }

  private static String firstOf(String... texts) {
    return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
  }
}
