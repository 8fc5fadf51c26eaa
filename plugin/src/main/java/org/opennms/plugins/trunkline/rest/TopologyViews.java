package org.opennms.plugins.trunkline.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkMismatch;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.NeighbourSighting;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.Orphan;
import org.opennms.plugins.trunkline.model.Reason;
import org.opennms.plugins.trunkline.operations.TopologyDirectory;

/** JSON of the topology; the OpenAPI document says what each field means. Null is left out. */
final class TopologyViews {
  private TopologyViews() {}

  /** All of it. */
  record Whole(
      List<Node> nodes, List<Edge> edges, List<OrphanItem> orphans, Totals totals, String updated) {
    static Whole of(TopologyDirectory.Topology topology) {
      List<Edge> edges = TopologyViews.edges(topology.edges());
      return new Whole(
          topology.nodes().stream().map(Node::of).toList(),
          edges,
          topology.orphans().stream().map(OrphanItem::of).toList(),
          new Totals(
              topology.nodes().size(),
              topology.connected(),
              topology.orphans().size(),
              edges.size()),
          topology.at().toString());
    }
  }

  /** How many there are. */
  record Totals(int nodes, long connected, int orphans, int links) {}

  /** One node's surroundings. */
  record Around(Node node, List<Edge> edges, List<Seen> neighbors) {
    static Around of(TopologyDirectory.Neighbourhood around) {
      return new Around(
          Node.of(around.node()),
          TopologyViews.edges(around.edges()),
          around.sightings().stream().map(Seen::of).toList());
    }
  }

  /** The orphans alone. */
  record OrphanList(int total, List<OrphanItem> orphans) {
    static OrphanList of(TopologyDirectory.Topology topology) {
      return new OrphanList(
          topology.orphans().size(), topology.orphans().stream().map(OrphanItem::of).toList());
    }
  }

  /** A node. */
  record Node(
      String id,
      @JsonProperty("node_id") int nodeId,
      String name,
      @JsonProperty("device_type") String deviceType,
      @JsonProperty("ip_address") String ipAddress,
      int links) {
    static Node of(TopologyDirectory.NodeView view) {
      return new Node(
          view.device().key().text(),
          view.device().nodeId(),
          view.device().label(),
          view.facts().type().spelling(),
          view.device().address().map(InetAddress::getHostAddress).orElse(null),
          view.links());
    }
  }

  /** A link between two nodes. */
  record Edge(
      String id,
      String source,
      String target,
      @JsonProperty("source_interface") String sourceInterface,
      @JsonProperty("target_interface") String targetInterface,
      @JsonProperty("interface_type") String interfaceType,
      String provider,
      Long speed,
      String state,
      double confidence,
      List<String> protocols,
      List<Difference> mismatches,
      @JsonProperty("first_seen") String firstSeen,
      @JsonProperty("last_seen") String lastSeen) {
    static Edge of(TopologyDirectory.Edge edge) {
      Link link = edge.link();
      List<KnownInterface> ports = Stream.of(edge.a(), edge.b()).flatMap(Optional::stream).toList();
      return new Edge(
          link.key().id(),
          key(link.a()),
          key(link.b()),
          text(link.a().port()),
          text(link.b().port()),
          ports.stream().map(p -> p.classification().role().spelling()).findFirst().orElse(null),
          ports.stream()
              .flatMap(p -> p.classification().provider().stream())
              .findFirst()
              .orElse(null),
          speed(ports),
          link.state().spelling(),
          rounded(link.confidence()),
          link.sources().stream().map(LinkSource::spelling).toList(),
          link.mismatches().stream().map(Difference::of).toList(),
          link.firstSeen().toString(),
          link.lastSeen().toString());
    }

    // A link is as fast as its slower end.
    private static Long speed(List<KnownInterface> ports) {
      return ports.stream()
          .map(p -> p.networkInterface().speed())
          .filter(s -> s > 0)
          .min(Long::compare)
          .orElse(null);
    }
  }

  /** What is set differently. */
  record Difference(String kind, String source, String target) {
    static Difference of(LinkMismatch mismatch) {
      return new Difference(mismatch.kind().spelling(), mismatch.a(), mismatch.b());
    }
  }

  /** A neighbour that is no node. */
  record OrphanItem(
      String id,
      @JsonProperty("neighbor_name") String neighborName,
      @JsonProperty("chassis_id") String chassisId,
      String platform,
      List<String> addresses,
      @JsonProperty("seen_from") List<From> seenFrom,
      List<String> candidates,
      @JsonProperty("first_seen") String firstSeen,
      @JsonProperty("last_seen") String lastSeen) {
    static OrphanItem of(Orphan orphan) {
      return new OrphanItem(
          orphan.id(),
          orphan.label(),
          text(orphan.announced().chassisId()),
          text(orphan.announced().platform()),
          orphan.announced().addresses(),
          orphan.seenFrom().stream().map(From::of).toList(),
          orphan.candidates().stream().map(NodeKey::text).toList(),
          orphan.firstSeen().toString(),
          orphan.lastSeen().toString());
    }
  }

  /** Where an orphan is seen. */
  record From(
      String node,
      @JsonProperty("interface") String port,
      String protocol,
      @JsonProperty("neighbor_port") String neighborPort) {
    static From of(Orphan.SeenFrom from) {
      return new From(
          from.local().device(),
          from.local().port(),
          from.source().spelling(),
          text(from.remotePort()));
    }
  }

  /** A neighbour as a port sees it. */
  record Seen(
      @JsonProperty("interface") String port,
      String protocol,
      @JsonProperty("neighbor_name") String neighborName,
      @JsonProperty("chassis_id") String chassisId,
      @JsonProperty("neighbor_port") String neighborPort,
      String mapping,
      String neighbor,
      String orphan,
      List<String> candidates,
      double confidence,
      List<Why> reasons,
      @JsonProperty("first_seen") String firstSeen,
      @JsonProperty("last_seen") String lastSeen) {
    static Seen of(NeighbourSighting s) {
      String port = s.remote().port().isEmpty() ? s.announced().portId() : s.remote().port();
      return new Seen(
          s.local().port(),
          s.source().spelling(),
          text(s.announced().name()),
          text(s.announced().chassisId()),
          text(port),
          InterfaceRow.spelled(s.mapping()),
          s.remote().node().map(NodeKey::text).orElse(null),
          text(s.remote().orphan()),
          s.candidates().stream().map(NodeKey::text).toList(),
          rounded(s.confidence()),
          s.reasons().stream().map(Why::of).toList(),
          s.firstSeen().toString(),
          s.lastSeen().toString());
    }
  }

  /** One piece of evidence. */
  record Why(String evidence, String says, double weight) {
    static Why of(Reason reason) {
      return new Why(reason.evidence(), reason.says(), reason.weight());
    }
  }

  private static List<Edge> edges(List<TopologyDirectory.Edge> edges) {
    return edges.stream().filter(e -> e.link().isBetweenNodes()).map(Edge::of).toList();
  }

  private static String key(LinkEnd end) {
    return end.node().map(NodeKey::text).orElse("");
  }

  private static String text(String value) {
    return value.isEmpty() ? null : value;
  }

  private static double rounded(double confidence) {
    return Math.round(confidence * 1000) / 1000.0;
  }
}
