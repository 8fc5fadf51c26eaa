package org.opennms.plugins.trunkline.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.JobSchedule;

/** What runs by itself, and when. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "schedule",
    description = "Shows what runs by itself: interval, last and next run, result")
public final class ScheduleCommand implements Action {
  @Reference Session session;

  @Reference(optional = true)
  JobSchedule schedule;

  @Override
  public Object execute() throws Exception {
    Table table =
        new Table()
            .column("Job")
            .column("Every")
            .column("Last run")
            .column("Took")
            .column("Next run")
            .flexible("Result");
    for (JobSchedule.Job job : Refusal.unlessPresent(schedule, "schedule").jobs()) {
      table.row(
          job.name(),
          Spans.text(job.interval()),
          Times.text(job.lastStart(), "never"),
          job.lastDuration().map(Spans::text).orElse("-"),
          Times.text(job.nextStart(), "off"),
          Printable.orDash(job.lastResult()));
    }
    table.print(Screen.of(session));
    return null;
  }
}
