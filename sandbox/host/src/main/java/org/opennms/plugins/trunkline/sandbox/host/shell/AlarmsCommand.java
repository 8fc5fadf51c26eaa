package org.opennms.plugins.trunkline.sandbox.host.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opennms.plugins.trunkline.sandbox.host.SandboxHost;
import org.opennms.plugins.trunkline.sandbox.host.alarms.AlarmRow;
import org.opennms.plugins.trunkline.sandbox.host.alarms.AlarmView;
import org.opennms.plugins.trunkline.sandbox.host.storage.Json;

/** {@code sandbox:alarms}: the alarm list, as a table or as JSON for tests. */
@Service
@Command(scope = "sandbox", name = "alarms", description = "Lists the alarms, oldest first")
public final class AlarmsCommand implements Action {

  @Option(name = "--json", description = "Every field, one JSON array")
  private boolean json;

  @Reference private SandboxHost host;
  @Reference private Session session;

  @Override
  public Object execute() {
    List<AlarmRow> alarms = host.alarmd().store().all();
    if (json) {
      session.getConsole().println(Json.write(alarms.stream().map(AlarmView::of).toList()));
    } else {
      print(alarms);
    }
    return null;
  }

  private void print(List<AlarmRow> alarms) {
    ShellTable table = new ShellTable();
    table.column("Id").alignRight();
    table.column("Severity");
    table.column("Type");
    table.column("Node").alignRight();
    table.column("Count").alignRight();
    table.column("Acknowledged");
    table.column("Last event");
    table.column("Reduction key");
    table.column("Message");
    for (AlarmRow alarm : alarms) {
      table
          .addRow()
          .addContent(
              alarm.id(),
              alarm.severity(),
              alarm.type(),
              alarm.nodeId(),
              alarm.counter(),
              alarm.ackUser(),
              alarm.lastEventTime(),
              alarm.reductionKey(),
              alarm.logMessage());
    }
    table.print(session.getConsole());
  }
}
