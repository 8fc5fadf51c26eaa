package org.opennms.plugins.trunkline.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.DiscoveryControl;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;

/** Lists the last discovery runs; cancels one. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "discovery-runs",
    description = "Lists the last discovery runs, newest first; cancels one")
public final class DiscoveryRunsCommand implements Action {
  @Option(name = "--cancel", description = "Cancel the run with this id")
  @Completion(RunCompleter.class)
  String cancel;

  @Reference Session session;

  @Reference(optional = true)
  DiscoveryControl control;

  @Override
  public Object execute() throws Exception {
    Refusal.unlessPresent(control, "discovery");
    Screen screen = Screen.of(session);
    if (cancel != null) {
      if (!control.cancel(cancel)) {
        throw Refusal.of(
            "No run '" + cancel + "' is under way.",
            "opennms-trunkline:discovery-runs lists the last ones.");
      }
      screen.line(Printable.text(cancel) + " is cancelled; what it has read so far stays.");
      return null;
    }
    list(screen, control.runs());
    return null;
  }

  private static void list(Screen screen, List<DiscoveryRun> runs) {
    if (runs.isEmpty()) {
      screen.line("Nothing was discovered yet; opennms-trunkline:discover does.");
      return;
    }
    Table table =
        new Table()
            .column("Run")
            .flexible("Of")
            .column("State")
            .column("By")
            .column("Started")
            .number("Devices")
            .number("Failed")
            .flexible("Message");
    for (DiscoveryRun run : runs) {
      table.row(
          run.id(),
          RunText.scope(run),
          Values.spelled(run.state()),
          run.trigger(),
          run.started(),
          run.total() - run.remaining() + "/" + run.total(),
          run.failed(),
          Printable.orDash(run.message()));
    }
    table.print(screen);
  }
}
