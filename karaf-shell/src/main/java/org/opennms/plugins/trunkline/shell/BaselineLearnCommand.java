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
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.BaselineDesk;
import org.opennms.plugins.trunkline.operations.BaselineDesk.Learning;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.OperationException;

/** Learns from the weeks that the host has stored. Interrupting it leaves the run to go on. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "baseline-learn",
    description = "Learns baselines from the host's stored history, of one interface or of all")
public final class BaselineLearnCommand implements Action {
  private static final long LOOK_EVERY_MILLIS = 250;

  @Argument(index = 0, name = "node", description = "Node label, id or FS:FID; all without it")
  @Completion(NodeCompleter.class)
  String node;

  @Argument(index = 1, name = "ifName", description = "Name, ifName, ifDescr or ifIndex")
  @Completion(InterfaceNameCompleter.class)
  String ifName;

  @Argument(index = 2, name = "options", multiValued = true, description = "Options, here as well")
  List<String> trailing;

  @Option(name = "--detach", description = "Only start it")
  boolean detach;

  @Reference Session session;

  @Reference(optional = true)
  InterfaceDirectory directory;

  @Reference(optional = true)
  BaselineDesk desk;

  @Override
  public Object execute() throws Exception {
    TrailingOptions.apply(this, trailing);
    BaselineDesk baselines = Refusal.unlessPresent(desk, "baseline");
    Screen screen = Screen.of(session);
    try {
      int count = baselines.learn(wanted());
      String what = count == 1 ? "one interface" : count + " interfaces";
      screen.line("Learning " + what + " from the host's history.");
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
    if (detach) {
      return null;
    }
    Learning over = watch(screen, baselines);
    screen.line(words(over) + (over.message().isEmpty() ? "" : ". " + over.message()));
    return null;
  }

  private Optional<InterfaceKey> wanted() throws CommandException {
    if (node == null) {
      return Optional.empty();
    }
    if (ifName == null) {
      throw Refusal.of(
          "Node '" + node + "' is given without an interface.",
          "Give NODE and IFNAME, or neither for all monitored interfaces.");
    }
    return Optional.of(
        Refusal.unlessPresent(directory, "list of interfaces")
            .get(node, ifName)
            .map(KnownInterface::key)
            .orElseThrow(() -> Refusal.unknownInterface(node, ifName)));
  }

  private static Learning watch(Screen screen, BaselineDesk baselines) {
    Learning now = baselines.learning();
    try {
      while (now.running()) {
        screen.rewrite(words(now));
        Thread.sleep(LOOK_EVERY_MILLIS);
        now = baselines.learning();
        screen.rewrite("");
      }
    } catch (InterruptedException e) {
      // Ctrl-C ends the watching; the run goes on.
      return now;
    }
    return now;
  }

  private static String words(Learning learning) {
    return String.format(
        "%d of %d interfaces learned from %d samples in %s, %d without history",
        learning.done(),
        learning.total(),
        learning.samples(),
        Spans.text(learning.elapsed()),
        learning.absent());
  }
}
