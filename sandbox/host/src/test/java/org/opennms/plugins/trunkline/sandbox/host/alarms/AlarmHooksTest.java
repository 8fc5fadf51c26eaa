package org.opennms.plugins.trunkline.sandbox.host.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.opennms.plugins.trunkline.sandbox.host.Events.event;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.integration.api.v1.alarms.AlarmLifecycleListener;
import org.opennms.integration.api.v1.alarms.AlarmPersisterExtension;
import org.opennms.integration.api.v1.model.Alarm;
import org.opennms.integration.api.v1.model.DatabaseEvent;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.integration.api.v1.model.immutables.ImmutableAlarm;
import org.opennms.plugins.trunkline.sandbox.host.Definitions;
import org.opennms.plugins.trunkline.sandbox.host.MovableClock;
import org.opennms.plugins.trunkline.sandbox.host.SandboxHost;
import org.opennms.plugins.trunkline.sandbox.host.TestHosts;
import org.opennms.plugins.trunkline.sandbox.host.runtime.RepeatedTask;
import org.opennms.plugins.trunkline.sandbox.host.storage.Dialect;
import org.opennms.plugins.trunkline.sandbox.host.storage.TestDatabases;

class AlarmHooksTest {

  private static final String DOWN = "uei/down";

  @TempDir private Path directory;
  private SandboxHost host;

  @BeforeEach
  void start() {
    host =
        TestHosts.start(
            TestDatabases.fresh(Dialect.H2),
            directory,
            new MovableClock(),
            Definitions.problem(DOWN));
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void listeners_hear_of_changes_in_the_thread_that_made_them_and_of_nothing_before() {
    host.eventd().sendSync(event(DOWN, "Gi0/1"));
    RecordingAlarmListener listener = new RecordingAlarmListener();
    host.alarmd().listeners().bind(listener);

    host.eventd().sendSync(event(DOWN, "Gi0/1"));
    host.alarms().acknowledge("admin", 1);
    host.alarmd().delete(1);

    assertThat(listener.changed()).extracting(Alarm::isAcknowledged).containsExactly(false, true);
    assertThat(listener.threads())
        .containsExactly("trunkline-sandbox-alarmd-1", Thread.currentThread().getName());
    assertThat(listener.deleted()).containsExactly("uei/down:1:Gi0/1");
    host.alarmd().listeners().unbind(listener);
    host.eventd().sendSync(event(DOWN, "Gi0/1"));
    assertThat(listener.changed()).hasSize(2);
  }

  @Test
  void a_snapshot_holds_all_alarms_and_is_taken_inside_a_transaction() {
    host.eventd().sendSync(event(DOWN, "Gi0/1"));
    host.eventd().sendSync(event(DOWN, "Gi0/2"));
    RecordingAlarmListener listener = new RecordingAlarmListener();
    List<Boolean> inTransaction = new ArrayList<>();
    host.alarmd().listeners().bind(listener);
    host.alarmd().listeners().bind(new SnapshotProbe(() -> inTransaction.add(inTransaction())));

    host.alarmd().snapshot();

    assertThat(listener.snapshots()).hasSize(1);
    assertThat(listener.snapshots().get(0)).hasSize(2);
    assertThat(inTransaction).containsExactly(true);
  }

  @Test
  void snapshots_repeat_on_a_timer() {
    RecordingAlarmListener listener = new RecordingAlarmListener();
    host.alarmd().listeners().bind(listener);

    RepeatedTask timer =
        new RepeatedTask("snapshots", Duration.ofMillis(5), host.alarmd()::snapshot);
    await().until(() -> listener.snapshots().size() >= 3);
    timer.close();
  }

  @Test
  void a_listener_that_throws_does_not_harm_the_next() {
    RecordingAlarmListener listener = new RecordingAlarmListener();
    host.alarmd()
        .listeners()
        .bind(
            new SnapshotProbe(
                () -> {
                  throw new IllegalStateException("on purpose");
                }));
    host.alarmd().listeners().bind(listener);

    host.alarmd().snapshot();

    assertThat(listener.snapshots()).hasSize(1);
  }

  @Test
  void an_extension_sets_the_managed_object_and_nothing_else() {
    List<String> calls = new ArrayList<>();
    host.alarmd().extensions().bind(new ManagedObjectExtension(calls, "link 7"));

    host.eventd().sendSync(event(DOWN, "Gi0/1"));
    host.eventd().sendSync(event(DOWN, "Gi0/1"));

    Alarm alarm = host.alarms().getAlarms().get(0);
    assertThat(alarm.getManagedObjectInstance()).isEqualTo("link 7");
    assertThat(alarm.getManagedObjectType()).isEqualTo("TrunklineInterface");
    assertThat(alarm.getSeverity()).isEqualTo(Severity.MAJOR);
    assertThat(calls).containsExactly("created null", "updated null");
  }

  @Test
  void an_extension_that_returns_nothing_or_throws_changes_nothing() {
    host.alarmd().extensions().bind(new ManagedObjectExtension(new ArrayList<>(), null));
    host.eventd().sendSync(event(DOWN, "Gi0/1"));
    host.alarmd()
        .extensions()
        .bind(
            new ManagedObjectExtension(new ArrayList<>(), "x") {
              @Override
              public Alarm afterAlarmUpdated(Alarm a, InMemoryEvent e, DatabaseEvent d) {
                throw new IllegalStateException("on purpose");
              }
            });
    host.eventd().sendSync(event(DOWN, "Gi0/1"));

    assertThat(host.alarms().getAlarms())
        .singleElement()
        .extracting(Alarm::getManagedObjectInstance)
        .isNull();
    assertThat(host.alarmd().store().all().get(0).counter()).isEqualTo(2);
  }

  private boolean inTransaction() {
    return host.database().isInTransaction();
  }

  private record SnapshotProbe(Runnable probe) implements AlarmLifecycleListener {

    @Override
    public void handleAlarmSnapshot(List<Alarm> alarms) {
      probe.run();
    }

    @Override
    public void handleNewOrUpdatedAlarm(Alarm alarm) {}

    @Override
    public void handleDeletedAlarm(int id, String reductionKey) {}
  }

  private static class ManagedObjectExtension implements AlarmPersisterExtension {

    private final List<String> calls;
    private final String instance;

    ManagedObjectExtension(List<String> calls, String instance) {
      this.calls = calls;
      this.instance = instance;
    }

    @Override
    public Alarm afterAlarmCreated(Alarm alarm, InMemoryEvent event, DatabaseEvent stored) {
      calls.add("created " + stored);
      return change(alarm);
    }

    @Override
    public Alarm afterAlarmUpdated(Alarm alarm, InMemoryEvent event, DatabaseEvent stored) {
      calls.add("updated " + stored);
      return change(alarm);
    }

    private Alarm change(Alarm alarm) {
      return instance == null
          ? null
          : ImmutableAlarm.newBuilderFrom(alarm)
              .setManagedObjectType("TrunklineInterface")
              .setManagedObjectInstance(instance)
              .setSeverity(Severity.CRITICAL)
              .build();
    }
  }
}
