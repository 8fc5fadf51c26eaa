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
import org.opennms.plugins.trunkline.operations.MibDesk;
import org.opennms.plugins.trunkline.operations.OperationException;

/** What a name or an OID stands for. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "mib-lookup",
    description = "Shows what a MIB name or an OID stands for")
public final class MibLookupCommand implements Action {
  private static final List<String> COLUMNS =
      List.of("name", "oid", "kind", "syntax", "access", "units", "index", "labels");

  @Argument(index = 0, name = "name", required = true, description = "Name or OID")
  String name;

  @Argument(index = 1, name = "options", multiValued = true, description = "Options, here as well")
  List<String> trailing;

  @Option(name = "--format", description = "text, json or csv")
  @Completion(FormatCompleter.class)
  String format;

  @Reference Session session;

  @Reference(optional = true)
  MibDesk desk;

  @Override
  public Object execute() throws Exception {
    TrailingOptions.apply(this, trailing);
    Format chosen = Format.of(format);
    List<String> cells = cells(lookup());
    Screen screen = Screen.of(session);
    if (chosen == Format.TEXT) {
      text(screen, cells);
    } else {
      Records records = new Records(screen, chosen, COLUMNS);
      records.row(cells);
      records.end();
    }
    return null;
  }

  private MibDesk.Entry lookup() throws Exception {
    try {
      return Refusal.unlessPresent(desk, "MIB library").lookup(name);
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
  }

  private static void text(Screen screen, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        screen.line(String.format("%-8s %s", COLUMNS.get(i), Printable.text(cells.get(i))));
      }
    }
  }

  private static List<String> cells(MibDesk.Entry entry) {
    return List.of(
        entry.name(),
        entry.oid(),
        entry.kind(),
        entry.syntax(),
        entry.access(),
        entry.units(),
        String.join(", ", entry.index()),
        String.join(", ", entry.labels()));
  }
}
