package org.opennms.plugins.trunkline.sandbox.host.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code sandbox:restore}: a fault of the simulated network. */
@Service
@Command(
    scope = "sandbox",
    name = "restore",
    description = "Heals an interface: up, usual traffic, no errors, neighbour visible")
public final class RestoreCommand implements Action {

  @Argument(index = 0, name = "node", description = "Label of a node", required = true)
  private String node;

  @Argument(index = 1, name = "port", description = "ifName or ifIndex", required = true)
  private String port;

  @Reference private Session session;

  @Override
  public Object execute() {
    session
        .getConsole()
        .println(NetworkControl.tell("restore " + NetworkControl.words(node, port)));
    return null;
  }
}
