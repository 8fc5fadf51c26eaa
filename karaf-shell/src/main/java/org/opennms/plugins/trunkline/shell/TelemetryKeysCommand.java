package org.opennms.plugins.trunkline.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.TelemetryDesk;

/** The public keys that receivers need. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "telemetry-keys",
    description = "Shows the public keys that receivers need; makes a new key")
public final class TelemetryKeysCommand implements Action {
  @Option(
      name = "--rotate",
      description = "Make a new key and announce it, signed with the old one")
  boolean rotate;

  @Reference Session session;

  @Reference(optional = true)
  TelemetryDesk desk;

  @Override
  public Object execute() throws Exception {
    TelemetryDesk telemetry = Refusal.unlessPresent(desk, "telemetry");
    Screen screen = Screen.of(session);
    try {
      if (rotate) {
        screen.line("Key " + telemetry.rotateKey() + " is made and announced to receivers.");
      }
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
    TelemetryDesk.Keys keys =
        telemetry
            .status()
            .keys()
            .orElseThrow(
                () ->
                    Refusal.of(
                        "Telemetry is not exported, so there is no key.",
                        "Name a receiver in etc/trunkline/telemetry.yaml."));
    screen.line("In force: " + keys.id() + ", published in " + Printable.orDash(keys.file()));
    screen.line(keys.publicKey().strip());
    keys.nextFrom()
        .ifPresent(
            from -> {
              screen.line("To come: " + keys.nextId() + ", signs from " + from);
              screen.line(keys.nextPublicKey().strip());
            });
    return null;
  }
}
