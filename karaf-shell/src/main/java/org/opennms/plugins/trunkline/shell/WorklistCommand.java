package org.opennms.plugins.trunkline.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.WorkLists;

/** What an operator should look at. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "worklist",
    description = "Shows what to look at: doubtful and changed interfaces")
public final class WorklistCommand implements Action {
  private static final int ROWS = 50;

  @Argument(index = 0, name = "list", description = "Which list; how long each is without it")
  @Completion(
      value = StringsCompleter.class,
      values = {"unclassified", "low-confidence", "conflicts", "changed"})
  String list;

  @Argument(index = 1, name = "options", multiValued = true, description = "Options, here as well")
  List<String> trailing;

  @Option(name = "--limit", description = "At most so many; 50 by default")
  String limit;

  @Reference Session session;

  @Reference(optional = true)
  WorkLists lists;

  @Override
  public Object execute() throws Exception {
    TrailingOptions.apply(this, trailing);
    WorkLists work = Refusal.unlessPresent(lists, "work lists");
    Screen screen = Screen.of(session);
    if (list == null) {
      printTotals(screen, work);
      return null;
    }
    WorkLists.Kind kind = kind();
    WorkLists.Listing listing = work.list(kind);
    int rows = limit == null ? ROWS : Values.count("--limit", limit);
    List<WorkLists.Item> shown = listing.items().stream().limit(rows).toList();
    if (!shown.isEmpty()) {
      (kind == WorkLists.Kind.CHANGED ? changes(shown) : doubts(shown)).print(screen);
    }
    screen.line(shown.size() + " of " + listing.items().size());
    if (listing.forgotten() > 0) {
      screen.line(listing.forgotten() + " more changes were too many to be kept.");
    }
    return null;
  }

  private WorkLists.Kind kind() throws CommandException {
    return WorkLists.Kind.parse(list)
        .orElseThrow(
            () ->
                Refusal.of(
                    "'" + list + "' is no work list.",
                    "Give one of " + WorkLists.Kind.spellings() + "."));
  }

  private static void printTotals(Screen screen, WorkLists work) {
    Table table = new Table().column("List").number("Interfaces");
    for (WorkLists.Kind kind : WorkLists.Kind.values()) {
      table.row(kind.spelling(), work.list(kind).items().size());
    }
    table.print(screen);
  }

  private static Table doubts(List<WorkLists.Item> items) {
    Table table =
        new Table()
            .flexible("Node")
            .flexible("Interface")
            .column("Role")
            .number("Confidence")
            .column("Or rather")
            .flexible("Alias")
            .flexible("Provider");
    for (WorkLists.Item item : items) {
      KnownInterface known = item.known();
      table.row(
          known.device().label(),
          known.key().name(),
          known.classification().role().spelling(),
          Math.round(known.classification().confidence() * 100) + " %",
          rival(known),
          Printable.orDash(known.networkInterface().ifAlias()),
          Printable.orDash(known.classification().provider()));
    }
    return table;
  }

  private static String rival(KnownInterface known) {
    return known.judgement().rivalScore() > 0 ? known.judgement().rival().spelling() : "-";
  }

  private static Table changes(List<WorkLists.Item> items) {
    Table table =
        new Table()
            .column("At")
            .flexible("Node")
            .flexible("Interface")
            .flexible("Was")
            .flexible("Became");
    for (WorkLists.Item item : items) {
      WorkLists.Change change = item.change().orElseThrow();
      table.row(
          change.at(),
          item.known().device().label(),
          item.known().key().name(),
          words(change.roleBefore(), change.providerBefore()),
          words(change.roleAfter(), change.providerAfter()));
    }
    return table;
  }

  private static String words(InterfaceRole role, Optional<String> provider) {
    return role.spelling() + provider.map(p -> " " + p).orElse("");
  }
}
