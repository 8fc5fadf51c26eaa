package org.opennms.plugins.trunkline.sandbox.host.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.sandbox.host.SandboxHost;

/** {@code sandbox:status}: what runs, what is broken on purpose, and what was lost. */
@Service
@Command(scope = "sandbox", name = "status", description = "Settings, faults, queues and losses")
public final class StatusCommand implements Action {

  @Reference private SandboxHost host;
  @Reference private Session session;

  @Override
  public Object execute() {
    var out = session.getConsole();
    out.println("Trunkline's sandbox, a stand-in for OpenNMS Horizon " + host.settings().version());
    out.println("Database:       " + host.settings().database());
    out.println("Nodes:          " + host.nodes().nodes().size());
    out.println("Alarms:         " + host.alarmd().store().count());
    out.println("Faults:         " + host.faults());
    out.println("Events dropped: " + host.eventd().dropped());
    out.println(
        "Traps:          "
            + host.trapd().received()
            + " received, UDP 127.0.0.1:"
            + host.trapd().port());
    out.println("Event listeners referenced: " + host.bus().referencedListeners());
    host.bus()
        .queues()
        .forEach(
            (name, queue) ->
                out.println(
                    "  " + name + ": queued " + queue.queued() + ", lost " + queue.discarded()));
    return null;
  }
}
