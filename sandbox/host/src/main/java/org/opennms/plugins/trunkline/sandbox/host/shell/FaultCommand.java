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
import org.opennms.plugins.trunkline.sandbox.host.faults.Fault;

/** {@code sandbox:fault}: switches faults on and off; without arguments shows them. */
@Service
@Command(scope = "sandbox", name = "fault", description = "Shows or switches faults of the host")
public final class FaultCommand implements Action {

  @Argument(name = "fault", description = "A fault, or off for none")
  @Completion(
      value = StringsCompleter.class,
      values = {
        "kv-slow",
        "kv-fail",
        "scv-fail",
        "drop-events",
        "send-fail",
        "listener-queue",
        "listener-hang",
        "off"
      })
  private String fault;

  @Argument(index = 1, name = "value", description = "An amount such as 5s or 10, or off")
  private String value;

  @Reference private SandboxHost host;
  @Reference private Session session;

  @Override
  public Object execute() {
    if ("off".equals(fault)) {
      host.faults().off();
    } else if (fault != null) {
      change();
    }
    session.getConsole().println("Faults: " + host.faults());
    return null;
  }

  private void change() {
    Fault chosen =
        Fault.byLabel(fault)
            .orElseThrow(() -> new IllegalArgumentException("there is no fault '" + fault + "'"));
    if ("off".equals(value)) {
      host.faults().off(chosen);
    } else {
      host.faults().on(chosen, value);
    }
  }
}
