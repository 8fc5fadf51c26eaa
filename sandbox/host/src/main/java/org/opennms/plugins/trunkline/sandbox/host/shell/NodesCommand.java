package org.opennms.plugins.trunkline.sandbox.host.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.plugins.trunkline.sandbox.host.SandboxHost;

/** {@code sandbox:nodes}: the nodes with their ids. */
@Service
@Command(scope = "sandbox", name = "nodes", description = "Lists the host's nodes")
public final class NodesCommand implements Action {

  @Reference private SandboxHost host;
  @Reference private Session session;

  @Override
  public Object execute() {
    host.refreshNodes();
    ShellTable table = new ShellTable();
    table.column("Id").alignRight();
    table.column("Label");
    table.column("Location");
    table.column("Foreign source");
    table.column("Foreign id");
    table.column("Address");
    table.column("Interfaces").alignRight();
    for (Node node : host.nodes().nodes()) {
      table
          .addRow()
          .addContent(
              node.getId(),
              node.getLabel(),
              node.getLocation(),
              node.getForeignSource(),
              node.getForeignId(),
              node.getIpInterfaces().stream()
                  .findFirst()
                  .map(ip -> ip.getIpAddress().getHostAddress())
                  .orElse(""),
              node.getSnmpInterfaces().size());
    }
    table.print(session.getConsole());
    return null;
  }
}
