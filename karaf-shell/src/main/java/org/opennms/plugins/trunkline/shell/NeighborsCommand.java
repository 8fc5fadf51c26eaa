package org.opennms.plugins.trunkline.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.model.NeighbourSighting;
import org.opennms.plugins.trunkline.operations.TopologyDirectory;
import org.opennms.plugins.trunkline.operations.TopologyDirectory.Neighbourhood;

/** What the ports of a node see. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "neighbors",
    description = "Shows what the ports of a node see, and who that is")
public final class NeighborsCommand implements Action {
  @Argument(index = 0, name = "node", required = true, description = "Node label, id or FS:FID")
  @Completion(NodeCompleter.class)
  String node;

  @Reference Session session;

  @Reference(optional = true)
  TopologyDirectory directory;

  @Override
  public Object execute() throws Exception {
    Neighbourhood around =
        Refusal.unlessPresent(directory, "topology")
            .around(node)
            .orElseThrow(() -> LinkText.unknownNode(node));
    Screen screen = Screen.of(session);
    Table table =
        new Table()
            .flexible("Port")
            .column("By")
            .flexible("Says it is")
            .flexible("Its port")
            .flexible("Is")
            .number("Conf.")
            .column("Last seen");
    around.sightings().forEach(s -> row(table, s));
    if (!around.sightings().isEmpty()) {
      table.print(screen);
    }
    screen.line(
        around.sightings().size()
            + " neighbours, "
            + around.node().links()
            + " links to other nodes");
    return null;
  }

  private static void row(Table table, NeighbourSighting sighting) {
    table.row(
        sighting.local().port(),
        sighting.source().spelling(),
        said(sighting),
        port(sighting),
        is(sighting),
        LinkText.percent(sighting.confidence()),
        sighting.lastSeen());
  }

  private static String said(NeighbourSighting sighting) {
    String name = sighting.announced().name();
    return Printable.orDash(name.isEmpty() ? sighting.announced().chassisId() : name);
  }

  private static String port(NeighbourSighting sighting) {
    String port = sighting.remote().port();
    return Printable.orDash(port.isEmpty() ? sighting.announced().portId() : port);
  }

  private static String is(NeighbourSighting sighting) {
    return switch (sighting.mapping()) {
      case NODE, BY_OTHER_END -> "node " + sighting.remote().device();
      case ORPHAN -> "orphan " + sighting.remote().orphan();
      case AMBIGUOUS -> "one of " + sighting.candidates().size() + " nodes";
      case OURSELVES -> "says it is this node";
    };
  }
}
