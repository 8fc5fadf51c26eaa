package org.opennms.plugins.trunkline.shell;

import java.time.Instant;
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
import org.opennms.plugins.trunkline.operations.TopologyControl;
import org.opennms.plugins.trunkline.operations.TopologyControl.Refresh;

/** Has neighbours read now, and shows how it goes. Interrupting it lets the run go on. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "topology-refresh",
    description = "Reads the neighbours of one node, or of all that are known")
public final class TopologyRefreshCommand implements Action {
  private static final long LOOK_EVERY_MILLIS = 250;

  @Argument(index = 0, name = "node", description = "Node label, id or FS:FID; all without it")
  @Completion(NodeCompleter.class)
  String node;

  @Argument(index = 1, name = "options", multiValued = true, description = "Options, here as well")
  List<String> trailing;

  @Option(name = "--detach", description = "Only start it; topology shows what comes of it")
  boolean detach;

  @Reference Session session;

  @Reference(optional = true)
  TopologyControl control;

  @Override
  public Object execute() throws Exception {
    TrailingOptions.apply(this, trailing);
    Refusal.unlessPresent(control, "topology");
    Screen screen = Screen.of(session);
    Refresh run = begin();
    screen.line("Reading the neighbours of " + run.total() + " nodes.");
    if (detach) {
      return null;
    }
    Refresh over = watch(screen, run);
    over.failures().forEach(f -> screen.line("Failed, " + Printable.text(f)));
    screen.line(progress(over) + "; " + Spans.text(over.took(Instant.now())));
    if (over.failed() > 0 && over.read() == 0) {
      throw Refusal.of(
          "No neighbours could be read.",
          "Check the reasons above, then the credentials: opennms-trunkline:config-check.");
    }
    return null;
  }

  private Refresh begin() throws CommandException {
    if (node == null) {
      return control.refresh();
    }
    return control.refresh(node).orElseThrow(() -> LinkText.unknownNode(node));
  }

  private Refresh watch(Screen screen, Refresh begun) throws InterruptedException {
    Refresh run = begun;
    while (run.isRunning()) {
      screen.rewrite(progress(run));
      Thread.sleep(LOOK_EVERY_MILLIS);
      run = control.run(begun.id()).orElse(run);
    }
    screen.rewrite("");
    return run;
  }

  private static String progress(Refresh run) {
    return run.read() + " of " + run.total() + " read, " + run.failed() + " failed";
  }
}
