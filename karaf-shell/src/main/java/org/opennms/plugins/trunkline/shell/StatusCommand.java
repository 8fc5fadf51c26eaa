package org.opennms.plugins.trunkline.shell;

import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.StatusBoard;

/** How Trunkline is, part by part. */
@Service
@Command(scope = "opennms-trunkline", name = "status", description = "Shows how Trunkline is")
public final class StatusCommand implements Action {
  @Reference Session session;

  @Reference(optional = true)
  StatusBoard board;

  @Reference(optional = true)
  InterfaceDirectory directory;

  @Override
  public Object execute() throws Exception {
    StatusBoard.Status status = Refusal.unlessPresent(board, "status").status();
    Screen screen = Screen.of(session);
    screen.line(
        "Trunkline "
            + Printable.text(status.version())
            + " on host "
            + Printable.orDash(status.hostVersion())
            + ", up "
            + Spans.text(status.uptime()));
    screen.line("Configuration: " + Printable.text(status.configuration()));
    if (directory != null) {
      totals(screen, directory.summary());
    }
    screen.line("");
    Table table = new Table().column("Part").column("State").flexible("Detail");
    for (StatusBoard.Part part : status.parts()) {
      table.row(part.name(), part.state().name().toLowerCase(Locale.ROOT), part.detail());
    }
    table.print(screen);
    return null;
  }

  private static void totals(Screen screen, InterfaceDirectory.Summary totals) {
    screen.line(
        String.format(
            Locale.ROOT,
            "Known: %d interfaces of %d nodes; %d critical, %d monitored%s, %d stale",
            totals.interfaces(),
            totals.nodes(),
            totals.critical(),
            totals.monitored(),
            totals.monitoredCapReached() ? " (the cap is reached)" : "",
            totals.stale()));
    screen.line("Last discovery: " + Times.text(totals.lastDiscovery(), "never"));
  }
}
