package org.opennms.plugins.trunkline.shell;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.OverrideDesk;
import org.opennms.plugins.trunkline.operations.OverrideTransfer;

/** Lists the operators' decisions, or moves them out to a file and in from one. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "overrides",
    description = "Lists all overrides, also those whose interface is gone; or moves them as CSV")
public final class OverridesCommand implements Action {
  private static final int PROBLEMS = 50;

  @Option(name = "--export", description = "Writes all into a new CSV file on the server")
  @Completion(FileCompleter.class)
  String export;

  @Option(name = "--import", description = "Sets those of a CSV file on the server")
  @Completion(FileCompleter.class)
  String imported;

  @Option(name = "--skip-bad", description = "With --import: sound lines count, wrong ones do not")
  boolean skipBad;

  @Reference Session session;

  @Reference(optional = true)
  OverrideDesk desk;

  @Reference(optional = true)
  OverrideTransfer transfer;

  @Override
  public Object execute() throws Exception {
    if ((export != null && imported != null) || (skipBad && imported == null)) {
      throw Refusal.of(
          "These options do not go together.",
          "Give --export FILE, or --import FILE [--skip-bad].");
    }
    if (export != null) {
      writeOut();
    } else if (imported != null) {
      takeIn();
    } else {
      list();
    }
    return null;
  }

  private void writeOut() throws CommandException {
    OverrideFiles.write(export, Refusal.unlessPresent(transfer, "store of overrides").export());
    Screen.of(session).line("All overrides are written to " + Printable.text(export) + ".");
  }

  private void takeIn() throws CommandException {
    OverrideTransfer store = Refusal.unlessPresent(transfer, "store of overrides");
    String by = Optional.ofNullable(session.get("USER")).map(Object::toString).orElse("shell");
    OverrideTransfer.Outcome outcome;
    try {
      outcome = store.take(OverrideFiles.read(imported), by, Instant.now(), skipBad);
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
    Screen screen = Screen.of(session);
    List<String> problems = outcome.problems();
    problems.stream().limit(PROBLEMS).forEach(p -> screen.line(Printable.text(p)));
    if (problems.size() > PROBLEMS) {
      screen.line("and " + (problems.size() - PROBLEMS) + " more");
    }
    if (!problems.isEmpty() && outcome.set() == 0 && outcome.unchanged() == 0) {
      throw Refusal.of(
          problems.size() + " problem(s); nothing was imported.",
          "Mend the lines above; --skip-bad imports the others of a readable file.");
    }
    screen.line(
        outcome.set()
            + " overrides set, "
            + outcome.unchanged()
            + " as they were, "
            + problems.size()
            + " lines skipped");
  }

  private void list() throws CommandException {
    Map<InterfaceKey, InterfaceOverride> all =
        Refusal.unlessPresent(desk, "store of overrides").all();
    Screen screen = Screen.of(session);
    if (all.isEmpty()) {
      screen.line("There are no overrides.");
      return;
    }
    Table table =
        new Table()
            .flexible("Node")
            .flexible("Interface")
            .flexible("Decision")
            .column("By")
            .column("At")
            .flexible("Why");
    all.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> row(table, e.getKey(), e.getValue()));
    table.print(screen);
  }

  private static void row(Table table, InterfaceKey key, InterfaceOverride decided) {
    table.row(
        key.node(),
        key.name(),
        Overrides.decision(decided),
        decided.by(),
        decided.at(),
        Printable.orDash(decided.why()));
  }
}
