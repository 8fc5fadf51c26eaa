package org.opennms.plugins.trunkline.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands things over between threads. Never waits: what does not fit is dropped and counted.
 * Thread-safe.
 *
 * @param <T> what is handed over
 */
final class Inbox<T> {
  private final BlockingQueue<T> queue;
  private final AtomicLong dropped = new AtomicLong();

  Inbox(int most) {
    queue = new ArrayBlockingQueue<>(most);
  }

  void offer(T thing) {
    if (!queue.offer(thing)) {
      dropped.incrementAndGet();
    }
  }

  /** Everything that is there, oldest first. */
  List<T> drain() {
    List<T> all = new ArrayList<>();
    queue.drainTo(all);
    return all;
  }

  long dropped() {
    return dropped.get();
  }
}
