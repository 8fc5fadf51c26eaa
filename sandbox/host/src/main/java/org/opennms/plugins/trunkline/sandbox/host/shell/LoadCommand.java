package org.opennms.plugins.trunkline.sandbox.host.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code sandbox:load}: a fault of the simulated network. */
@Service
@Command(
    scope = "sandbox",
    name = "load",
    description = "Loads an interface of the simulated network")
public final class LoadCommand implements Action {

  @Argument(index = 0, name = "node", description = "Label of a node", required = true)
  private String node;

  @Argument(index = 1, name = "port", description = "ifName or ifIndex", required = true)
  private String port;

  @Argument(
      index = 2,
      name = "percent",
      description = "A share of its speed, 0 to 100",
      required = true)
  private double percent;

  @Reference private Session session;

  @Override
  public Object execute() {
    session
        .getConsole()
        .println(NetworkControl.tell("load " + NetworkControl.words(node, port) + " " + percent));
    return null;
  }
}
