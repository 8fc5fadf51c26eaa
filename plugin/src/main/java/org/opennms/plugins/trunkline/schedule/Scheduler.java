package org.opennms.plugins.trunkline.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.operations.JobSchedule;

/**
 * Runs jobs when they are due. Somebody calls {@link #tick} about every second; the jobs run on the
 * executor, none beside itself. A job that throws is logged and tried again at its next turn.
 * Thread-safe.
 */
public final class Scheduler implements JobSchedule {
  private final List<ScheduledJob> jobs = new CopyOnWriteArrayList<>();
  private final InstantSource clock;
  private final Executor executor;

  /** Without jobs. */
  public Scheduler(InstantSource clock, Executor executor) {
    this.clock = clock;
    this.executor = executor;
  }

  /** What a job does; the answer is one line for the operator. */
  @FunctionalInterface
  public interface Work {
    /** Does it; may block. */
    String run() throws Exception;
  }

  /**
   * Adds a job that operators see.
   *
   * @param interval between starts, asked anew each time; empty is off
   * @param firstAfter from now
   */
  public void add(
      String name, Supplier<Optional<Duration>> interval, Duration firstAfter, Work work) {
    Supplier<Optional<Turn>> turn = () -> interval.get().map(Turn.Every::new);
    jobs.add(new ScheduledJob(name, true, turn, clock.instant().plus(firstAfter), work));
  }

  /**
   * Adds a job that operators see and that has its turn once a day.
   *
   * @param time of the day, asked anew each time; empty is off
   * @param zone whose clocks count
   */
  public void addDaily(String name, Supplier<Optional<LocalTime>> time, ZoneId zone, Work work) {
    Supplier<Optional<Turn>> turn = () -> time.get().map(t -> new Turn.Daily(t, zone));
    Instant first = turn.get().map(t -> t.after(clock.instant())).orElse(Instant.MAX);
    jobs.add(new ScheduledJob(name, true, turn, first, work));
  }

  /** Adds a job of the house, which runs at every tick and is not shown. */
  public void everyTick(String name, Runnable work) {
    Work quiet =
        () -> {
          work.run();
          return "";
        };
    jobs.add(
        new ScheduledJob(
            name, false, () -> Optional.of(new Turn.Every(Duration.ZERO)), clock.instant(), quiet));
  }

  /** Starts what is due. */
  public void tick() {
    Instant now = clock.instant();
    jobs.stream().filter(j -> j.claim(now)).forEach(this::start);
  }

  private void start(ScheduledJob job) {
    try {
      executor.execute(() -> job.run(clock));
    } catch (RejectedExecutionException e) {
      job.refused(clock.instant());
    }
  }

  @Override
  public List<Job> jobs() {
    return jobs.stream().filter(ScheduledJob::isShown).map(ScheduledJob::view).toList();
  }
}
