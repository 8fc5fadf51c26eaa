package org.opennms.plugins.trunkline.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What runs by itself, and when. Thread-safe. */
public interface JobSchedule {
  /** All jobs, by name. */
  List<Job> jobs();

  /**
   * One job.
   *
   * @param name for example {@code discovery}
   * @param interval between starts
   * @param lastStart empty before the first
   * @param lastDuration empty before the end of the first
   * @param lastResult in words; empty before the first
   * @param nextStart empty while it is switched off
   */
  record Job(
      String name,
      Duration interval,
      Optional<Instant> lastStart,
      Optional<Duration> lastDuration,
      String lastResult,
      Optional<Instant> nextStart) {}
}
