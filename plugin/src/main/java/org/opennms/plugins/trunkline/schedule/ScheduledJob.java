package org.opennms.plugins.trunkline.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.operations.JobSchedule.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job with its books. Thread-safe. */
final class ScheduledJob {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduledJob.class);

  private final String name;
  private final boolean shown;
  private final Supplier<Optional<Turn>> turn;
  private final Scheduler.Work work;
  private Instant next;
  private boolean running;
  private boolean failing;
  private Optional<Instant> lastStart = Optional.empty();
  private Optional<Duration> lastDuration = Optional.empty();
  private String lastResult = "";

  ScheduledJob(
      String name,
      boolean shown,
      Supplier<Optional<Turn>> turn,
      Instant first,
      Scheduler.Work work) {
    this.name = name;
    this.shown = shown;
    this.turn = turn;
    this.next = first;
    this.work = work;
  }

  boolean isShown() {
    return shown;
  }

  /** Whether the caller is to run it now; true at most once per turn. */
  synchronized boolean claim(Instant now) {
    Optional<Turn> every = turn.get();
    if (running || every.isEmpty()) {
      return false;
    }
    // After a clock was set back, and when the interval became shorter: not later than this.
    Instant latest = every.get().after(now);
    if (next.isAfter(latest)) {
      next = latest;
    }
    if (now.isBefore(next)) {
      return false;
    }
    running = true;
    lastStart = Optional.of(now);
    next = latest;
    return true;
  }

  void run(InstantSource clock) {
    String result = "failed: see the log";
    boolean failed = true;
    try {
      result = work.run();
      failed = false;
    } catch (Exception e) {
      result = "failed: " + (e.getMessage() == null ? e.toString() : e.getMessage());
      complain(e);
    } finally {
      finished(clock.instant(), result, failed);
    }
  }

  /** The executor did not take it. */
  void refused(Instant now) {
    finished(now, "not run: Trunkline is stopping", false);
  }

  synchronized Job view() {
    Optional<Turn> every = turn.get();
    return new Job(
        name,
        every.map(Turn::interval).orElse(Duration.ZERO),
        lastStart,
        lastDuration,
        lastResult,
        every.map(e -> next));
  }

  private synchronized void complain(Exception e) {
    if (!failing) {
      LOG.error("Job {} failed; it will be tried again at its next turn", name, e);
    }
  }

  private synchronized void finished(Instant now, String result, boolean failed) {
    running = false;
    failing = failed;
    lastResult = result;
    Duration took = lastStart.map(s -> Duration.between(s, now)).orElse(Duration.ZERO);
    lastDuration = Optional.of(took.isNegative() ? Duration.ZERO : took);
  }
}
