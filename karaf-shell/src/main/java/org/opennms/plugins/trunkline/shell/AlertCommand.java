package org.opennms.plugins.trunkline.shell;

import java.util.Locale;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.operations.AlertDesk;

/** All that is known of one alert. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "alert",
    description = "Shows an alert: what, why, and what happened to it")
public final class AlertCommand implements Action {
  @Argument(index = 0, name = "number", required = true, description = "The alert's number")
  @Completion(AlertCompleter.class)
  String id;

  @Reference Session session;

  @Reference(optional = true)
  AlertDesk desk;

  @Override
  public Object execute() throws Exception {
    AlertDesk alerts = Refusal.unlessPresent(desk, "alerts");
    Alert alert =
        alerts
            .get(number())
            .orElseThrow(
                () ->
                    Refusal.of(
                        "There is no alert " + id + ".",
                        "opennms-trunkline:alerts lists the open ones, --history those that are"
                            + " over."));
    print(Screen.of(session), alert);
    return null;
  }

  private long number() throws CommandException {
    if (!id.matches("\\d{1,18}")) {
      throw Refusal.of("'" + id + "' is no number.", "Give an alert's id, for example 12.");
    }
    return Long.parseLong(id);
  }

  private static void print(Screen screen, Alert alert) {
    screen.line(Printable.text(alert.text()));
    screen.line("");
    Table facts = new Table().column("What").flexible("Value");
    facts.row("state", alert.state().name().toLowerCase(Locale.ROOT));
    facts.row("severity", alert.severity().spelling());
    facts.row("rule", alert.rule());
    facts.row("since", alert.since());
    alert.clearedAt().ifPresent(c -> facts.row("cleared", c));
    new TreeMap<>(alert.facts())
        .forEach(
            (name, value) -> {
              if (!name.equals("what")) {
                facts.row(name, value);
              }
            });
    alert.reasons().forEach(r -> facts.row("reason", r));
    facts.print(screen);
    screen.line("");
    Table timeline = new Table().column("At").flexible("What happened");
    alert.timeline().forEach(e -> timeline.row(e.at(), e.what()));
    timeline.print(screen);
  }
}
