package org.opennms.plugins.trunkline.shell;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;
import org.opennms.plugins.trunkline.operations.JsonRendering;

/** Lists the known interfaces. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "interfaces",
    description = "Lists interfaces with their role and provider")
public final class InterfacesCommand implements Action {
  @Option(name = "--role", description = "Only this role")
  @Completion(RoleCompleter.class)
  String role;

  @Option(name = "--provider", description = "Only providers whose name contains this")
  @Completion(ProviderCompleter.class)
  String provider;

  @Option(
      name = "--node",
      description = "Only nodes whose label contains this; or an id, or FS:FID")
  @Completion(NodeCompleter.class)
  String node;

  @Option(name = "--critical", description = "Only critical ones; --critical=false: only others")
  Boolean critical;

  @Option(name = "--stale", description = "Only stale ones; --stale=false: only others")
  Boolean stale;

  @Option(name = "--monitored", description = "Only monitored ones; --monitored=false: only others")
  Boolean monitored;

  @Option(name = "--text", description = "Only where ifName, ifAlias or ifDescr contains this")
  String text;

  @Option(name = "--limit", description = "At most so many; all by default")
  String limit;

  @Option(name = "--json", description = "As JSON, one interface a line, as REST has it")
  boolean json;

  @Reference Session session;

  @Reference(optional = true)
  InterfaceDirectory directory;

  @Reference(optional = true)
  JsonRendering rendering;

  @Override
  public Object execute() throws Exception {
    List<KnownInterface> found =
        Refusal.unlessPresent(directory, "list of interfaces").find(filter());
    List<KnownInterface> shown =
        limit == null
            ? found
            : found.subList(0, Math.min(found.size(), Values.count("--limit", limit)));
    Screen screen = Screen.of(session);
    if (json) {
      printJson(screen, shown);
    } else if (shown.isEmpty()) {
      screen.line("No interface matches; opennms-trunkline:status says how many are known.");
    } else {
      printTable(screen, shown);
      screen.line(shown.size() + " of " + found.size() + " interfaces");
    }
    return null;
  }

  private InterfaceFilter filter() throws CommandException {
    return new InterfaceFilter(
        role == null ? Optional.empty() : Optional.of(Values.role(role)),
        Optional.ofNullable(provider),
        Optional.ofNullable(node),
        Optional.ofNullable(critical),
        Optional.ofNullable(stale),
        Optional.ofNullable(monitored),
        Optional.ofNullable(text));
  }

  private void printJson(Screen screen, List<KnownInterface> shown) throws CommandException {
    JsonRendering shapes = Refusal.unlessPresent(rendering, "JSON rendering");
    screen.line("[");
    for (Iterator<KnownInterface> each = shown.iterator(); each.hasNext(); ) {
      screen.line(shapes.row(each.next()) + (each.hasNext() ? "," : ""));
    }
    screen.line("]");
  }

  private static void printTable(Screen screen, List<KnownInterface> shown) {
    Table table =
        new Table()
            .flexible("Node")
            .flexible("Interface")
            .column("Role")
            .column("Flags")
            .flexible("Alias")
            .flexible("Provider")
            .column("Status")
            .number("Speed");
    for (KnownInterface each : shown) {
      table.row(
          each.device().label(),
          each.key().name(),
          each.classification().role().spelling(),
          flags(each),
          Printable.orDash(each.networkInterface().ifAlias()),
          Printable.orDash(each.classification().provider()),
          Values.spelled(each.networkInterface().operStatus()),
          BitRate.format(each.networkInterface().speed()));
    }
    table.print(screen);
  }

  /** C critical, M monitored, O overridden, S stale. */
  private static String flags(KnownInterface known) {
    String flags =
        (known.classification().critical() ? "C" : "")
            + (known.monitored() ? "M" : "")
            + (known.override().isPresent() ? "O" : "")
            + (known.stale() ? "S" : "");
    return Printable.orDash(flags);
  }
}
