package org.opennms.plugins.trunkline.sandbox.host.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.opennms.plugins.trunkline.sandbox.host.SandboxHost;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.DatabaseEventConf;

/** {@code sandbox:eventconf UEI enable|disable}: edits a stored definition as an operator does. */
@Service
@Command(
    scope = "sandbox",
    name = "eventconf",
    description = "Enables or disables a stored event definition")
public final class EventConfCommand implements Action {

  @Argument(name = "uei", description = "Which definition", required = true)
  private String uei;

  @Argument(index = 1, name = "action", description = "enable or disable", required = true)
  @Completion(
      value = StringsCompleter.class,
      values = {"enable", "disable"})
  private String action;

  @Reference private SandboxHost host;
  @Reference private Session session;

  @Override
  public Object execute() {
    if (!(host.eventConf() instanceof DatabaseEventConf stored)) {
      throw new IllegalStateException("definitions are stored only with eventconf.mode = database");
    }
    if (!action.equals("enable") && !action.equals("disable")) {
      throw new IllegalArgumentException("'" + action + "' is neither enable nor disable");
    }
    int rows = stored.setEnabled(uei, action.equals("enable"));
    session.getConsole().println(rows + " definitions: " + action);
    return null;
  }
}
