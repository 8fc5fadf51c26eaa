package org.opennms.plugins.trunkline.shell;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.opennms.plugins.trunkline.operations.BaselineDesk;
import org.opennms.plugins.trunkline.operations.WeekBaseline;
import org.opennms.plugins.trunkline.operations.WeekBaseline.Slot;

/** What is normal on an interface, as a map of the week. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "baseline",
    description = "Shows what is normal on an interface at each hour of the week")
public final class BaselineCommand extends PortAction {
  private static final int HOURS = 24;

  @Argument(index = 2, name = "options", multiValued = true, description = "Options, here as well")
  List<String> trailing;

  @Option(name = "--slots", description = "The 168 hours in figures instead of the map")
  boolean slots;

  @Option(name = "--plain", description = "Characters instead of colours")
  boolean plain;

  @Reference(optional = true)
  BaselineDesk desk;

  @Override
  public Object execute() throws Exception {
    TrailingOptions.apply(this, trailing);
    List<WeekBaseline> weeks = Refusal.unlessPresent(desk, "baseline").weeks(node, ifName);
    if (weeks.isEmpty()) {
      throw Refusal.of(
          "There is no baseline of interface '" + ifName + "' of node '" + node + "'.",
          "Only monitored interfaces have one: opennms-trunkline:override '"
              + node
              + "' '"
              + ifName
              + "' --monitored true; opennms-trunkline:baseline-learn then learns from the host's"
              + " history.");
    }
    Screen screen = Screen.of(session);
    for (int i = 0; i < weeks.size(); i++) {
      if (i > 0) {
        screen.line("");
      }
      show(screen, weeks.get(i));
    }
    return null;
  }

  private void show(Screen screen, WeekBaseline week) {
    head(screen, week);
    if (slots) {
      table(week).print(screen);
    } else {
      new WeekMap(screen.isLive() && !plain).print(screen, week.slots());
      screen.line(legend(week));
    }
  }

  private static void head(Screen screen, WeekBaseline week) {
    screen.line(
        Printable.text(week.node() + " " + week.key().name())
            + " "
            + AnomalyText.measure(week.direction(), week.metric())
            + ": "
            + week.state()
            + String.format(Locale.ROOT, " (%.0f %%), ", week.progress() * 100)
            + Figures.amount(week.weeks())
            + " weeks learned, hours of "
            + week.zone()
            + week.last().map(at -> ", last sample " + Times.text(at)).orElse(", no sample yet"));
  }

  private static String legend(WeekBaseline week) {
    double least = week.slots().stream().mapToDouble(Slot::expected).min().orElse(Double.NaN);
    double most = week.slots().stream().mapToDouble(Slot::expected).max().orElse(Double.NaN);
    double sure = week.slots().stream().mapToDouble(Slot::confidence).average().orElse(0);
    return String.format(
        Locale.ROOT,
        "expected from %s to %s, confidence %.2f on average",
        AnomalyText.amount(least, week.metric()),
        AnomalyText.amount(most, week.metric()),
        sure);
  }

  private static Table table(WeekBaseline week) {
    Table table =
        new Table()
            .column("Hour")
            .number("Expected")
            .number("Lower")
            .number("Upper")
            .number("Mean")
            .number("Std dev")
            .number("Min")
            .number("Max")
            .number("Samples")
            .number("Weeks")
            .number("Conf.")
            .column("Reliability");
    for (int i = 0; i < week.slots().size(); i++) {
      Slot slot = week.slots().get(i);
      table.row(
          hour(i),
          AnomalyText.figure(slot.expected(), week.metric()),
          AnomalyText.figure(slot.lower(), week.metric()),
          AnomalyText.figure(slot.upper(), week.metric()),
          AnomalyText.figure(slot.mean(), week.metric()),
          AnomalyText.figure(slot.deviation(), week.metric()),
          AnomalyText.figure(slot.minimum(), week.metric()),
          AnomalyText.figure(slot.maximum(), week.metric()),
          slot.samples(),
          slot.weeks(),
          String.format(Locale.ROOT, "%.2f", slot.confidence()),
          Values.spelled(slot.reliability()));
    }
    return table;
  }

  private static String hour(int slot) {
    DayOfWeek day = DayOfWeek.of(slot / HOURS + 1);
    return String.format(
        "%s %02d", day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH), slot % HOURS);
  }
}
