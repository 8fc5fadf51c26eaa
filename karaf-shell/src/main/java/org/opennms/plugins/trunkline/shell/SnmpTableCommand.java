package org.opennms.plugins.trunkline.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.SnmpDesk;
import org.opennms.plugins.trunkline.operations.SnmpDesk.TableRow;

/** Reads a table, or one of its columns. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "snmp-table",
    description = "Reads a table from a node by SNMP, a row per index")
public final class SnmpTableCommand extends SnmpRowsCommand {
  @Override
  String usualLimit() {
    return "1000";
  }

  @Override
  void print(Screen screen, Format chosen, int most) throws Exception {
    SnmpDesk.Table table = read(most);
    if (chosen != Format.TEXT) {
      records(screen, chosen, table);
    } else if (table.rows().isEmpty()) {
      screen.line("The device has no rows there.");
    } else {
      text(screen, table);
    }
    SnmpOutput.judge(screen, chosen, table.ending());
  }

  private SnmpDesk.Table read(int most) throws Exception {
    try {
      return desk.table(node, name, Math.min(most, SnmpDesk.MOST_ROWS));
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
