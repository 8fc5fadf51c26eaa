package org.opennms.plugins.trunkline.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.SnmpControl;

/** Changes objects of a device, all or none, where its profile allows that. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "snmp-set",
    description = "Sets objects of a node by SNMP, where its profile says allowSet: true")
public final class SnmpSetCommand implements Action {
  @Argument(index = 0, name = "node", required = true, description = "Node label, id or FS:FID")
  @Completion(NodeCompleter.class)
  String node;

  @Argument(
      index = 1,
      name = "assignment",
      required = true,
      multiValued = true,
      description = "NAME=VALUE or NAME:TYPE=VALUE")
  List<String> assignments;

  @Reference Session session;

  @Reference(optional = true)
  SnmpControl control;

  @Override
  public Object execute() throws Exception {
    String by = Optional.ofNullable(session.get("USER")).map(Object::toString).orElse("shell");
    SnmpOutput output = new SnmpOutput(Screen.of(session), Format.TEXT);
    try {
      Refusal.unlessPresent(control, "SNMP engine").set(node, assignments, by).forEach(output::row);
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
    return null;
  }
}
