package org.opennms.plugins.trunkline.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.SnmpDesk;

/** What commands have in common that ask one node by SNMP. For one thread. */
abstract class SnmpNodeCommand implements Action {
  @Argument(index = 0, name = "node", required = true, description = "Node label, id or FS:FID")
  @Completion(NodeCompleter.class)
  String node;

  @Reference Session session;

  @Reference(optional = true)
  SnmpDesk desk;
}
