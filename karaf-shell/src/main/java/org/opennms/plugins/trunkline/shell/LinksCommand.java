package org.opennms.plugins.trunkline.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.operations.TopologyDirectory;
import org.opennms.plugins.trunkline.operations.TopologyDirectory.Edge;

/** Lists links. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "links",
    description = "Lists links between nodes, and how well each is attested")
public final class LinksCommand implements Action {
  @Argument(index = 0, name = "node", description = "Only links of this node: label, id or FS:FID")
  @Completion(NodeCompleter.class)
  String node;

  @Argument(index = 1, name = "options", multiValued = true, description = "Options, here as well")
  List<String> trailing;

  @Option(name = "--state", description = "Only this state, for example confirmed or one-sided")
  @Completion(LinkStateCompleter.class)
  String state;

  @Option(name = "--mismatch", description = "Only where the two ends are set differently")
  boolean mismatch;

  @Option(name = "--all", description = "Also links to neighbours that are no node")
  boolean all;

  @Option(name = "--limit", description = "At most so many; all by default")
  String limit;

  @Option(name = "--format", description = "text, json or csv")
  @Completion(FormatCompleter.class)
  String format;

  @Reference Session session;

  @Reference(optional = true)
  TopologyDirectory directory;

  @Override
  public Object execute() throws Exception {
    TrailingOptions.apply(this, trailing);
    List<Edge> found = found();
    int most = limit == null ? Integer.MAX_VALUE : Values.count("--limit", limit);
    List<Edge> shown = found.stream().limit(most).toList();
    Screen screen = Screen.of(session);
    Format as = Format.of(format);
    if (as != Format.TEXT) {
      LinkText.records(screen, as, shown);
      return null;
    }
    if (!shown.isEmpty()) {
      LinkText.table(shown).print(screen);
    }
    screen.line(shown.size() + " of " + found.size() + " links");
    return null;
  }

  private List<Edge> found() throws CommandException {
    TopologyDirectory topology = Refusal.unlessPresent(directory, "topology");
    List<Edge> edges =
        node == null
            ? topology.topology().edges()
            : topology
                .around(node)
                .map(TopologyDirectory.Neighbourhood::edges)
                .orElseThrow(() -> LinkText.unknownNode(node));
    LinkState wanted = state == null ? null : LinkText.state(state);
    return edges.stream()
        .filter(e -> all || e.link().isBetweenNodes())
        .filter(e -> wanted == null || e.link().state() == wanted)
        .filter(e -> !mismatch || !e.link().mismatches().isEmpty())
        .toList();
  }
}
