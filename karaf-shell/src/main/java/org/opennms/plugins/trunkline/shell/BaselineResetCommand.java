package org.opennms.plugins.trunkline.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.opennms.plugins.trunkline.operations.BaselineDesk;
import org.opennms.plugins.trunkline.operations.OperationException;

/** Forgets what was learned of an interface. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "baseline-reset",
    description = "Forgets what was learned of an interface; learning begins anew")
public final class BaselineResetCommand extends PortAction {
  @Reference(optional = true)
  BaselineDesk desk;

  @Override
  public Object execute() throws Exception {
    try {
      Refusal.unlessPresent(desk, "baseline").reset(node, ifName);
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
    Screen.of(session)
        .line(Printable.text(node + " " + ifName) + ": forgotten; learning begins anew");
    return null;
  }
}
