package org.opennms.plugins.trunkline.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.Reason;
import org.opennms.plugins.trunkline.operations.TopologyDirectory;
import org.opennms.plugins.trunkline.operations.TopologyDirectory.Edge;

/** One link, or those at a port, with the evidence. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "link",
    description = "Shows one link, or those at a port, and why they are believed")
public final class LinkCommand implements Action {
  @Argument(
      index = 0,
      name = "link",
      required = true,
      description = "Its id as links shows it, or the beginning of it; or a node")
  @Completion(LinkCompleter.class)
  String id;

  @Argument(index = 1, name = "ifName", description = "A port of that node")
  @Completion(InterfaceNameCompleter.class)
  String ifName;

  @Reference Session session;

  @Reference(optional = true)
  TopologyDirectory directory;

  @Override
  public Object execute() throws Exception {
    TopologyDirectory topology = Refusal.unlessPresent(directory, "topology");
    Screen screen = Screen.of(session);
    if (ifName == null) {
      print(screen, byId(topology));
    } else {
      for (Edge edge : atPort(topology)) {
        print(screen, edge);
      }
    }
    return null;
  }

  private Edge byId(TopologyDirectory topology) throws CommandException {
    return topology
        .link(id)
        .orElseThrow(
            () ->
                Refusal.of(
                    "There is no link '" + id + "', or several begin so.",
                    "opennms-trunkline:links shows the ids; a node and a port do, too."));
  }

  private List<Edge> atPort(TopologyDirectory topology) throws CommandException {
    TopologyDirectory.Neighbourhood around =
        topology.around(id).orElseThrow(() -> LinkText.unknownNode(id));
    NodeKey node = around.node().device().key();
    List<Edge> found =
        around.edges().stream()
            .filter(e -> isAt(node, e.link().a(), e.a()) || isAt(node, e.link().b(), e.b()))
            .toList();
    if (found.isEmpty()) {
      throw Refusal.of(
          "No link is known at '" + ifName + "' of " + around.node().device().label() + ".",
          "opennms-trunkline:neighbors shows what its ports see.");
    }
    return found;
  }

  private boolean isAt(NodeKey node, LinkEnd end, Optional<KnownInterface> port) {
    boolean named = end.interfaceKey().filter(k -> isName(k.name())).isPresent();
    boolean known =
        port.map(KnownInterface::networkInterface)
            .filter(i -> isName(i.ifName()) || isName(i.ifDescr()))
            .isPresent();
    return end.node().filter(node::equals).isPresent() && (named || known);
  }

  private boolean isName(String name) {
    return name.equalsIgnoreCase(ifName);
  }

  private static void print(Screen screen, Edge edge) {
    Link link = edge.link();
    screen.line("Link " + link.key().id() + ": " + link.state().spelling());
    end(screen, "From:        ", link.a(), edge.a());
    end(screen, "To:          ", link.b(), edge.b());
    screen.line("Confidence:  " + LinkText.percent(link.confidence()));
    screen.line("Told by:     " + LinkText.sources(link));
    link.mismatches()
        .forEach(m -> screen.line("Differs:     " + Printable.text(LinkText.differs(m))));
    screen.line("First seen:  " + Times.text(link.firstSeen()));
    screen.line("Last seen:   " + Times.text(link.lastSeen()));
    if (!link.reasons().isEmpty()) {
      screen.line("Reasons:");
      Table table = new Table().number("Weight").column("Evidence").flexible("Says");
      for (Reason reason : link.reasons()) {
        table.row(
            String.format(Locale.ROOT, "%+.1f", reason.weight()), reason.evidence(), reason.says());
      }
      table.print(screen);
    }
  }

  private static void end(
      Screen screen, String title, LinkEnd end, Optional<KnownInterface> known) {
    String aggregate = end.aggregate().map(k -> ", member of " + k.name()).orElse("");
    String orphan = end.isNode() ? "" : ", orphan " + end.orphan();
    String facts =
        known
            .map(
                k ->
                    ", "
                        + k.classification().role().spelling()
                        + ", "
                        + BitRate.format(k.networkInterface().speed()))
            .orElse("");
    screen.line(title + Printable.text(LinkText.end(end) + facts + aggregate + orphan));
  }
}
