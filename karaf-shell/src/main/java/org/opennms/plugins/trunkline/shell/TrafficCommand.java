package org.opennms.plugins.trunkline.shell;

import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.operations.TrafficDesk;
import org.opennms.plugins.trunkline.operations.TrafficSummary;
import org.opennms.plugins.trunkline.operations.TrafficTotals;

/** What passed one interface. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "traffic",
    description = "Shows what passed a monitored interface in the last 24 hours")
public final class TrafficCommand extends PortAction {
  private static final int ROWS = 12;

  @Argument(index = 2, name = "options", multiValued = true, description = "Options, here as well")
  List<String> trailing;

  @Option(name = "--limit", description = "At most so many samples, the latest; 12 by default")
  String limit;

  @Reference(optional = true)
  TrafficDesk desk;

  @Override
  public Object execute() throws Exception {
    TrailingOptions.apply(this, trailing);
    TrafficDesk traffic = Refusal.unlessPresent(desk, "traffic");
    TrafficDesk.Day day = traffic.day(node, ifName).orElseThrow(this::notMonitored);
    int rows = limit == null ? ROWS : Values.count("--limit", limit);
    Screen screen = Screen.of(session);
    head(screen, day.summary());
    totals(day.summary()).print(screen);
    int from = Math.max(0, day.samples().size() - rows);
    if (from < day.samples().size()) {
      screen.line("");
      samples(day.samples().subList(from, day.samples().size())).print(screen);
    }
    screen.line(day.samples().size() - from + " of " + day.samples().size() + " samples");
    return null;
  }

  private CommandException notMonitored() {
    return Refusal.of(
        "No interface '" + ifName + "' of node '" + node + "' is monitored.",
        "opennms-trunkline:interfaces --node '"
            + node
            + "' lists what is known; opennms-trunkline:override '"
            + node
            + "' '"
            + ifName
            + "' --monitored true has it measured.");
  }

  private static void head(Screen screen, TrafficSummary summary) {
    screen.line(
        Printable.text(summary.of().device().label() + " " + summary.of().key().name())
            + ", "
            + summary.of().classification().role().spelling()
            + ", "
            + BitRate.format(summary.of().networkInterface().speed())
            + "; measured "
            + Figures.percent(summary.coverage())
            + " of the last 24 hours, source "
            + summary.source());
    screen.line(summary.status().map(TrafficCommand::words).orElse("status not asked yet"));
    screen.line("");
  }

  private static String words(LinkStatus status) {
    return status.answered()
        ? String.format(
            Locale.ROOT,
            "admin %s, oper %s at %s",
            Values.spelled(status.adminStatus()),
            Values.spelled(status.operStatus()),
            Times.text(status.at()))
        : "no answer at " + Times.text(status.at());
  }

  private static Table totals(TrafficSummary summary) {
    Table table =
        new Table()
            .column("24 h")
            .number("Mbit/s")
            .number("Peak")
            .number("GB")
            .number("Full")
            .number("Peak")
            .number("Errors")
            .number("Peak");
    row(table, "in", summary.in());
    row(table, "out", summary.out());
    return table;
  }

  private static void row(Table table, String direction, TrafficTotals totals) {
    table.row(
        direction,
        Figures.amount(totals.averageMbps()),
        Figures.amount(totals.maximumMbps()),
        Figures.amount(totals.gigabytes()),
        Figures.percent(totals.averageUtilization()),
        Figures.percent(totals.maximumUtilization()),
        Figures.ratio(totals.averageErrorRatio()),
        Figures.ratio(totals.maximumErrorRatio()));
  }

  private static Table samples(List<TrafficSample> samples) {
    Table table =
        new Table()
            .column("Until")
            .number("In Mbit/s")
            .number("Out Mbit/s")
            .number("In full")
            .number("Out full")
            .number("In errors")
            .column("Quality");
    for (TrafficSample sample : samples) {
      table.row(
          sample.end(),
          Figures.amount(sample.in().bitsPerSecond() / 1e6),
          Figures.amount(sample.out().bitsPerSecond() / 1e6),
          Figures.percent(sample.in().utilization()),
          Figures.percent(sample.out().utilization()),
          Figures.ratio(sample.in().errorRatio()),
          Values.spelled(sample.quality()));
    }
    return table;
  }
}
