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
import org.apache.karaf.shell.support.CommandException;
import org.opennms.plugins.trunkline.operations.DiscoveryControl;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;
import org.opennms.plugins.trunkline.operations.DiscoveryRun.State;
import org.opennms.plugins.trunkline.operations.OperationException;

/** Discovers one node or all, and shows how it goes. Interrupting it cancels the run. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "discover",
    description = "Reads the interfaces of one node, or of all that the configuration selects")
public final class DiscoverCommand implements Action {
  private static final long LOOK_EVERY_MILLIS = 250;

  @Argument(index = 0, name = "node", description = "Node label, id or FS:FID; all without it")
  @Completion(NodeCompleter.class)
  String node;

  @Argument(index = 1, name = "options", multiValued = true, description = "Options, here as well")
  List<String> trailing;

  @Option(name = "--detach", description = "Only start it; discovery-runs shows how it goes")
  boolean detach;

  @Reference Session session;

  @Reference(optional = true)
  DiscoveryControl control;

  @Override
  public Object execute() throws Exception {
    TrailingOptions.apply(this, trailing);
    Refusal.unlessPresent(control, "discovery");
    Screen screen = Screen.of(session);
    DiscoveryRun run = begin();
    screen.line("Discovery " + Printable.text(run.id() + " of " + RunText.scope(run)) + " runs.");
    if (detach) {
      screen.line("opennms-trunkline:discovery-runs shows how it goes.");
      return null;
    }
    DiscoveryRun over = watch(screen, run);
    RunText.summary(screen, over);
    judge(over);
    return null;
  }

  private DiscoveryRun begin() throws CommandException {
    try {
      return start();
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
  }

  private DiscoveryRun start() throws CommandException {
    if (node == null) {
      return control.discoverAll();
    }
    return control
        .discover(node)
        .orElseThrow(
            () ->
                Refusal.of(
                    "The host has no node '" + node + "'.",
                    "Give the node's label, id or FS:FID as the host shows them."));
  }

  private DiscoveryRun watch(Screen screen, DiscoveryRun begun) throws CommandException {
    DiscoveryRun run = begun;
    try {
      while (run.state() == State.RUNNING) {
        screen.rewrite(RunText.progress(run));
        Thread.sleep(LOOK_EVERY_MILLIS);
        run = look(begun.id());
      }
    } catch (InterruptedException e) {
      // Ctrl-C. What is printed from here on must not meet an interrupted thread.
      control.cancel(begun.id());
      run = look(begun.id());
    }
    screen.rewrite("");
    return run;
  }

  private DiscoveryRun look(String id) throws CommandException {
    return control
        .run(id)
        .orElseThrow(
            () ->
                Refusal.of(
                    "Run " + id + " is no longer known.",
                    "opennms-trunkline:discovery-runs lists the last ones."));
  }

  private static void judge(DiscoveryRun run) throws CommandException {
    String name = "Discovery " + run.id();
    switch (run.state()) {
      case CANCELLED ->
          throw Refusal.of(
              name + " was cancelled; what it has read so far stays.",
              "opennms-trunkline:discover starts it anew.");
      case FAILED -> throw Refusal.of(name + " failed.", "The reason stands above and in the log.");
      case DONE, RUNNING -> {
        if (run.failed() > 0 && run.complete() + run.unchanged() == 0) {
          throw Refusal.of(
              name + " could read nothing.",
              "Check the reasons above, then the credentials: opennms-trunkline:config-check.");
        }
      }
    }
  }
}
