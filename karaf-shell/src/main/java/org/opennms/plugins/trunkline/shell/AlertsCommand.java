package org.opennms.plugins.trunkline.shell;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.operations.AlertDesk;

/** What is wrong now, what was, and what is not raised. */
@Service
@Command(scope = "opennms-trunkline", name = "alerts", description = "Lists alerts")
public final class AlertsCommand implements Action {
  private static final int ROWS = 50;

  @Argument(index = 0, name = "options", multiValued = true, description = "Options")
  List<String> trailing;

  @Option(name = "--history", description = "Those that are over, the newest first")
  boolean history;

  @Option(name = "--suppressed", description = "Those that something else explains")
  boolean suppressed;

  @Option(name = "--limit", description = "At most so many; 50 by default")
  String limit;

  @Reference Session session;

  @Reference(optional = true)
  AlertDesk desk;

  @Override
  public Object execute() throws Exception {
    TrailingOptions.apply(this, trailing);
    AlertDesk alerts = Refusal.unlessPresent(desk, "alerts");
    int rows = limit == null ? ROWS : Values.count("--limit", limit);
    Screen screen = Screen.of(session);
    if (history) {
      over(alerts.history(rows), screen);
    } else if (suppressed) {
      explained(alerts.suppressed(), rows, screen);
    } else {
      open(alerts, rows, screen);
    }
    return null;
  }

  private static void open(AlertDesk alerts, int rows, Screen screen) {
    List<Alert> all = alerts.open();
    if (!all.isEmpty()) {
      Table table =
          new Table()
              .number("Id")
              .column("Severity")
              .column("Since")
              .column("Rule")
              .flexible("What");
      all.stream()
          .limit(rows)
          .forEach(a -> table.row(a.id(), a.severity().spelling(), a.since(), a.rule(), a.text()));
      table.print(screen);
    }
    screen.line(Math.min(rows, all.size()) + " of " + all.size() + " open");
    AlertDesk.Overview now = alerts.overview();
    screen.line(
        List.of(AlertSeverity.values()).stream()
                .map(s -> now.open().getOrDefault(s, 0) + " " + s.spelling())
                .collect(Collectors.joining(", "))
            + "; "
            + now.suppressed()
            + " suppressed, "
            + now.pending()
            + " pending, "
            + now.waiting()
            + " wait to be sent");
    now.countedUntil()
        .ifPresent(
            u ->
                screen.line(
                    "Anomalies are only counted until "
                        + u
                        + "; opennms-trunkline:alerts-enable raises them from now on."));
  }

  private static void over(List<Alert> alerts, Screen screen) {
    if (!alerts.isEmpty()) {
      Table table =
          new Table()
              .number("Id")
              .column("Severity")
              .column("Opened")
              .column("Cleared")
              .column("Rule")
              .flexible("What");
      alerts.forEach(
          a ->
              table.row(
                  a.id(),
                  a.severity().spelling(),
                  a.openedAt(),
                  Times.text(a.clearedAt(), "-"),
                  a.rule(),
                  a.text()));
      table.print(screen);
    }
    screen.line(alerts.size() + " that are over");
  }

  private static void explained(List<Alert> alerts, int rows, Screen screen) {
    if (!alerts.isEmpty()) {
      Table table = new Table().column("Since").column("Rule").flexible("What").flexible("Because");
      alerts.stream()
          .limit(rows)
          .forEach(a -> table.row(a.since(), a.rule(), a.text(), a.suppressedBy().orElse("-")));
      table.print(screen);
    }
    screen.line(Math.min(rows, alerts.size()) + " of " + alerts.size() + " suppressed");
  }
}
