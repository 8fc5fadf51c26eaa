package org.opennms.plugins.trunkline.sandbox.host.alarms;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.opennms.integration.api.v1.config.events.AlarmType;
import org.opennms.integration.api.v1.model.Alarm;
import org.opennms.plugins.trunkline.sandbox.host.events.StoredEvent;
import org.opennms.plugins.trunkline.sandbox.host.events.Tokens;
import org.opennms.plugins.trunkline.sandbox.host.runtime.Threads;
import org.opennms.plugins.trunkline.sandbox.host.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reduces stored events to alarms, a moment after they were sent: on its own thread, one event at a
 * time and in order. Listeners are called outside the transaction, in the thread that made the
 * change.
 */
public final class Alarmd implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Alarmd.class);

  private final Database database;
  private final Clock clock;
  private final Tokens tokens;
  private final AlarmStore store;
  private final AlarmMapper mapper;
  private final AlarmListeners listeners = new AlarmListeners();
  private final PersisterExtensions extensions = new PersisterExtensions();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Threads.named("trunkline-sandbox-alarmd"));

  /** Makes a running Alarmd. */
  public Alarmd(Database database, Clock clock, Tokens tokens, AlarmMapper mapper) {
    this.database = database;
    this.clock = clock;
    this.tokens = tokens;
    this.store = new AlarmStore(database);
    this.mapper = mapper;
  }

  /** The table. */
  public AlarmStore store() {
    return store;
  }

  /** Where lifecycle listeners arrive. */
  public AlarmListeners listeners() {
    return listeners;
  }

  /** Where persister extensions arrive. */
  public PersisterExtensions extensions() {
    return extensions;
  }

  /** Takes an event whose definition has alarm data; the future completes when it is reduced. */
  public CompletableFuture<Void> accept(StoredEvent event) {
    try {
      return CompletableFuture.runAsync(() -> reduce(event), thread);
    } catch (RejectedExecutionException e) {
      LOG.debug("Event {} comes too late for alarmd", event.id(), e);
      return CompletableFuture.completedFuture(null);
    }
  }

  /** Hands all alarms to the listeners, on the caller's thread and inside a transaction. */
  public void snapshot() {
    database.inTransaction(
        () -> {
          listeners.snapshot(() -> store.all().stream().map(mapper::toAlarm).toList());
          return null;
        });
  }

  /** Deletes alarms that have been settled for longer than an age, unless acknowledged. */
  public void cleanUp(Duration age) {
    for (AlarmRow alarm : store.settledBefore(clock.instant().minus(age))) {
      delete(alarm);
    }
  }

  /** Deletes an alarm as an operator does; false when there is none. */
  public boolean delete(int id) {
    Optional<AlarmRow> alarm = store.find(id);
    alarm.ifPresent(this::delete);
    return alarm.isPresent();
  }

  /** All alarms as plugins see them. */
  List<Alarm> alarms() {
    return store.all().stream().map(mapper::toAlarm).toList();
  }

  /** Changes some alarms in one transaction, then tells the listeners; unknown ids are skipped. */
  void change(int[] ids, Consumer<AlarmRow> change) {
    List<Alarm> changed =
        database.inTransaction(
            () ->
                Arrays.stream(ids)
                    .mapToObj(store::find)
                    .flatMap(Optional::stream)
                    .peek(change)
                    .map(alarm -> mapper.toAlarm(store.find(alarm.id()).orElseThrow()))
                    .toList());
    changed.forEach(listeners::newOrUpdated);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void delete(AlarmRow alarm) {
    store.delete(alarm.id());
    listeners.deleted(alarm.id(), alarm.reductionKey());
  }

  private void reduce(StoredEvent event) {
    try {
      listeners.newOrUpdated(database.inTransaction(() -> persist(event)));
    } catch (RuntimeException e) {
      LOG.warn("Event {} could not be reduced to an alarm", event.id(), e);
    }
  }

  private Alarm persist(StoredEvent event) {
    String instructions = tokens.expand(event.definition().operatorInstructions(), event.event());
    Optional<AlarmRow> existing = existing(event);
    int id;
    if (existing.isPresent()) {
      id = existing.get().id();
      store.reduce(AlarmReduction.apply(existing.get(), event, instructions));
    } else {
      id = store.create(event, reductionKey(event), clearKey(event), instructions);
    }
    Alarm alarm = read(id);
    Optional<Alarm> changed = extensions.apply(alarm, event.event(), existing.isEmpty());
    changed.ifPresent(
        c -> store.setManagedObject(id, c.getManagedObjectType(), c.getManagedObjectInstance()));
    return changed.isPresent() ? read(id) : alarm;
  }

  /** A resolution belongs to the problem that its clear key names, else to its own key. */
  private Optional<AlarmRow> existing(StoredEvent event) {
    String clearKey = clearKey(event);
    boolean resolves =
        clearKey != null && event.definition().alarm().type() == AlarmType.RESOLUTION.getId();
    Optional<AlarmRow> problem = resolves ? store.findByReductionKey(clearKey) : Optional.empty();
    return problem.or(() -> store.findByReductionKey(reductionKey(event)));
  }

  private String reductionKey(StoredEvent event) {
    return tokens.expand(event.definition().alarm().reductionKey(), event.event());
  }

  private String clearKey(StoredEvent event) {
    return tokens.expand(event.definition().alarm().clearKey(), event.event());
  }

  private Alarm read(int id) {
    return mapper.toAlarm(store.find(id).orElseThrow());
  }
}
