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
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.SnmpDesk;

/** Reads all below a name, and prints rows as they come. Interrupting it ends the walk. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "snmp-walk",
    description = "Reads everything below a name from a node by SNMP")
public final class SnmpWalkCommand implements Action {
  private static final String LIMIT = "10000";

  @Argument(index = 0, name = "node", required = true, description = "Node label, id or FS:FID")
  @Completion(NodeCompleter.class)
  String node;

  @Argument(index = 1, name = "name", required = true, description = "Name or OID")
  String name;

  @Argument(index = 2, name = "options", multiValued = true, description = "Options, here as well")
  List<String> trailing;

  @Option(name = "--limit", description = "At most so many rows; 10000 by default")
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
    int most = Values.count("--limit", limit);
    Refusal.unlessPresent(desk, "SNMP engine");
    Screen screen = Screen.of(session);
    SnmpDesk.Ending ending = walk(new SnmpOutput(screen, chosen), most);
    SnmpOutput.judge(screen, chosen, ending);
    if (ending.rows() == 0 && chosen == Format.TEXT) {
      screen.line("The device has nothing there.");
    }
    return null;
  }

  private SnmpDesk.Ending walk(SnmpOutput output, int most) throws Exception {
    try {
      return desk.walk(node, name, most, output::row);
    } catch (OperationException e) {
      throw Refusal.of(e);
    } finally {
      output.end();
    }
  }
}
