package org.opennms.plugins.trunkline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.operations.JobSchedule.Job;

class SchedulerTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final Scheduler scheduler = new Scheduler(() -> now, tasks::add);
  private Optional<Duration> interval = Optional.of(HOUR);
  private int runs;

  @Test
  void a_job_runs_when_it_is_due_and_then_once_an_interval() {
    hourly();
    pass(Duration.ofSeconds(59));
    assertThat(runs).isZero();
    assertThat(job().lastStart()).isEmpty();
    assertThat(job().lastDuration()).isEmpty();
    assertThat(job().nextStart()).contains(now.plusSeconds(1));
    pass(Duration.ofSeconds(1));
    assertThat(runs).isEqualTo(1);
    assertThat(job())
        .isEqualTo(
            new Job(
                "discovery",
                HOUR,
                Optional.of(now),
                Optional.of(Duration.ZERO),
                "run 1",
                Optional.of(now.plus(HOUR))));
    pass(HOUR.minusSeconds(1));
    assertThat(runs).isEqualTo(1);
    pass(Duration.ofSeconds(1));
    assertThat(runs).isEqualTo(2);
  }

  @Test
  void a_job_does_not_run_beside_itself() {
    hourly();
    now = now.plus(MINUTE);
    scheduler.tick();
    now = now.plus(HOUR.multipliedBy(3));
    scheduler.tick();
    assertThat(tasks).hasSize(1);
    run();
    assertThat(job().lastDuration()).contains(HOUR.multipliedBy(3));
    scheduler.tick();
    assertThat(tasks).as("what was missed is run once").hasSize(1);
  }

  @Test
  void a_job_that_fails_is_tried_again_and_logged_once() throws IOException {
    scheduler.add(
        "fragile",
        () -> interval,
        MINUTE,
        () -> {
          runs++;
          if (runs != 3) {
            throw new IOException("the disk is full");
          }
          return "fine";
        });
    String log = logOf(() -> pass(MINUTE));
    assertThat(log).contains("Job fragile failed", "the disk is full");
    assertThat(job().lastResult()).isEqualTo("failed: the disk is full");
    assertThat(logOf(() -> pass(HOUR))).isEmpty();
    pass(HOUR);
    assertThat(job().lastResult()).isEqualTo("fine");
    assertThat(logOf(() -> pass(HOUR))).contains("Job fragile failed");
  }

  @Test
  void a_failure_without_a_message_is_told_by_its_kind() {
    scheduler.add("odd", () -> interval, MINUTE, () -> throwing(new IllegalStateException()));
    pass(MINUTE);
    assertThat(job().lastResult()).isEqualTo("failed: java.lang.IllegalStateException");
  }

  @Test
  void an_error_ends_the_turn_and_not_the_job() {
    scheduler.add(
        "broken",
        () -> interval,
        MINUTE,
        () -> {
          runs++;
          throw new NoClassDefFoundError("x");
        });
    now = now.plus(MINUTE);
    scheduler.tick();
    assertThatThrownBy(this::run).isInstanceOf(NoClassDefFoundError.class);
    assertThat(job().lastResult()).isEqualTo("failed: see the log");
    now = now.plus(HOUR);
    scheduler.tick();
    assertThatThrownBy(this::run).isInstanceOf(NoClassDefFoundError.class);
    assertThat(runs).isEqualTo(2);
  }

  @Test
  void one_job_that_fails_does_not_keep_the_others_from_running() {
    scheduler.add("broken", () -> interval, MINUTE, () -> throwing(new IllegalStateException()));
    hourly();
    pass(MINUTE);
    assertThat(runs).isEqualTo(1);
  }

  @Test
  void what_is_switched_off_rests_and_runs_again_when_switched_on() {
    hourly();
    interval = Optional.empty();
    pass(HOUR.multipliedBy(10));
    assertThat(runs).isZero();
    assertThat(job().nextStart()).isEmpty();
    assertThat(job().interval()).isZero();
    interval = Optional.of(HOUR);
    pass(Duration.ZERO);
    assertThat(runs).isEqualTo(1);
  }

  @Test
  void a_shorter_interval_is_in_force_at_once() {
    hourly();
    pass(MINUTE);
    interval = Optional.of(Duration.ofMinutes(5));
    pass(Duration.ZERO);
    pass(Duration.ofMinutes(5));
    assertThat(runs).isEqualTo(2);
  }

  @Test
  void a_clock_that_is_set_back_stalls_no_job_for_longer_than_its_interval() {
    hourly();
    pass(MINUTE);
    now = now.minus(Duration.ofHours(20));
    pass(Duration.ZERO);
    assertThat(job().nextStart()).contains(now.plus(HOUR));
    pass(HOUR);
    assertThat(runs).isEqualTo(2);
  }

  @Test
  void a_clock_that_is_set_back_during_a_run_makes_no_negative_duration() {
    hourly();
    now = now.plus(MINUTE);
    scheduler.tick();
    now = now.minus(HOUR);
    run();
    assertThat(job().lastDuration()).contains(Duration.ZERO);
  }

  @Property
  void whatever_the_clock_does_a_job_is_never_further_away_than_its_interval(
      @ForAll @Size(max = 40) List<@IntRange(min = -100_000, max = 100_000) Integer> jumps) {
    hourly();
    for (int seconds : jumps) {
      pass(Duration.ofSeconds(seconds));
      assertThat(job().nextStart().orElseThrow()).isBeforeOrEqualTo(now.plus(HOUR));
    }
  }

  @Test
  void jobs_of_the_house_run_at_every_tick_and_are_not_shown() {
    scheduler.everyTick("house", () -> runs++);
    for (int i = 0; i < 5; i++) {
      pass(Duration.ofSeconds(1));
    }
    now = now.minus(HOUR);
    pass(Duration.ZERO);
    assertThat(runs).isEqualTo(6);
    assertThat(scheduler.jobs()).isEmpty();
  }

  @Test
  void an_executor_that_has_stopped_is_borne() {
    Scheduler stopped =
        new Scheduler(
            () -> now,
            task -> {
              throw new RejectedExecutionException("stopped");
            });
    stopped.add("a", () -> interval, MINUTE, () -> "x");
    stopped.add("b", () -> interval, MINUTE, () -> "x");
    now = now.plus(MINUTE);
    stopped.tick();
    assertThat(stopped.jobs())
        .extracting(Job::lastResult)
        .containsOnly("not run: Trunkline is stopping");
  }

  private void hourly() {
    scheduler.add(
        "discovery",
        () -> interval,
        MINUTE,
        () -> {
          runs++;
          return "run " + runs;
        });
  }

  private void pass(Duration time) {
    now = now.plus(time);
    scheduler.tick();
    run();
  }

  private void run() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  private Job job() {
    return scheduler.jobs().get(0);
  }

  private static String throwing(RuntimeException e) {
    throw e;
  }

  // slf4j-simple writes to whatever System.err is at the time.
  private static String logOf(Runnable work) {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setErr(before);
    }
    return log.toString(StandardCharsets.UTF_8);
  }
}
