package org.opennms.plugins.trunkline.telemetry.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.telemetry.delivery.PumpStatus.State;
import org.opennms.plugins.trunkline.telemetry.outbox.DeadLetter;
import org.opennms.plugins.trunkline.telemetry.outbox.Outbox;
import org.opennms.plugins.trunkline.telemetry.outbox.Progress;
import org.opennms.plugins.trunkline.telemetry.outbox.StoredEnvelope;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery.Delivered;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery.Later;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery.Refused;
import org.opennms.plugins.trunkline.telemetry.transport.Outgoing;
import org.opennms.plugins.trunkline.telemetry.transport.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the outbox's envelopes to one transport, in order as far as retries allow, several under
 * way at once, and tells the outbox how far it is. What fails is sent again, unchanged, after a
 * pause for all of them; what is refused becomes a dead letter. One thread of its own; the public
 * methods are thread-safe and do not block.
 */
public final class Pump implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pump.class);
  private static final int IDLE_MILLIS = 50;
  private static final int BUSY_MILLIS = 1;
  private static final int LAST_MILLIS = 500;
  private static final Duration MOST_STEP = Duration.ofSeconds(1);
  private static final Duration STOP = Duration.ofSeconds(5);

  private final Outbox outbox;
  private final Transport transport;
  private final InstantSource clock;
  private final Pace pace;
  private final Backoff backoff;
  private final Rate rate = new Rate();
  private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
  private final Deque<Item> ready = new ArrayDeque<>();
  private final TreeMap<Long, Item> inFlight = new TreeMap<>();
  private final TreeMap<Long, Item> again = new TreeMap<>();
  private final Thread thread;
  private long read = -1;
  private long highest;
  private long delivered;
  private long retried;
  private long refused;
  private String failure = "";
  private Instant waitUntil = Instant.MIN;
  private Optional<Instant> lastDelivery = Optional.empty();
  private boolean unflushed;
  private volatile boolean paused;
  private volatile boolean closing;
  private volatile PumpStatus status;

  /** An envelope of the outbox, or a dead letter (id above 0) that gets another chance. */
  private record Item(StoredEnvelope envelope, long letter) {
    boolean isOfChain() {
      return letter == 0;
    }
  }

  /** Starts; the transport is closed with it. */
  public Pump(
      Outbox outbox,
      Transport transport,
      InstantSource clock,
      RandomGenerator chance,
      ThreadFactory threads) {
    this.outbox = outbox;
    this.transport = transport;
    this.clock = clock;
    this.pace = new Pace(transport.rate());
    this.backoff = new Backoff(chance);
    this.status = statusNow(clock.instant());
    this.thread = threads.newThread(this::run);
    thread.start();
  }

  /** The transport's name. */
  public String name() {
    return transport.name();
  }

  /** Nothing more is sent until {@link #resume}; what is under way goes on. */
  public void pause() {
    paused = true;
  }

  /** Goes on, at once even when a failure asked for a pause. */
  public void resume() {
    paused = false;
    events.add(() -> waitUntil = Instant.MIN);
  }

  /** Sends dead letters again, unchanged. */
  public void retry(Collection<DeadLetter> letters) {
    List<Item> items = letters.stream().map(d -> new Item(d.envelope(), d.id())).toList();
    events.add(() -> items.forEach(ready::addLast));
  }

  /** How it was a moment ago. */
  public PumpStatus status() {
    return status;
  }

  /** Ends the thread and the transport. */
  @Override
  public void close() {
    closing = true;
    events.add(() -> {});
    try {
      // Never interrupted: that would close the outbox's file under its hands.
      thread.join(STOP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    transport.close();
  }

  private void run() {
    try {
      while (!closing) {
        boolean busy = step(clock.instant());
        Runnable event = events.poll(busy ? BUSY_MILLIS : IDLE_MILLIS, TimeUnit.MILLISECONDS);
        while (event != null) {
          event.run();
          event = events.poll();
        }
      }
      settleLast();
    } catch (InterruptedException e) {
      LOG.debug("Interrupted while waiting", e);
    } catch (RuntimeException e) {
      LOG.error("Deliveries by {} have ended; a restart of the plugin is needed", name(), e);
      failure = "ended by a defect: " + e;
      status = statusNow(clock.instant());
    }
  }

  // What is answered by then is not sent again after the next start.
  private void settleLast() throws InterruptedException {
    if (unflushed) {
      transport.flush();
    }
    Runnable event = events.poll();
    while (event != null) {
      event.run();
      event = inFlight.isEmpty() ? events.poll() : events.poll(LAST_MILLIS, TimeUnit.MILLISECONDS);
    }
    report();
    status = statusNow(clock.instant());
  }

  // Sends what may be sent now; whether there is more than that.
  private boolean step(Instant now) {
    boolean busy = false;
    if (!paused && !now.isBefore(waitUntil)) {
      refill();
      while (inFlight.size() < transport.window() && hasNext() && pace.take(now)) {
        send(next());
        if (clock.instant().isAfter(now.plus(MOST_STEP))) {
          // The transport held this thread: what it has told meanwhile may ask for a pause.
          break;
        }
      }
      busy = hasNext() && inFlight.size() < transport.window();
    }
    if (unflushed) {
      unflushed = false;
      transport.flush();
    }
    report();
    status = statusNow(now);
    return busy;
  }

  private void refill() {
    if (!ready.isEmpty()) {
      return;
    }
    if (read < 0) {
      Optional<Long> cursor = outbox.cursor(name());
      if (cursor.isEmpty()) {
        return;
      }
      read = cursor.get();
    }
    for (StoredEnvelope envelope : outbox.read(read, transport.window())) {
      ready.add(new Item(envelope, 0));
      read = envelope.sequence();
    }
  }

  private boolean hasNext() {
    return !again.isEmpty() || !ready.isEmpty();
  }

  private Item next() {
    return again.isEmpty() ? ready.removeFirst() : again.pollFirstEntry().getValue();
  }

  private void send(Item item) {
    StoredEnvelope envelope = item.envelope();
    inFlight.put(envelope.sequence(), item);
    unflushed = true;
    transport
        .send(new Outgoing(envelope.sequence(), envelope.deviceId(), envelope.bytes()))
        .whenComplete((outcome, error) -> events.add(() -> settle(item, outcome, error)));
  }

  private void settle(Item item, Delivery outcome, Throwable error) {
    inFlight.remove(item.envelope().sequence());
    Instant now = clock.instant();
    if (outcome instanceof Delivered) {
      delivered(item, now);
    } else if (outcome instanceof Refused no) {
      refused(item, no.why());
    } else {
      Later later =
          outcome instanceof Later l ? l : new Later(Duration.ZERO, "it failed: " + error);
      again.put(item.envelope().sequence(), item);
      retried++;
      wait(later, now);
    }
  }

  private void delivered(Item item, Instant now) {
    delivered++;
    rate.count(now);
    lastDelivery = Optional.of(now);
    backoff.reset();
    if (!failure.isEmpty() && !now.isBefore(waitUntil)) {
      LOG.info("Telemetry by {} is delivered again", name());
      failure = "";
    }
    if (item.isOfChain()) {
      highest = Math.max(highest, item.envelope().sequence());
    } else {
      outbox.exhume(List.of(item.letter()));
    }
  }

  private void refused(Item item, String why) {
    refused++;
    if (refused == 1) {
      LOG.warn("A receiver refused telemetry by {} for good: {}", name(), why);
    }
    failure = "refused: " + why;
    if (item.isOfChain()) {
      outbox.bury(name(), item.envelope(), why);
    }
  }

  // Those that fail together make one pause, not one each.
  private void wait(Later later, Instant now) {
    if (failure.isEmpty()) {
      LOG.warn("Telemetry by {} waits: {}", name(), later.why());
    }
    failure = later.why();
    boolean asked = now.plus(later.atLeast()).isAfter(waitUntil);
    if (!now.isBefore(waitUntil) || asked) {
      waitUntil = now.plus(backoff.next(later.atLeast()));
    }
  }

  // Done is everything below the lowest that is still to be settled.
  private void report() {
    if (read < 0) {
      return;
    }
    long lowest =
        Stream.of(inFlight.values(), again.values(), ready)
            .flatMap(Collection::stream)
            .filter(Item::isOfChain)
            .mapToLong(i -> i.envelope().sequence())
            .min()
            .orElse(read + 1);
    outbox.done(new Progress(name(), lowest - 1, highest));
  }

  private PumpStatus statusNow(Instant now) {
    State state = paused ? State.PAUSED : now.isBefore(waitUntil) ? State.RETRYING : State.RUNNING;
    String detail = transport.detail();
    return new PumpStatus(
        name(),
        state,
        failure.isEmpty() ? detail : detail + ": " + failure,
        inFlight.size(),
        delivered,
        retried,
        refused,
        lastDelivery,
        rate.perSecond(now));
  }
}
