package org.opennms.plugins.trunkline.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.opennms.plugins.trunkline.operations.AlertRuleTrial;

/** Says what alert rules would have raised. Fails when they have problems. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "alert-rules-check",
    description =
        "Checks a file of alert rules and says what it would have raised; changes nothing")
public final class AlertRulesCheckCommand implements Action {
  private static final int DAYS = 7;

  @Argument(index = 0, name = "file", required = true, description = "The file, on the server")
  @Completion(FileCompleter.class)
  String file;

  @Argument(index = 1, name = "options", multiValued = true, description = "Options, here as well")
  List<String> trailing;

  @Option(name = "--days", description = "How far back, 1 to 31; 7 by default")
  String days;

  @Reference Session session;

  @Reference(optional = true)
  AlertRuleTrial trial;

  @Override
  public Object execute() throws Exception {
    TrailingOptions.apply(this, trailing);
    AlertRuleTrial.Report report =
        Refusal.unlessPresent(trial, "trial of alert rules").check(path(file), days());
    Screen screen = Screen.of(session);
    if (!report.problems().isEmpty()) {
      report.problems().forEach(p -> screen.line(Printable.text(p)));
      throw Refusal.of(
          report.problems().size() + " problem(s) in the rules; nothing was tried.",
          "Mend what is listed above, then check again.");
    }
    print(screen, report);
    return null;
  }

  private int days() throws CommandException {
    int given = days == null ? DAYS : Values.count("--days", days);
    if (given < 1 || given > AlertRuleTrial.MOST_DAYS) {
      throw Refusal.of("--days is " + given + ".", "Give 1 to " + AlertRuleTrial.MOST_DAYS + ".");
    }
    return given;
  }

  private static Path path(String text) throws CommandException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw Refusal.of("'" + text + "' is no path.", "Give a file on the server.");
    }
  }

  private static void print(Screen screen, AlertRuleTrial.Report report) {
    int alerts = report.perDay().values().stream().mapToInt(Integer::intValue).sum();
    screen.line(
        report.rules()
            + " rules are sound. By what was measured on "
            + report.interfaces()
            + " interfaces ("
            + report.withoutHistory()
            + " more have no history), "
            + String.join(", ", report.tried())
            + " would have raised "
            + alerts
            + " alerts; nothing is in force yet.");
    if (alerts > 0) {
      Table perDay = new Table().column("Day").number("Alerts");
      report.perDay().forEach(perDay::row);
      screen.line("");
      perDay.print(screen);
      Table noisiest = new Table().column("Rule").flexible("Interface").number("Alerts");
      report.noisiest().forEach(n -> noisiest.row(n.rule(), n.place(), n.alerts()));
      screen.line("");
      noisiest.print(screen);
    }
  }
}
