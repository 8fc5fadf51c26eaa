package org.opennms.plugins.trunkline.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.SnmpDesk;
import org.opennms.plugins.trunkline.operations.SnmpDesk.TableRow;

/** Reads a table of a device. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "snmp-table",
    description = "Reads a table from a node by SNMP, a row per index")
public final class SnmpTableCommand implements Action {
  private static final String LIMIT = "1000";

  @Argument(index = 0, name = "node", required = true, description = "Node label, id or FS:FID")
  @Completion(NodeCompleter.class)
  String node;

  @Argument(index = 1, name = "table", required = true, description = "Name of a table or column")
  String name;

  @Argument(index = 2, name = "options", multiValued = true, description = "Options, here as well")
  List<String> trailing;

  @Option(name = "--limit", description = "At most so many rows; 1000 by default")
  String limit = LIMIT;

  @Option(name = "--format", description = "text, json or csv")
  @Completion(FormatCompleter.class)
  String format;

  @Reference Session session;

  @Reference(optional = true)
  SnmpDesk desk;

  @Override
  public Object execute() throws Exception {
    TrailingOptions.apply(this, trailing);
    Format chosen = Format.of(format);
    SnmpDesk.Table table = read(Values.count("--limit", limit));
    Screen screen = Screen.of(session);
    if (chosen != Format.TEXT) {
      records(screen, chosen, table);
    } else if (table.rows().isEmpty()) {
      screen.line("The device has no rows there.");
    } else {
      text(screen, table);
    }
    SnmpOutput.judge(screen, chosen, table.ending());
    return null;
  }

  private SnmpDesk.Table read(int most) throws Exception {
    try {
      return Refusal.unlessPresent(desk, "SNMP engine")
          .table(node, name, Math.min(most, SnmpDesk.MOST_ROWS));
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
  }

  private static void text(Screen screen, SnmpDesk.Table table) {
    Table printed = new Table().column("Index");
    table.columns().forEach(printed::flexible);
    table.rows().forEach(row -> printed.row(cells(row).toArray()));
    printed.print(screen);
  }

  private static void records(Screen screen, Format chosen, SnmpDesk.Table table) {
    List<String> columns = new ArrayList<>(List.of("index"));
    columns.addAll(table.columns());
    Records records = new Records(screen, chosen, columns);
    table.rows().forEach(row -> records.row(cells(row)));
    records.end();
  }

  private static List<String> cells(TableRow row) {
    List<String> cells = new ArrayList<>(List.of(row.index()));
    cells.addAll(row.cells());
    return cells;
  }
}
