package org.opennms.plugins.trunkline.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.TelemetryDesk;

/** Goes on sending telemetry. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "telemetry-resume",
    description = "Goes on sending telemetry, at once also after a failure")
public final class TelemetryResumeCommand implements Action {
  @Argument(index = 0, name = "name", description = "A transport; all without it")
  String name;

  @Reference Session session;

  @Reference(optional = true)
  TelemetryDesk desk;

  @Override
  public Object execute() throws Exception {
    TelemetryDesk telemetry = Refusal.unlessPresent(desk, "telemetry");
    try {
      for (String each : telemetry.resume(Optional.ofNullable(name))) {
        Screen.of(session).line(Printable.text(each) + " goes on.");
      }
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
    return null;
  }
}
