package org.opennms.plugins.trunkline.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.opennms.plugins.trunkline.operations.ConfigCheck;
import org.opennms.plugins.trunkline.operations.JobSchedule;
import org.opennms.plugins.trunkline.operations.StatusBoard;

/** JSON of how Trunkline is. */
final class StatusViews {
  private StatusViews() {}

  /** JSON of the sign of life. */
  record Ping(String product, String version, String time) {}

  /** JSON of how it is. */
  record Status(
      String version,
      String hostVersion,
      String started,
      long uptimeSeconds,
      String configuration,
      List<Part> parts) {
    static Status of(StatusBoard.Status status) {
      return new Status(
          status.version(),
          status.hostVersion(),
          status.started().toString(),
          status.uptime().toSeconds(),
          status.configuration(),
          status.parts().stream()
              .map(p -> new Part(p.name(), InterfaceRow.spelled(p.state()), p.detail()))
              .toList());
    }
  }

  /** JSON of one part. */
  record Part(String name, String state, String detail) {}

  /** JSON of what runs by itself. */
  record Schedule(List<Job> jobs) {
    static Schedule of(List<JobSchedule.Job> jobs) {
      return new Schedule(jobs.stream().map(Job::of).toList());
    }
  }

  /** JSON of one job; null is left out. */
  record Job(
      String name,
      long intervalSeconds,
      String lastStart,
      Double lastDurationSeconds,
      String lastResult,
      String nextStart) {
    static Job of(JobSchedule.Job job) {
      return new Job(
          job.name(),
          job.interval().toSeconds(),
          job.lastStart().map(Instant::toString).orElse(null),
          job.lastDuration().map(Duration::toMillis).map(ms -> ms / 1000.0).orElse(null),
          job.lastResult(),
          job.nextStart().map(Instant::toString).orElse(null));
    }
  }

  /** JSON of a check of the configuration. */
  record Configuration(
      boolean valid, List<String> files, List<String> problems, List<String> hints) {
    static Configuration of(ConfigCheck.Report report) {
      return new Configuration(
          report.problems().isEmpty(), report.files(), report.problems(), report.hints());
    }
  }
}
