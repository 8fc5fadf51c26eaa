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

/** {@code sandbox:traps on|off}: whether the simulated network sends traps to this host. */
@Service
@Command(
    scope = "sandbox",
    name = "traps",
    description = "Lets the simulated network send linkDown and linkUp traps to this host, or not")
public final class TrapsCommand implements Action {

  @Argument(name = "on|off", description = "Whether", required = true)
  @Completion(
      value = StringsCompleter.class,
      values = {"on", "off"})
  private String wanted;

  @Reference private SandboxHost host;
  @Reference private Session session;

  @Override
  public Object execute() {
    String receiver =
        switch (wanted) {
          case "on" -> "127.0.0.1:" + host.trapd().port();
          case "off" -> "off";
          default -> throw new IllegalArgumentException(wanted + " is neither on nor off");
        };
    session.getConsole().println(NetworkControl.tell("traps " + receiver));
    return null;
  }
}
