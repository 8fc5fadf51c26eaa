package org.opennms.plugins.trunkline.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.operations.TopologyDirectory;
import org.opennms.plugins.trunkline.operations.TopologyDirectory.Edge;

/** Totals of the topology, or all of it. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "topology",
    description = "Counts nodes, links and orphans, or exports all of them")
public final class TopologyCommand implements Action {
  @Option(name = "--format", description = "json, dot or csv; totals without it")
  @Completion(
      value = StringsCompleter.class,
      values = {"json", "dot", "csv"})
  String format;

  @Reference Session session;

  @Reference(optional = true)
  TopologyDirectory directory;

  @Override
  public Object execute() throws Exception {
    TopologyDirectory topology = Refusal.unlessPresent(directory, "topology");
    Screen screen = Screen.of(session);
    if (format == null) {
      totals(screen, topology.topology());
      return null;
    }
    TopologyDirectory.Format as =
        TopologyDirectory.Format.parse(format)
            .orElseThrow(
                () ->
                    Refusal.of(
                        "--format is '" + format + "'.",
                        "Give " + TopologyDirectory.Format.spellings() + "."));
    screen.out().print(topology.export(as));
    return null;
  }

  private static void totals(Screen screen, TopologyDirectory.Topology topology) {
    long links = topology.edges().stream().map(Edge::link).filter(Link::isBetweenNodes).count();
    screen.line(
        topology.nodes().size()
            + " nodes, "
            + topology.connected()
            + " connected; "
            + links
            + " links, "
            + topology.orphans().size()
            + " orphans");
    Table table = new Table().column("State").number("Links");
    for (LinkState state : LinkState.values()) {
      table.row(
          state.spelling(),
          topology.edges().stream()
              .map(Edge::link)
              .filter(l -> l.isBetweenNodes() && l.state() == state)
              .count());
    }
    table.print(screen);
  }
}
