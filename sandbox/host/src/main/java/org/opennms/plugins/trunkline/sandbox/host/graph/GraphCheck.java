package org.opennms.plugins.trunkline.sandbox.host.graph;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.opennms.integration.api.v1.graph.Edge;
import org.opennms.integration.api.v1.graph.Graph;
import org.opennms.integration.api.v1.graph.GraphContainer;
import org.opennms.integration.api.v1.graph.GraphContainerInfo;
import org.opennms.integration.api.v1.graph.GraphInfo;
import org.opennms.integration.api.v1.graph.Vertex;

/** What Horizon's own graph classes demand when a plugin's graph is copied into them. */
final class GraphCheck {

  private GraphCheck() {}

  /** Throws {@link IllegalStateException} with the first contradiction. */
  static void check(GraphContainerInfo info, GraphContainer container) {
    demand(info.getContainerId().equals(container.getId()), "the container has another id");
    Set<String> announced = namespaces(info);
    Set<String> given =
        container.getGraphs().stream()
            .map(GraphInfo::getNamespace)
            .collect(Collectors.toCollection(TreeSet::new));
    demand(announced.equals(given), "announced are " + announced + ", given are " + given);
    container.getGraphs().forEach(GraphCheck::check);
  }

  private static Set<String> namespaces(GraphContainerInfo info) {
    return info.getGraphInfos().stream()
        .map(GraphInfo::getNamespace)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void check(Graph graph) {
    Set<String> ids = new HashSet<>();
    for (Vertex vertex : graph.getVertices()) {
      demand(graph.getNamespace().equals(vertex.getNamespace()), "a vertex of another namespace");
      demand(isText(vertex.getId()) && ids.add(vertex.getId()), "vertex id " + vertex.getId());
      check(vertex.getProperties());
    }
    Set<String> edges = new HashSet<>();
    for (Edge edge : graph.getEdges()) {
      demand(graph.getNamespace().equals(edge.getNamespace()), "an edge of another namespace");
      demand(isText(edge.getId()) && edges.add(edge.getId()), "edge id " + edge.getId());
      demand(ids.contains(edge.getSource().getId()), "no vertex " + edge.getSource().getId());
      demand(ids.contains(edge.getTarget().getId()), "no vertex " + edge.getTarget().getId());
      check(edge.getProperties());
    }
  }

  private static void check(Map<String, Object> properties) {
    properties.forEach(
        (key, value) ->
            demand(value instanceof Serializable, "property " + key + " cannot be serialized"));
  }

  private static boolean isText(String text) {
    return text != null && !text.isBlank();
  }

  private static void demand(boolean met, String otherwise) {
    if (!met) {
      throw new IllegalStateException("The graph is not usable: " + otherwise);
    }
  }
}
