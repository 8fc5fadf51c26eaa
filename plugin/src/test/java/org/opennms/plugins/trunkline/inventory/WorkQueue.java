package org.opennms.plugins.trunkline.inventory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** The worker thread, run by the test. */
final class WorkQueue implements Executor {
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private boolean stopped;

  @Override
  public void execute(Runnable task) {
    if (stopped) {
      throw new RejectedExecutionException("stopped");
    }
    tasks.add(task);
  }

  /** Runs what is there and what comes of it. */
  void run() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  int size() {
    return tasks.size();
  }

  void stop() {
    stopped = true;
  }
}
