package org.opennms.plugins.trunkline.topology;

import java.util.TreeMap;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;

/** The topology for Graphviz. The same topology gives the same bytes. Stateless. */
public final class TopologyGraph {
  private TopologyGraph() {}

  /**
   * An undirected graph: nodes as boxes, orphans dashed, a line per link with the ports at its
   * ends; inferred links dotted, conflicting ones red. Every name is quoted: a neighbour may call
   * itself anything.
   */
  public static String dot(TopologySnapshot topology) {
    StringBuilder dot = new StringBuilder("graph topology {\n  node [shape=box];\n");
    for (TopologyDevice node : topology.nodes()) {
      vertex(dot, node.key().text(), node.label(), "");
    }
    TreeMap<String, String> orphans = new TreeMap<>();
    topology.orphans().forEach(orphan -> orphans.put(orphan.id(), orphan.label()));
    orphans.forEach((id, label) -> vertex(dot, id, label, " style=dashed"));
    topology.links().forEach(link -> edge(dot, link));
    return dot.append("}\n").toString();
  }

  private static void vertex(StringBuilder dot, String id, String label, String style) {
    dot.append("  ").append(quoted(id)).append(" [label=").append(quoted(label));
    dot.append(style).append("];\n");
  }

  private static void edge(StringBuilder dot, Link link) {
    String style =
        switch (link.state()) {
          case MANUAL, CONFIRMED -> "";
          case ONE_SIDED -> " style=dashed";
          case CONFLICTING -> " color=red";
          case INFERRED -> " style=dotted";
        };
    dot.append("  ").append(quoted(id(link.a()))).append(" -- ").append(quoted(id(link.b())));
    dot.append(" [taillabel=").append(quoted(link.a().port()));
    dot.append(" headlabel=").append(quoted(link.b().port()));
    dot.append(style).append("];\n");
  }

  private static String id(LinkEnd end) {
    return end.node().map(Object::toString).orElseGet(end::orphan);
  }

  /** Inside quotes only the quote and the backslash mean something to Graphviz. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
