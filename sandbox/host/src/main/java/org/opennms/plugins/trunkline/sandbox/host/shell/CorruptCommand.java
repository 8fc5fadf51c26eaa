package org.opennms.plugins.trunkline.sandbox.host.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code sandbox:corrupt}: a fault of the simulated network. */
@Service
@Command(
    scope = "sandbox",
    name = "corrupt",
    description = "Breaks a share of the packets that an interface receives")
public final class CorruptCommand implements Action {

  @Argument(index = 0, name = "node", description = "Label of a node", required = true)
  private String node;

  @Argument(index = 1, name = "port", description = "ifName or ifIndex", required = true)
  private String port;

  @Argument(index = 2, name = "ratio", description = "0 to 1", required = true)
  private double ratio;

  @Reference private Session session;

  @Override
  public Object execute() {
    session
        .getConsole()
        .println(NetworkControl.tell("errors " + NetworkControl.words(node, port) + " " + ratio));
    return null;
  }
}
