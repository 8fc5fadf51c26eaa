package org.opennms.plugins.trunkline.sandbox.host.events;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.opennms.integration.api.v1.config.events.LogMsgDestType;
import org.opennms.integration.api.v1.events.EventForwarder;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.EventConf;
import org.opennms.plugins.trunkline.sandbox.host.faults.Fault;
import org.opennms.plugins.trunkline.sandbox.host.faults.Faults;
import org.opennms.plugins.trunkline.sandbox.host.runtime.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events from plugins: expands them by their definition, stores them, then hands them to the
 * alarms and to the listeners. {@link #sendAsync} queues and, when the queue is full, loses the
 * oldest event without a word. {@link #sendSync} works on the caller's thread and returns when
 * every interested listener is done. Neither reports a failure of the work itself.
 */
public final class Eventd implements EventForwarder, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Eventd.class);

  private final Clock clock;
  private final EventExpander expander;
  private final EventStore store;
  private final EventBus bus;
  private final Function<StoredEvent, CompletableFuture<Void>> alarms;
  private final Faults faults;
  private final ThreadPoolExecutor handlers;
  private final AtomicLong dropped = new AtomicLong();

  /**
   * Makes a running Eventd.
   *
   * @param alarms takes each stored event on its own thread
   * @param receivers number of handler threads; with more than one, order is not kept
   * @param queueLength bound of the queue before them
   */
  public Eventd(
      Clock clock,
      EventConf eventConf,
      Tokens tokens,
      EventStore store,
      EventBus bus,
      Function<StoredEvent, CompletableFuture<Void>> alarms,
      Faults faults,
      int receivers,
      int queueLength) {
    this.clock = clock;
    this.expander = new EventExpander(eventConf, tokens);
    this.store = store;
    this.bus = bus;
    this.alarms = alarms;
    this.faults = faults;
    this.handlers =
        new ThreadPoolExecutor(
            receivers,
            receivers,
            0,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(queueLength),
            Threads.named("trunkline-sandbox-eventd"),
            this::dropOldest);
  }

  @Override
  public void sendAsync(InMemoryEvent event) {
    accept(event).ifPresent(copy -> handlers.execute(() -> process(copy)));
  }

  @Override
  public void sendSync(InMemoryEvent event) {
    accept(event)
        .ifPresent(
            copy ->
                CompletableFuture.allOf(process(copy).toArray(CompletableFuture[]::new)).join());
  }

  /** Works on an event of the host itself in the caller's thread, without waiting for listeners. */
  public void sendInternal(InMemoryEvent event) {
    dispatchAll(EventCopier.copy(event, clock.instant()));
  }

  /** Events that were lost: to a full queue, or to the fault that drops them. */
  public long dropped() {
    return dropped.get();
  }

  @Override
  public void close() {
    handlers.shutdownNow();
  }

  /** Empty for an event without a UEI, which no plugin ever gets to see. */
  private Optional<InMemoryEvent> accept(InMemoryEvent event) {
    faults.failIf(Fault.SEND_FAIL, "event forwarder");
    return event.getUei() == null
        ? Optional.empty()
        : Optional.of(EventCopier.copy(event, clock.instant()));
  }

  private List<CompletableFuture<Void>> process(InMemoryEvent event) {
    if (faults.isOn(Fault.DROP_EVENTS)) {
      dropped.incrementAndGet();
      return List.of();
    }
    return dispatchAll(event);
  }

  private List<CompletableFuture<Void>> dispatchAll(InMemoryEvent event) {
    try {
      return dispatch(store(expander.expand(event)));
    } catch (RuntimeException e) {
      LOG.error("Event {} could not be processed", event.getUei(), e);
      return List.of();
    }
  }

  private StoredEvent store(StoredEvent event) {
    if (!event.definition().persisted()) {
      return event;
    }
    int id = store.insert(event.event(), event.logMessage(), event.description());
    return new StoredEvent(
        id, event.event(), event.definition(), event.logMessage(), event.description());
  }

  private List<CompletableFuture<Void>> dispatch(StoredEvent stored) {
    List<CompletableFuture<Void>> deliveries = new ArrayList<>();
    if (stored.definition().destination() == LogMsgDestType.SUPPRESS) {
      return deliveries;
    }
    if (stored.id() != null && stored.definition().alarm() != null) {
      deliveries.add(alarms.apply(stored));
    }
    deliveries.addAll(bus.broadcast(stored.event()));
    return deliveries;
  }

  private void dropOldest(Runnable newest, ThreadPoolExecutor pool) {
    if (!pool.isShutdown()) {
      if (pool.getQueue().poll() != null) {
        dropped.incrementAndGet();
      }
      pool.execute(newest);
    }
  }
}
