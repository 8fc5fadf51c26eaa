package org.opennms.plugins.trunkline.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.Anomaly;
import org.opennms.plugins.trunkline.operations.AnomalyBoard;

/** What was not as usual, also what was too mild for an alarm. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "anomalies",
    description = "Lists traffic that was not what is usual at its hour")
public final class AnomaliesCommand implements Action {
  private static final int HOURS = 24;
  private static final int ROWS = 50;

  @Option(name = "--hours", description = "How far back; 24 by default")
  String hours;

  @Option(name = "--limit", description = "At most so many; 50 by default")
  String limit;

  @Reference Session session;

  @Reference(optional = true)
  AnomalyBoard board;

  @Override
  public Object execute() throws Exception {
    int back = hours == null ? HOURS : Values.count("--hours", hours);
    int rows = limit == null ? ROWS : Values.count("--limit", limit);
    List<Anomaly> all =
        Refusal.unlessPresent(board, "baseline").since(Instant.now().minus(Duration.ofHours(back)));
    Screen screen = Screen.of(session);
    List<Anomaly> shown = all.stream().limit(rows).toList();
    if (!shown.isEmpty()) {
      AnomalyText.table(shown).print(screen);
    }
    screen.line(shown.size() + " of " + all.size());
    screen.line(words(board.rate()));
    return null;
  }

  private static String words(AnomalyBoard.Rate rate) {
    return String.format(
        Locale.ROOT,
        "Alarms: %.1f a day of a budget of %.1f, over %d metrics; %d were only listed.",
        rate.alarmedPerDay(),
        rate.budgetPerDay(),
        rate.metrics(),
        rate.listed());
  }
}
