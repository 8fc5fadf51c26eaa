package org.opennms.plugins.trunkline.shell;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.opennms.plugins.trunkline.operations.BaselineDesk;
import org.opennms.plugins.trunkline.operations.OperationException;

/** Leaves a bad period out of what is normal. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "baseline-exclude",
    description = "Leaves a bad period out and learns the interface anew without it")
public final class BaselineExcludeCommand extends PortAction {
  @Argument(index = 2, name = "options", multiValued = true, description = "Options, here as well")
  List<String> trailing;

  @Option(name = "--from", description = "Begin, for example 2026-11-20T08:00:00Z")
  String from;

  @Option(name = "--to", description = "End, likewise")
  String to;

  @Reference(optional = true)
  BaselineDesk desk;

  @Override
  public Object execute() throws Exception {
    TrailingOptions.apply(this, trailing);
    Instant begin = Values.instant("--from", from);
    Instant end = Values.instant("--to", to);
    try {
      Refusal.unlessPresent(desk, "baseline").exclude(node, ifName, begin, end);
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
    Screen.of(session)
        .line(
            Printable.text(node + " " + ifName)
                + ": learned anew without "
                + begin
                + " to "
                + end
                + "; opennms-trunkline:baseline shows how far it is");
    return null;
  }
}
