package org.opennms.plugins.trunkline.telemetry.outbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.h2.mvstore.MVStore;
import org.opennms.plugins.trunkline.telemetry.outbox.Acceptance.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Envelopes between being made and being delivered: signed and chained in the order they are taken,
 * forced to disk before they are called accepted, many at a time (group commit), kept until every
 * transport is done with them. Thread-safe; {@link #submit} never blocks. One thread writes.
 */
public final class Outbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int BATCH = 512;
  private static final int TICK_MILLIS = 50;
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration STOP = Duration.ofSeconds(10);

  private final OutboxSettings settings;
  private final BlockingQueue<Pending> queue;
  private final AtomicLong refused = new AtomicLong();
  private final OutboxWriter writer;
  private final Thread thread;
  private volatile boolean closing;

  /** A draft that waits. */
  record Pending(Draft draft, CompletableFuture<Acceptance> outcome) {}

  /**
   * Opens the outbox in a thread of its own, and goes on trying while it cannot be opened.
   *
   * @param sealer makes envelopes, on that thread
   * @param threads makes that thread
   */
  public Outbox(
      OutboxSettings settings, Sealer sealer, InstantSource clock, ThreadFactory threads) {
    this(settings, sealer, clock, threads, file -> new OutboxFile(file.toString(), MVStore::sync));
  }

  /** With another way to open the file, for tests of damage. */
  Outbox(
      OutboxSettings settings,
      Sealer sealer,
      InstantSource clock,
      ThreadFactory threads,
      Function<Path, OutboxFile> opener) {
    this.settings = settings;
    queue = new ArrayBlockingQueue<>(settings.queue());
    Keeper keeper = new Keeper(settings.directory(), opener, sealer);
    writer = new OutboxWriter(settings, keeper, sealer, clock, queue::size, refused::get);
    thread = threads.newThread(this::run);
    thread.start();
  }

  /**
   * Hands a draft over.
   *
   * @return completed when it is durable, or refused because the queue is full or the outbox closes
   */
  public CompletionStage<Acceptance> submit(Draft draft) {
    Pending pending = new Pending(draft, new CompletableFuture<>());
    if (closing || !queue.offer(pending)) {
      refuse(pending, closing ? "the outbox is closed" : "the outbox's queue is full");
    } else if (closing) {
      // The writer may have left between the two looks.
      refuseQueued();
    }
    return pending.outcome();
  }

  /** As {@link #submit}, but waits while the queue is full. */
  public CompletionStage<Acceptance> submitWaiting(Draft draft) throws InterruptedException {
    Pending pending = new Pending(draft, new CompletableFuture<>());
    while (!queue.offer(pending, TICK_MILLIS, TimeUnit.MILLISECONDS)) {
      if (closing) {
        refuse(pending, "the outbox is closed");
        return pending.outcome();
      }
    }
    return pending.outcome();
  }

  /** Makes these the transports that each envelope is kept for. */
  public void transports(Collection<String> names) {
    List<String> copy = List.copyOf(names);
    writer.change(file -> file.transports(copy));
  }

  /** Durable envelopes behind a sequence, the oldest first; fewer or none where there are none. */
  public List<StoredEnvelope> read(long after, int limit) {
    return writer.look(f -> f.read(after, writer.durable(), limit)).orElse(List.of());
  }

  /** Through which sequence a transport is done; empty while the file cannot be read. */
  public Optional<Long> cursor(String transport) {
    return writer.look(f -> f.cursor(transport));
  }

  /** What a transport has done; lasting a moment later. */
  public void done(Progress progress) {
    writer.done(progress);
  }

  /** A receiver refused an envelope for good. */
  public void bury(String transport, StoredEnvelope envelope, String reason) {
    writer.bury(transport, envelope, reason);
  }

  /** What receivers refused, the oldest first. Waits for the writing thread, seconds at most. */
  public List<DeadLetter> deadLetters(int limit) {
    return ask(f -> f.deadLetters(limit)).orElse(List.of());
  }

  /** One of them. Waits likewise. */
  public Optional<DeadLetter> deadLetter(long id) {
    return ask(f -> f.deadLetter(id)).flatMap(Function.identity());
  }

  /** Forgets dead letters, delivered or given up. */
  public void exhume(Collection<Long> ids) {
    List<Long> copy = List.copyOf(ids);
    writer.change(file -> copy.forEach(file::exhume));
  }

  /** How it was a moment ago; answers from memory. */
  public OutboxStatus status() {
    return writer.status();
  }

  /** Writes what is queued, if the disk takes it, and ends the thread. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(STOP.toMillis());
      if (thread.isAlive()) {
        thread.interrupt();
        thread.join(STOP.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // An operator's thread may be interrupted, which would close the file under its hands.
  private <T> Optional<T> ask(Function<OutboxFile, T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    writer.change(file -> answer.complete(question.apply(file)));
    try {
      return Optional.ofNullable(answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    }
  }

  private void run() {
    List<Pending> batch = new ArrayList<>();
    try {
      while (!closing || !queue.isEmpty()) {
        if (writer.takesMore()) {
          take(batch);
        }
        boolean wrote = writer.round(batch);
        if (wrote) {
          batch.clear();
        } else if (closing) {
          break;
        } else {
          writer.pause();
        }
      }
      if (batch.isEmpty()) {
        // What transports are done with is not sent again after the next start.
        writer.round(batch);
      }
    } catch (InterruptedException e) {
      LOG.warn("The telemetry outbox was stopped while it waited for the disk");
    } finally {
      batch.forEach(p -> refuse(p, "the outbox is closed"));
      refuseQueued();
      writer.close();
    }
  }

  private void take(List<Pending> batch) throws InterruptedException {
    if (!batch.isEmpty()) {
      return;
    }
    Pending first = queue.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      queue.drainTo(batch, BATCH - 1);
    }
  }

  private void refuseQueued() {
    List<Pending> left = new ArrayList<>();
    queue.drainTo(left);
    left.forEach(p -> refuse(p, "the outbox is closed"));
  }

  private void refuse(Pending pending, String why) {
    if (refused.getAndIncrement() == 0) {
      LOG.warn("Telemetry is lost from now on: {} ({})", why, settings.directory());
    }
    pending.outcome().complete(new Refused(why));
  }

  /** A change of the file that is made with the next commit, in the order of calls. */
  interface Change extends Consumer<OutboxFile> {}
}
