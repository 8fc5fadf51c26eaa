package org.opennms.plugins.trunkline.sandbox.host.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code sandbox:spike}: more traffic than usual, or less, for a time. */
@Service
@Command(
    scope = "sandbox",
    name = "spike",
    description = "Multiplies the usual traffic of an interface for a time")
public final class SpikeCommand implements Action {

  @Argument(index = 0, name = "node", description = "Label of a node", required = true)
  private String node;

  @Argument(index = 1, name = "port", description = "ifName or ifIndex", required = true)
  private String port;

  @Argument(index = 2, name = "factor", description = "0 for nothing at all", required = true)
  private double factor;

  @Argument(index = 3, name = "seconds", description = "How long; an hour unless given")
  private int seconds = 3600;

  @Reference private Session session;

  @Override
  public Object execute() {
    String line = "spike " + NetworkControl.words(node, port) + " " + factor + " " + seconds;
    session.getConsole().println(NetworkControl.tell(line));
    return null;
  }
}
