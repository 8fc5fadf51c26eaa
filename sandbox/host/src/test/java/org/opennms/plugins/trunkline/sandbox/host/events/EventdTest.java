package org.opennms.plugins.trunkline.sandbox.host.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.opennms.plugins.trunkline.sandbox.host.Events.event;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opennms.integration.api.v1.config.events.LogMsgDestType;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.integration.api.v1.model.immutables.ImmutableEventParameter;
import org.opennms.integration.api.v1.model.immutables.ImmutableInMemoryEvent;
import org.opennms.plugins.trunkline.sandbox.host.Definitions;
import org.opennms.plugins.trunkline.sandbox.host.MovableClock;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.MemoryEventConf;
import org.opennms.plugins.trunkline.sandbox.host.faults.Fault;
import org.opennms.plugins.trunkline.sandbox.host.faults.Faults;
import org.opennms.plugins.trunkline.sandbox.host.storage.Database;
import org.opennms.plugins.trunkline.sandbox.host.storage.Dialect;
import org.opennms.plugins.trunkline.sandbox.host.storage.StorageException;
import org.opennms.plugins.trunkline.sandbox.host.storage.TestDatabases;

class EventdTest {

  private static final String DOWN = "uei/down";

  private final MovableClock clock = new MovableClock();
  private final Faults faults = new Faults();
  private final Database database = Database.open(TestDatabases.fresh(Dialect.H2));
  private final EventStore store = new EventStore(database);
  private final EventBus bus = new EventBus(() -> 10_000);
  private final List<StoredEvent> alarms = new CopyOnWriteArrayList<>();
  private final Eventd eventd = eventd(definitions(), 1, 5);

  private Eventd eventd(List<Definition> definitions, int receivers, int queueLength) {
    return new Eventd(
        clock,
        new MemoryEventConf(definitions),
        new Tokens(id -> null),
        store,
        bus,
        stored -> {
          alarms.add(stored);
          return CompletableFuture.completedFuture(null);
        },
        faults,
        receivers,
        queueLength);
  }

  private static List<Definition> definitions() {
    List<Definition> all = new ArrayList<>();
    all.add(Definitions.problem(DOWN));
    for (LogMsgDestType destination : LogMsgDestType.values()) {
      all.add(Definitions.plain("uei/" + destination.name(), destination));
    }
    return all;
  }

  @AfterEach
  void close() {
    eventd.close();
    bus.close();
    database.close();
  }

