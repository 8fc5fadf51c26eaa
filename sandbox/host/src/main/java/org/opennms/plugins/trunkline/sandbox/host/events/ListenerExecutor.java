package org.opennms.plugins.trunkline.sandbox.host.events;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.opennms.integration.api.v1.events.EventListener;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.plugins.trunkline.sandbox.host.runtime.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads and the queue of one listener name, for as long as it is registered. A full queue
 * discards the new event. The future of a discarded event completes only when the listener is
 * stopped: as in Horizon, whoever waits for it waits in vain.
 */
final class ListenerExecutor {

  private static final Logger LOG = LoggerFactory.getLogger(ListenerExecutor.class);

  private final EventListener listener;
  private final Runnable beforeCall;
  private final ThreadPoolExecutor threads;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private final AtomicLong discarded = new AtomicLong();

  ListenerExecutor(EventListener listener, int queueLength, Runnable beforeCall) {
    this.listener = listener;
    this.beforeCall = beforeCall;
    int count = listener.getNumThreads();
    this.threads =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(queueLength),
            Threads.named("trunkline-sandbox-listener-" + listener.getName()));
  }

  CompletableFuture<Void> deliver(InMemoryEvent event) {
    try {
      return CompletableFuture.runAsync(() -> call(event), threads);
    } catch (RejectedExecutionException e) {
      discarded.incrementAndGet();
      LOG.warn("Listener {}'s event queue is full, discarding event", listener.getName());
      return stopped;
    }
  }

  long discarded() {
    return discarded.get();
  }

  int queued() {
    return threads.getQueue().size();
  }

  /** Lets queued events through, takes no new ones. */
  void stop() {
    threads.shutdown();
    stopped.complete(null);
  }

  /** Ends the threads at once. */
  void abort() {
    threads.shutdownNow();
    stopped.complete(null);
  }

  private void call(InMemoryEvent event) {
    try {
      beforeCall.run();
      listener.onEvent(event);
    } catch (Exception | LinkageError e) {
      LOG.error("Listener {} failed on event {}", listener.getName(), event.getUei(), e);
    }
  }
}
