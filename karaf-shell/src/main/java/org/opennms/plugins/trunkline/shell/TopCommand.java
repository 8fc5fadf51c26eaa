package org.opennms.plugins.trunkline.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.TrafficDesk;
import org.opennms.plugins.trunkline.operations.TrafficSummary;

/** The busiest interfaces. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "top",
    description = "Shows the busiest monitored interfaces of the last 24 hours")
public final class TopCommand implements Action {
  private static final int ROWS = 20;

  @Option(name = "--limit", description = "At most so many; 20 by default")
  String limit;

  @Reference Session session;

  @Reference(optional = true)
  TrafficDesk desk;

  @Override
  public Object execute() throws Exception {
    List<TrafficSummary> all = Refusal.unlessPresent(desk, "traffic").summaries();
    int rows = limit == null ? ROWS : Values.count("--limit", limit);
    Screen screen = Screen.of(session);
    List<TrafficSummary> shown = all.stream().limit(rows).toList();
    if (!shown.isEmpty()) {
      table(shown).print(screen);
    }
    screen.line(shown.size() + " of " + all.size());
    return null;
  }

  private static Table table(List<TrafficSummary> shown) {
    Table table =
        new Table()
            .flexible("Node")
            .flexible("Interface")
            .column("Role")
            .number("In Mbit/s")
            .number("Out Mbit/s")
            .number("Peak in")
            .number("Peak out")
            .number("Full")
            .number("Errors")
            .column("Source");
    for (TrafficSummary each : shown) {
      table.row(
          each.of().device().label(),
          each.of().key().name(),
          each.of().classification().role().spelling(),
          Figures.amount(each.in().averageMbps()),
          Figures.amount(each.out().averageMbps()),
          Figures.amount(each.in().maximumMbps()),
          Figures.amount(each.out().maximumMbps()),
          Figures.percent(
              Figures.larger(each.in().maximumUtilization(), each.out().maximumUtilization())),
          Figures.ratio(
              Figures.larger(each.in().maximumErrorRatio(), each.out().maximumErrorRatio())),
          each.source());
    }
    return table;
  }
}
