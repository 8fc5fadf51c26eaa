package org.opennms.plugins.trunkline.telemetry;

import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps back what comes for export while the export changes to other settings, so that nothing
 * meets an outbox that closes. Who comes never waits. Thread-safe.
 */
final class Turnstile {
  private static final Logger LOG = LoggerFactory.getLogger(Turnstile.class);
  private static final int MOST_KEPT_BACK = 10_000;

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Queue<Runnable> keptBack = new LinkedBlockingQueue<>(MOST_KEPT_BACK);

  /** Runs this now, or behind the change that is going on. */
  void pass(Runnable work) {
    if (lock.readLock().tryLock()) {
      try {
        work.run();
      } finally {
        lock.readLock().unlock();
      }
    } else if (!keptBack.offer(work)) {
      LOG.warn("More telemetry came than waits for an export that changes; some of it is lost");
    }
  }

  /** Runs a change while nothing passes, waits for what passes just now, and lets go on then. */
  void change(Runnable change) {
    lock.writeLock().lock();
    try {
      change.run();
    } finally {
      lock.writeLock().unlock();
    }
    letGoOn();
  }

  /** Runs what was kept back. To be called again later: what came at a change's end may be here. */
  void letGoOn() {
    for (Runnable work = keptBack.poll(); work != null; work = keptBack.poll()) {
      pass(work);
    }
  }
}
