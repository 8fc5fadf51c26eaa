package org.opennms.plugins.trunkline.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.MibDesk;
import org.opennms.plugins.trunkline.operations.MibDesk.Problem;
import org.opennms.plugins.trunkline.operations.OperationException;

/** Which MIB modules are in force, and what is wrong with them. Fails when there are faults. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "mib-check",
    description = "Shows which MIB modules were loaded, what is missing and what failed")
public final class MibCheckCommand implements Action {
  private static final String BUILT_IN = "built-in";
  private static final int MOST_PROBLEMS = 200;

  @Option(name = "--reload", description = "Read the directory again before")
  boolean reload;

  @Option(name = "--format", description = "text, json or csv")
  @Completion(FormatCompleter.class)
  String format;

  @Reference Session session;

  @Reference(optional = true)
  MibDesk desk;

  @Override
  public Object execute() throws Exception {
    Format chosen = Format.of(format);
    MibDesk.Report report = check();
    Screen screen = Screen.of(session);
    if (chosen == Format.TEXT) {
      text(screen, report);
    } else {
      records(screen, chosen, report.problems());
    }
    long faults = report.problems().stream().filter(Problem::fault).count();
    if (faults > 0) {
      throw Refusal.of(
          faults + " fault(s) in the MIB directory.",
          "Mend what is listed; all other definitions are in force.");
    }
    return null;
  }

  private MibDesk.Report check() throws Exception {
    try {
      return Refusal.unlessPresent(desk, "MIB library").check(reload);
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
  }

  private static void text(Screen screen, MibDesk.Report report) {
    List<MibDesk.Module> own =
        report.modules().stream().filter(m -> !m.file().equals(BUILT_IN)).toList();
    screen.line(
        (report.modules().size() - own.size())
            + " modules built in, "
            + own.size()
            + " from "
            + Printable.text(report.directory()));
    if (!own.isEmpty()) {
      Table table =
          new Table().column("Module").flexible("File").number("Definitions").number("With OID");
      own.forEach(m -> table.row(m.name(), m.file(), m.definitions(), m.linked()));
      table.print(screen);
    }
    List<Problem> problems = report.problems();
    problems.stream().limit(MOST_PROBLEMS).forEach(p -> screen.line(Printable.text(p.text())));
    if (problems.size() > MOST_PROBLEMS) {
      screen.line("and " + (problems.size() - MOST_PROBLEMS) + " more; --format csv lists all");
    }
  }

  private static void records(Screen screen, Format chosen, List<Problem> problems) {
    Records records = new Records(screen, chosen, List.of("kind", "fault", "text"));
    problems.forEach(p -> records.row(List.of(p.kind(), String.valueOf(p.fault()), p.text())));
    records.end();
  }
}
