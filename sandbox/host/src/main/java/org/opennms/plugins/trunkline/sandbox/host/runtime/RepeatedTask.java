package org.opennms.plugins.trunkline.sandbox.host.runtime;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task with a thread of its own and a fixed pause between two runs. A failed run is logged. */
public final class RepeatedTask implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RepeatedTask.class);

  private final ScheduledExecutorService thread;
  private final ScheduledFuture<?> runs;

  /** Starts the task; its first run comes after one pause. */
  public RepeatedTask(String name, Duration pause, Runnable task) {
    this.thread = Executors.newSingleThreadScheduledExecutor(Threads.named(name));
    this.runs =
        thread.scheduleWithFixedDelay(
            () -> run(name, task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    runs.cancel(true);
    thread.shutdownNow();
  }

  private static void run(String name, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("{} failed", name, e);
    }
  }
}
