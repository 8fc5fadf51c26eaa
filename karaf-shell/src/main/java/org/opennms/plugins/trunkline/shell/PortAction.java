package org.opennms.plugins.trunkline.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;

/** A command about one interface, which a node and a name tell. */
abstract class PortAction implements Action {
  @Argument(index = 0, name = "node", required = true, description = "Node label, id or FS:FID")
  @Completion(NodeCompleter.class)
  String node;

  @Argument(
      index = 1,
      name = "ifName",
      required = true,
      description = "Name, ifName, ifDescr or ifIndex")
  @Completion(InterfaceNameCompleter.class)
  String ifName;

  @Reference Session session;
}
