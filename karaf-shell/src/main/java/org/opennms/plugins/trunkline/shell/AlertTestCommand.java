package org.opennms.plugins.trunkline.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.AlertDesk;

/** Lets an operator see whether alerts arrive. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "alert-test",
    description = "Sends a marked test alert, and its clear half a minute later")
public final class AlertTestCommand implements Action {
  @Reference Session session;

  @Reference(optional = true)
  AlertDesk desk;

  @Override
  public Object execute() throws Exception {
    long id = Refusal.unlessPresent(desk, "alerts").test();
    Screen.of(session)
        .line(
            "Test alert "
                + id
                + " is on its way to the host's alarm list; it clears by itself in half a minute.");
    return null;
  }
}