  @Test
  void an_event_is_completed_stored_and_delivered() {
    RecordingListener listener = new RecordingListener("l");
    bus.addEventListener(listener, DOWN);

    eventd.sendSync(event(DOWN, "Gi0/1"));

    InMemoryEvent delivered = listener.received().get(0);
    assertThat(delivered.getSeverity()).isEqualTo(Severity.MAJOR);
    assertThat(delivered.getTime()).isEqualTo(Date.from(clock.instant()));
    assertThat(delivered.getNodeId()).isEqualTo(1);
    assertThat(delivered.getParameterValue("ifName")).contains("Gi0/1");
    assertThat(delivered.getParameterValue("added")).contains("on Gi0/1");
    assertThat(store.newest(10))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.uei()).isEqualTo(DOWN);
              assertThat(line.severity()).isEqualTo("MAJOR");
              assertThat(line.logMessage()).isEqualTo("Gi0/1 happened");
            });
    assertThat(store.find(1).orElseThrow().getParametersByName("ifName")).hasSize(1);
    assertThat(alarms).hasSize(1);
  }

  @Test
  void the_senders_severity_wins_over_the_definitions() {
    eventd.sendSync(event(DOWN, "Gi0/1", "text", Severity.WARNING));

    assertThat(store.newest(1).get(0).severity()).isEqualTo("WARNING");
  }

  @Test
  void of_a_parameter_name_that_occurs_twice_one_is_kept() {
    RecordingListener listener = new RecordingListener("l");
    bus.addEventListener(listener);
    eventd.sendSync(
        ImmutableInMemoryEvent.newBuilderFrom(event(DOWN, "first"))
            .addParameter(ImmutableEventParameter.newInstance("ifName", "second"))
            .build());

    assertThat(listener.received().get(0).getParametersByName("ifName"))
        .singleElement()
        .extracting("value")
        .isEqualTo("second");
  }

  @Test
  void an_unknown_event_is_stored_and_delivered_but_never_an_alarm() {
    RecordingListener listener = new RecordingListener("l");
    bus.addEventListener(listener);

    eventd.sendSync(event("uei/unknown", "Gi0/1"));

    assertThat(listener.received().get(0).getSeverity()).isEqualTo(Severity.INDETERMINATE);
    assertThat(store.newest(1).get(0).logMessage()).startsWith("An event with no matching");
    assertThat(alarms).isEmpty();
  }

  @Test
  void the_destination_decides_what_is_stored_and_delivered() {
    RecordingListener listener = new RecordingListener("l");
    bus.addEventListener(listener);

    for (LogMsgDestType destination : LogMsgDestType.values()) {
      eventd.sendSync(event("uei/" + destination.name(), "Gi0/1"));
    }

    assertThat(store.newest(10))
        .extracting(EventStore.Line::uei)
        .containsExactlyInAnyOrder("uei/LOGNDISPLAY", "uei/DISPLAYONLY", "uei/LOGONLY");
    assertThat(listener.ueis()).hasSize(5).doesNotContain("uei/SUPPRESS");
  }

  @Test
  void an_event_without_a_uei_goes_nowhere() {
    RecordingListener listener = new RecordingListener("l");
    bus.addEventListener(listener);

    eventd.sendSync(new NamelessEvent(event(DOWN, "Gi0/1")));

    assertThat(listener.received()).isEmpty();
    assertThat(store.newest(1)).isEmpty();
  }

  @Test
  void sending_synchronously_returns_after_the_listeners() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    RecordingListener slow =
        new RecordingListener(
            "slow",
            1,
            () -> {
              started.countDown();
              hold(release);
            });
    bus.addEventListener(slow);

    Thread sender = new Thread(() -> eventd.sendSync(event(DOWN, "Gi0/1")));
    sender.start();
    started.await();
    assertThat(sender.isAlive()).isTrue();
    release.countDown();
    sender.join(10_000);

    assertThat(sender.isAlive()).isFalse();
    assertThat(slow.ueis()).containsExactly(DOWN);
  }

  @Test
  void overload_loses_the_oldest_event_without_an_error() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Eventd busy =
        new Eventd(
            clock,
            new MemoryEventConf(definitions()),
            new Tokens(id -> null),
            store,
            bus,
            stored -> {
              started.countDown();
              hold(release);
              return CompletableFuture.completedFuture(null);
            },
            faults,
            1,
            3);
    busy.sendAsync(event(DOWN, "0"));
    started.await();

    IntStream.rangeClosed(1, 5).forEach(i -> busy.sendAsync(event(DOWN, String.valueOf(i))));
    release.countDown();

    await().until(() -> store.newest(10).size() == 4);
    assertThat(store.newest(10))
        .extracting(EventStore.Line::logMessage)
        .containsExactly("5 happened", "4 happened", "3 happened", "0 happened");
    assertThat(busy.dropped()).isEqualTo(2);
    busy.close();
  }

  @Test
  void dropped_events_vanish_silently_while_the_fault_is_on() {
    faults.on(Fault.DROP_EVENTS, null);
    eventd.sendSync(event(DOWN, "lost"));
    faults.off();
    eventd.sendSync(event(DOWN, "kept"));

    assertThat(store.newest(10))
        .extracting(EventStore.Line::logMessage)
        .containsExactly("kept happened");
    assertThat(eventd.dropped()).isEqualTo(1);
  }

  @Test
  void a_forwarder_that_fails_throws_at_the_caller() {
    faults.on(Fault.SEND_FAIL, null);

    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> eventd.sendAsync(event(DOWN, "Gi0/1")));
  }

  @Test
  void a_failing_database_loses_the_event_but_not_the_caller() {
    RecordingListener listener = new RecordingListener("l");
    bus.addEventListener(listener);
    database.update("DROP TABLE events");

    eventd.sendSync(event(DOWN, "Gi0/1"));

    assertThat(listener.received()).isEmpty();
  }

  private static void hold(CountDownLatch release) {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
