package org.opennms.plugins.trunkline.traffic;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.traffic.TrafficMeters.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which answers become samples and samples reach their consumers, behind a
 * bounded queue: what does not fit is dropped and counted. Thread-safe.
 */
final class SampleFlow implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SampleFlow.class);
  private static final int WAITING = 2_000;
  private static final long STOP_SECONDS = 5;

  private final List<SampleSink> sinks = new CopyOnWriteArrayList<>();
  private final TrafficMeters meters;
  private final ThreadPoolExecutor thread;

  SampleFlow(TrafficMeters meters, ThreadFactory threads) {
    this.meters = meters;
    thread =
        new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), threads);
  }

  void add(SampleSink sink) {
    sinks.add(sink);
  }

  /** Has it done on the thread; what does not fit the queue is left out and counted. */
  void execute(Runnable work) {
    try {
      thread.execute(() -> guarded(work));
    } catch (RejectedExecutionException e) {
      if (!thread.isShutdown()) {
        meters.count(Event.DROPPED);
        if (meters.of(Event.DROPPED) == 1) {
          LOG.warn("Samples are dropped because consumers are too slow; status counts them");
        }
      }
    }
  }

  boolean isQuiet() {
    return thread.getQueue().isEmpty() && thread.getActiveCount() == 0;
  }

  /** Keeps a sample and hands it on; a second one of the same time is only kept. */
  void sample(WatchedInterface of, TrafficSample sample) {
    meters.sampled(sample.quality());
    of.ring().add(sample);
    Instant last = of.delivered();
    of.delivered(sample.end());
    if (!sample.end().equals(last)) {
      each(sink -> sink.sample(of.known(), sample));
    }
  }

  /** Keeps a status and hands it on. */
  void status(WatchedInterface of, LinkStatus status) {
    of.status(status);
    each(sink -> sink.status(of.known(), status));
  }

  private void each(Consumer<SampleSink> call) {
    for (SampleSink sink : sinks) {
      try {
        call.accept(sink);
      } catch (RuntimeException e) {
        meters.count(Event.SINK_FAILED);
        if (meters.of(Event.SINK_FAILED) == 1) {
          LOG.error("A consumer of samples failed; further failures are only counted", e);
        }
      }
    }
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("A fault of ours while taking samples", e);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
