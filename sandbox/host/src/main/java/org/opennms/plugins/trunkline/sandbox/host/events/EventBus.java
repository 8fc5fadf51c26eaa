package org.opennms.plugins.trunkline.sandbox.host.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import org.opennms.integration.api.v1.events.EventListener;
import org.opennms.integration.api.v1.events.EventSubscriptionService;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who wants which events. Threads and queue belong to a listener's <em>name</em>: of two listeners
 * with one name only the first is ever called. A UEI matches exactly, or by a subscription that
 * ends in '/'. Each add counts and wants its own remove; after the first remove of a listener
 * nothing more is delivered, but a listener that is not removed as often as it was added stays
 * referenced.
 */
public final class EventBus implements EventSubscriptionService, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventBus.class);

  private final IntSupplier queueLength;
  private final Runnable beforeCall;
  private final Map<EventListener, Integer> references = new LinkedHashMap<>();
  private final List<EventListener> matchAll = new ArrayList<>();
  private final Map<String, Set<EventListener>> byUei = new HashMap<>();
  private final Map<String, ListenerExecutor> executors = new LinkedHashMap<>();

  /**
   * Makes a bus without listeners.
   *
   * @param queueLength the bound of the queue of a listener that registers now
   */
  public EventBus(IntSupplier queueLength) {
    this(queueLength, () -> {});
  }

  /** The same with something that happens before each call of a listener, on its thread. */
  public EventBus(IntSupplier queueLength, Runnable beforeCall) {
    this.queueLength = queueLength;
    this.beforeCall = beforeCall;
  }

  @Override
  public synchronized void addEventListener(EventListener listener) {
    start(listener);
    matchAll.add(listener);
    byUei.values().forEach(listeners -> listeners.remove(listener));
    references.merge(listener, 1, Integer::sum);
  }

  @Override
  public synchronized void addEventListener(EventListener listener, Collection<String> ueis) {
    Objects.requireNonNull(ueis);
    if (ueis.isEmpty()) {
      LOG.warn("Not adding event listener {}: its list of UEIs is empty", listener.getName());
    } else {
      start(listener);
      ueis.forEach(uei -> byUei.computeIfAbsent(uei, u -> new LinkedHashSet<>()).add(listener));
      matchAll.remove(listener);
    }
    references.merge(listener, 1, Integer::sum);
  }

  @Override
  public void addEventListener(EventListener listener, String uei) {
    addEventListener(listener, List.of(uei));
  }

  @Override
  public synchronized void removeEventListener(EventListener listener) {
    if (references.containsKey(listener)) {
      unsubscribe(listener);
      release(listener);
    }
  }

  @Override
  public synchronized void removeEventListener(EventListener listener, Collection<String> ueis) {
    Objects.requireNonNull(ueis);
    if (references.containsKey(listener)) {
      ueis.forEach(uei -> byUei.getOrDefault(uei, Set.of()).remove(listener));
      release(listener);
    }
  }

  @Override
  public void removeEventListener(EventListener listener, String uei) {
    removeEventListener(listener, List.of(uei));
  }

  @Override
  public synchronized boolean hasEventListener(String uei) {
    return !byUei.getOrDefault(uei, Set.of()).isEmpty();
  }

  /** How many listeners are still referenced; 0 when every add had its remove. */
  public synchronized int referencedListeners() {
    return references.size();
  }

  /** Hands the event to every interested listener and returns what to wait for. */
  synchronized List<CompletableFuture<Void>> broadcast(InMemoryEvent event) {
    List<CompletableFuture<Void>> deliveries = new ArrayList<>();
    matchAll.forEach(listener -> deliver(listener, event, deliveries));
    Set<EventListener> interested = new LinkedHashSet<>();
    for (String uei : matchingSubscriptions(event.getUei())) {
      interested.addAll(byUei.getOrDefault(uei, Set.of()));
    }
    interested.forEach(listener -> deliver(listener, event, deliveries));
    return deliveries;
  }

  /** State of each listener's queue, by listener name. */
  public synchronized Map<String, QueueState> queues() {
    Map<String, QueueState> states = new LinkedHashMap<>();
    executors.forEach((name, e) -> states.put(name, new QueueState(e.queued(), e.discarded())));
    return states;
  }

  @Override
  public synchronized void close() {
    executors.values().forEach(ListenerExecutor::abort);
    executors.clear();
    matchAll.clear();
    byUei.clear();
  }

  /** The UEI itself, then each of its parent "directories" with their slash. */
  private static List<String> matchingSubscriptions(String uei) {
    List<String> matches = new ArrayList<>();
    matches.add(uei);
    for (int slash = uei.lastIndexOf('/', uei.length() - 2);
        slash > 0;
        slash = uei.lastIndexOf('/', slash - 1)) {
      matches.add(uei.substring(0, slash + 1));
    }
    return matches;
  }

  private void deliver(
      EventListener listener, InMemoryEvent event, List<CompletableFuture<Void>> deliveries) {
    ListenerExecutor executor = executors.get(listener.getName());
    if (executor != null) {
      deliveries.add(executor.deliver(event));
    }
  }

  private void start(EventListener listener) {
    executors.computeIfAbsent(
        listener.getName(),
        name -> new ListenerExecutor(listener, queueLength.getAsInt(), beforeCall));
  }

  private void release(EventListener listener) {
    if (references.merge(listener, -1, Integer::sum) <= 0) {
      references.remove(listener);
      unsubscribe(listener);
    }
  }

  private void unsubscribe(EventListener listener) {
    matchAll.remove(listener);
    byUei.values().forEach(listeners -> listeners.remove(listener));
    ListenerExecutor executor = executors.remove(listener.getName());
    if (executor != null) {
      executor.stop();
    }
  }

  /** What waits in a listener's queue, and how many events it lost to a full one. */
  public record QueueState(int queued, long discarded) {}
}
