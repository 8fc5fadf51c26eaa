package org.opennms.plugins.trunkline.shell;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.opennms.plugins.trunkline.operations.BaselineDesk;
import org.opennms.plugins.trunkline.operations.BaselineDesk.Replay;
import org.opennms.plugins.trunkline.operations.BaselineDesk.Trial;
import org.opennms.plugins.trunkline.operations.OperationException;

/** What other settings would have found; nothing learned is touched. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "baseline-replay",
    description = "Shows what would have been found with other settings in the stored past")
public final class BaselineReplayCommand extends PortAction {
  private static final int DAYS = 7;

  @Argument(index = 2, name = "options", multiValued = true, description = "Options, here as well")
  List<String> trailing;

  @Option(name = "--days", description = "Stored days to judge; 7 by default")
  String days;

  @Option(name = "--budget", description = "False alarms per metric and day; as set by default")
  String budget;

  @Reference(optional = true)
  BaselineDesk desk;

  @Override
  public Object execute() throws Exception {
    TrailingOptions.apply(this, trailing);
    Trial trial =
        new Trial(
            days == null ? DAYS : Values.count("--days", days),
            budget == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(Values.positive("--budget", budget)));
    Screen screen = Screen.of(session);
    try {
      Replay replay = Refusal.unlessPresent(desk, "baseline").replay(node, ifName, trial);
      if (!replay.anomalies().isEmpty()) {
        AnomalyText.table(replay.anomalies()).print(screen);
      }
      screen.line(words(replay));
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
    return null;
  }

  private static String words(Replay replay) {
    long alarms = replay.anomalies().stream().filter(a -> a.alarmed()).count();
    return replay.anomalies().size()
        + " episodes, "
        + alarms
        + " of them alarms, in "
        + replay.samples()
        + " samples from "
        + Times.text(replay.from())
        + " to "
        + Times.text(replay.to());
  }
}
