package org.opennms.plugins.trunkline.operations;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkBundle;
import org.opennms.plugins.trunkline.model.NeighbourSighting;
import org.opennms.plugins.trunkline.model.Orphan;

/** Who is connected to whom. Answers come from memory; thread-safe. */
public interface TopologyDirectory {
  /** All of it, as it is at one moment. */
  Topology topology();

  /**
   * What is known around one node.
   *
   * @param node node label, numeric id or {@code FS:FID}; an exact label wins
   * @return empty when there is no such node
   */
  Optional<Neighbourhood> around(String node);

  /**
   * One link.
   *
   * @param id the link's short id or the beginning of it, which must belong to one link alone
   */
  Optional<Edge> link(String id);

  /** All of it as text; the same topology gives the same bytes. */
  String export(Format format);

  /**
   * Orphans as CSV (RFC 4180), one line for each that has an address: what it takes to add them to
   * a requisition.
   */
  String requisition();

  /** How a topology is written. */
  enum Format {
    /** For programs. */
    JSON,
    /** For Graphviz. */
    DOT,
    /** For spreadsheets: one line for each link. */
    CSV;

    /** As operators write it. */
    public String spelling() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** From the spelling, in any case. */
    public static Optional<Format> parse(String text) {
      return Arrays.stream(values()).filter(f -> f.spelling().equalsIgnoreCase(text)).findFirst();
    }

    /** All of them, for people. */
    public static String spellings() {
      return Arrays.stream(values()).map(Format::spelling).collect(Collectors.joining(", "));
    }
  }

  /**
   * The topology.
   *
   * @param nodes all nodes with known interfaces, by label; also those without links
   * @param edges by key
   * @param orphans by id
   * @param bundles by their first member
   * @param at when it last changed
   */
  record Topology(
      List<NodeView> nodes,
      List<Edge> edges,
      List<Orphan> orphans,
      List<LinkBundle> bundles,
      Instant at) {
    /** Copies the lists. */
    public Topology {
      nodes = List.copyOf(nodes);
      edges = List.copyOf(edges);
      orphans = List.copyOf(orphans);
      bundles = List.copyOf(bundles);
    }

    /** How many nodes have a link to another node. */
    public long connected() {
      return nodes.stream().filter(n -> n.links() > 0).count();
    }
  }

  /**
   * A node.
   *
   * @param device as the host describes it
   * @param facts what it says of itself
   * @param links to other nodes
   */
  record NodeView(Device device, DeviceFacts facts, int links) {}

  /**
   * A link with what is known of its two ports.
   *
   * @param link the link
   * @param a the port at its first end, where it is known
   * @param b the port at its second end, where it is known
   */
  record Edge(Link link, Optional<KnownInterface> a, Optional<KnownInterface> b) {
    /** Rejects missing parts. */
    public Edge {
      Objects.requireNonNull(link, "link");
      Objects.requireNonNull(a, "a");
      Objects.requireNonNull(b, "b");
    }
  }

  /**
   * What is known around one node.
   *
   * @param node the node
   * @param edges its links, by key; those to orphans as well
   * @param sightings what its ports see, by port
   */
  record Neighbourhood(NodeView node, List<Edge> edges, List<NeighbourSighting> sightings) {
    /** Copies the lists. */
    public Neighbourhood {
      edges = List.copyOf(edges);
      sightings = List.copyOf(sightings);
    }
  }
}
