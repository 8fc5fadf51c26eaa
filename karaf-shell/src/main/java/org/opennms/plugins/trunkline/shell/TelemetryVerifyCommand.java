package org.opennms.plugins.trunkline.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.TelemetryDesk;

/** Checks files of envelopes. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "telemetry-verify",
    description = "Checks signatures, order and gaps of a file or directory of envelopes")
public final class TelemetryVerifyCommand implements Action {
  @Argument(
      index = 0,
      name = "file",
      required = true,
      description = "A file of envelopes or a directory of them, on the server")
  String file;

  @Reference Session session;

  @Reference(optional = true)
  TelemetryDesk desk;

  @Override
  public Object execute() throws Exception {
    TelemetryDesk telemetry = Refusal.unlessPresent(desk, "telemetry");
    Screen screen = Screen.of(session);
    try {
      TelemetryDesk.Verification found = telemetry.verify(file);
      found.findings().forEach(f -> screen.line(Printable.text(f)));
      String total = found.envelopes() + " envelopes, signed by us";
      if (!found.whole()) {
        throw Refusal.of(
            found.envelopes() + " envelopes are not all as we left them.",
            "The lines above say where; docs/telemetry.md says what they mean.");
      }
      screen.line(total + " and whole.");
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
    return null;
  }
}
