package org.opennms.plugins.trunkline.sandbox.host.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opennms.plugins.trunkline.sandbox.host.SandboxHost;
import org.opennms.plugins.trunkline.sandbox.host.events.EventStore;

/** {@code sandbox:events}: the newest stored events. */
@Service
@Command(scope = "sandbox", name = "events", description = "Lists stored events, newest first")
public final class EventsCommand implements Action {

  @Option(name = "-n", aliases = "--limit", description = "How many")
  private int limit = 20;

  @Reference private SandboxHost host;
  @Reference private Session session;

  @Override
  public Object execute() {
    ShellTable table = new ShellTable();
    table.column("Id").alignRight();
    table.column("Time");
    table.column("Severity");
    table.column("Node").alignRight();
    table.column("UEI");
    table.column("Message");
    for (EventStore.Line event : host.events().newest(limit)) {
      table
          .addRow()
          .addContent(
              event.id(),
              event.time(),
              event.severity(),
              event.nodeId(),
              event.uei(),
              event.logMessage());
    }
    table.print(session.getConsole());
    return null;
  }
}
