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
import org.opennms.plugins.trunkline.operations.SnmpControl;

/** Sends a trap or an inform to a node. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "snmp-notify",
    description = "Sends a notification to a node by SNMP, with its configured credentials")
public final class SnmpNotifyCommand implements Action {
  private static final String TRAP_PORT = "162";
  private static final int LAST_PORT = 65_535;

  @Argument(index = 0, name = "node", required = true, description = "Node label, id or FS:FID")
  @Completion(NodeCompleter.class)
  String node;

  @Argument(index = 1, name = "name", required = true, description = "Name of a notification")
  String name;

  @Argument(
      index = 2,
      name = "assignment",
      multiValued = true,
      description = "NAME=VALUE of each of its objects; options behind them as well")
  List<String> words;

  @Option(name = "--inform", description = "Repeats it until the receiver confirms it")
  boolean inform;

  @Option(name = "--port", description = "UDP port of the receiver; 162 by default")
  String port = TRAP_PORT;

  @Reference Session session;

  @Reference(optional = true)
  SnmpControl control;

  @Override
  public Object execute() throws Exception {
    List<String> given = words == null ? List.of() : words;
    int objects = 0;
    while (objects < given.size() && !given.get(objects).startsWith("--")) {
      objects++;
    }
    TrailingOptions.apply(this, given.subList(objects, given.size()));
    int number = Values.count("--port", port);
    if (number > LAST_PORT) {
      throw Refusal.of("--port is '" + port + "'.", "Give a number from 1 to " + LAST_PORT + ".");
    }
    SnmpControl.Message message =
        new SnmpControl.Message(name, given.subList(0, objects), inform, number);
    try {
      String to = Refusal.unlessPresent(control, "SNMP engine").notify(node, message);
      Screen.of(session)
          .line(inform ? to + " confirmed it." : "Sent to " + to + "; nobody confirms a trap.");
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
    return null;
  }
}
