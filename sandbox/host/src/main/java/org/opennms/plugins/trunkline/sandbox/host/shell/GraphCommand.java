package org.opennms.plugins.trunkline.sandbox.host.shell;

import java.io.PrintStream;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.integration.api.v1.graph.Graph;
import org.opennms.integration.api.v1.graph.GraphContainer;
import org.opennms.integration.api.v1.graph.status.StatusInfo;
import org.opennms.plugins.trunkline.sandbox.host.SandboxHost;
import org.opennms.plugins.trunkline.sandbox.host.graph.Graphs;

/** {@code sandbox:graph}: the graphs of plugins, as the map would get them. */
@Service
@Command(scope = "sandbox", name = "graph", description = "Shows the graphs that plugins provide")
public final class GraphCommand implements Action {

  @Argument(name = "container", description = "Its id; without one, all are listed")
  String container;

  @Reference private SandboxHost host;
  @Reference private Session session;

  @Override
  public Object execute() {
    Graphs graphs = host.graphs();
    PrintStream out = session.getConsole();
    if (container == null) {
      graphs.containers().forEach((id, info) -> out.println(id + ": " + info.getLabel()));
      return null;
    }
    GraphContainer loaded =
        graphs
            .container(container)
            .orElseThrow(
                () -> new IllegalArgumentException("no plugin provides graph '" + container + "'"));
    loaded.getGraphs().forEach(graph -> print(out, graphs, graph));
    out.println("Loaded " + graphs.loads(container) + " times");
    return null;
  }

  private static void print(PrintStream out, Graphs graphs, Graph graph) {
    String namespace = graph.getNamespace();
    out.println(
        "Graph "
            + namespace
            + ": "
            + graph.getVertices().size()
            + " vertices, "
            + graph.getEdges().size()
            + " edges");
    graph
        .getVertices()
        .forEach(
            v ->
                out.println(
                    "vertex "
                        + v.getId()
                        + " "
                        + v.getNodeRef()
                            .map(n -> n.getForeignSource() + ":" + n.getForeignId())
                            .orElse("-")
                        + " "
                        + new TreeMap<>(v.getProperties())
                        + status(graphs.status(namespace, p -> p.calculateStatus(v)))));
    graph
        .getEdges()
        .forEach(
            e ->
                out.println(
                    "edge "
                        + e.getId()
                        + " "
                        + e.getSource().getId()
                        + " -- "
                        + e.getTarget().getId()
                        + " "
                        + new TreeMap<>(e.getProperties())
                        + status(graphs.status(namespace, p -> p.calculateStatus(e)))));
  }

  private static String status(Optional<StatusInfo> status) {
    return status.map(s -> " " + s.getSeverity() + " " + s.getCount()).orElse("");
  }
}
