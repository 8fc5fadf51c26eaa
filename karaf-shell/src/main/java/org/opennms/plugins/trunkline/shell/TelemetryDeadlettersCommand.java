package org.opennms.plugins.trunkline.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.TelemetryDesk;

/** What receivers refused for good. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "telemetry-deadletters",
    description = "Lists envelopes that receivers refused for good; sends them again, forgets them")
public final class TelemetryDeadlettersCommand implements Action {
  private static final int ROWS = 50;
  private static final String ALL = "all";

  @Option(name = "--retry", description = "Send this one again, or all")
  String retry;

  @Option(name = "--purge", description = "Forget this one, or all")
  String purge;

  @Option(name = "--limit", description = "At most so many; 50 by default")
  String limit;

  @Reference Session session;

  @Reference(optional = true)
  TelemetryDesk desk;

  @Override
  public Object execute() throws Exception {
    TelemetryDesk telemetry = Refusal.unlessPresent(desk, "telemetry");
    Screen screen = Screen.of(session);
    try {
      if (retry != null) {
        screen.line(telemetry.retry(ids("--retry", retry)) + " are sent again.");
      } else if (purge != null) {
        screen.line(telemetry.purge(ids("--purge", purge)) + " are forgotten.");
      } else {
        list(screen, telemetry.deadLetters(limit == null ? ROWS : Values.count("--limit", limit)));
      }
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
    return null;
  }

  private static List<Long> ids(String option, String text) throws CommandException {
    if (text.equals(ALL)) {
      return List.of();
    }
    if (!text.matches("\\d{1,18}")) {
      throw Refusal.of(
          option + ": '" + text + "' is no dead letter.",
          "Give an id that opennms-trunkline:telemetry-deadletters lists, or all.");
    }
    return List.of(Long.valueOf(text));
  }

  private static void list(Screen screen, List<TelemetryDesk.Letter> letters) {
    if (letters.isEmpty()) {
      screen.line("No receiver has refused anything.");
      return;
    }
    Table table =
        new Table()
            .number("Id")
            .column("Transport")
            .column("Refused at")
            .number("Envelope")
            .flexible("Device")
            .number("Bytes")
            .flexible("Reason");
    for (TelemetryDesk.Letter letter : letters) {
      table.row(
          letter.id(),
          letter.transport(),
          letter.at(),
          letter.sequence(),
          letter.device(),
          letter.bytes(),
          Printable.orDash(letter.reason()));
    }
    table.print(screen);
  }
}
