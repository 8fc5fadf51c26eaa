package org.opennms.plugins.trunkline.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.ConfigCheck;

/** Checks the configuration files as they are on disk. Fails when there are problems. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "config-check",
    description = "Checks the configuration files as they are on disk now; changes nothing")
public final class ConfigCheckCommand implements Action {
  @Reference Session session;

  @Reference(optional = true)
  ConfigCheck check;

  @Override
  public Object execute() throws Exception {
    ConfigCheck.Report report = Refusal.unlessPresent(check, "configuration check").check();
    Screen screen = Screen.of(session);
    lines(screen, "Files", report.files());
    lines(screen, "Problems", report.problems());
    lines(screen, "Hints", report.hints());
    if (!report.problems().isEmpty()) {
      throw Refusal.of(
          report.problems().size() + " problem(s) in the configuration.",
          "Mend what is listed above; until then the last good configuration stays in force.");
    }
    screen.line("The configuration is valid.");
    return null;
  }

  private static void lines(Screen screen, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      screen.line(title + ":");
      lines.forEach(l -> screen.line("  " + Printable.text(l)));
    }
  }
}
