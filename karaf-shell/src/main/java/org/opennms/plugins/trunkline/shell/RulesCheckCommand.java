package org.opennms.plugins.trunkline.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.operations.RuleTrial;

/** Says what rules would change before they are in force. Fails when they have problems. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "rules-check",
    description = "Checks a file of rules and says what it would change; changes nothing")
public final class RulesCheckCommand implements Action {
  @Argument(index = 0, name = "file", required = true, description = "The file, on the server")
  @Completion(FileCompleter.class)
  String file;

  @Reference Session session;

  @Reference(optional = true)
  RuleTrial trial;

  @Override
  public Object execute() throws Exception {
    RuleTrial.Report report = Refusal.unlessPresent(trial, "trial of rules").check(path(file));
    Screen screen = Screen.of(session);
    if (!report.problems().isEmpty()) {
      report.problems().forEach(p -> screen.line(Printable.text(p)));
      throw Refusal.of(
          report.problems().size() + " problem(s) in the rules; nothing was judged.",
          "Mend what is listed above, then check again.");
    }
    screen.line(
        report.changed()
            + " of "
            + report.interfaces()
            + " interfaces would change (overrides left aside); nothing is in force yet.");
    if (report.changed() > 0) {
      printRoles(screen, report);
      printExamples(screen, report.examples());
    }
    return null;
  }

  private static Path path(String text) throws CommandException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw Refusal.of("'" + text + "' is no path.", "Give a file on the server.");
    }
  }

  private static void printRoles(Screen screen, RuleTrial.Report report) {
    Table table = new Table().column("Role").number("Now").number("Then");
    for (InterfaceRole role : InterfaceRole.values()) {
      int now = report.before().getOrDefault(role, 0);
      int then = report.after().getOrDefault(role, 0);
      if (now > 0 || then > 0) {
        table.row(role.spelling(), now, then);
      }
    }
    screen.line("");
    table.print(screen);
  }

  private static void printExamples(Screen screen, List<RuleTrial.Example> examples) {
    Table table =
        new Table().flexible("Node").flexible("Interface").flexible("Now").flexible("Then");
    for (RuleTrial.Example each : examples) {
      Differences differences = Differences.between(each.before(), each.after());
      table.row(each.node(), each.key().name(), differences.before(), differences.after());
    }
    screen.line("");
    table.print(screen);
  }
}
