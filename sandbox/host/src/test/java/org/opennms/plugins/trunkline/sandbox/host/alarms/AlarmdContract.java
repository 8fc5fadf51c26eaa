package org.opennms.plugins.trunkline.sandbox.host.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.opennms.plugins.trunkline.sandbox.host.Events.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.integration.api.v1.config.events.AlarmType;
import org.opennms.integration.api.v1.graph.NodeRef;
import org.opennms.integration.api.v1.model.Alarm;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.integration.api.v1.ticketing.Ticket;
import org.opennms.plugins.trunkline.sandbox.host.Definitions;
import org.opennms.plugins.trunkline.sandbox.host.Events;
import org.opennms.plugins.trunkline.sandbox.host.MovableClock;
import org.opennms.plugins.trunkline.sandbox.host.SandboxHost;
import org.opennms.plugins.trunkline.sandbox.host.TestHosts;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition.UpdateRule;
import org.opennms.plugins.trunkline.sandbox.host.storage.Database;
import org.opennms.plugins.trunkline.sandbox.host.storage.DatabaseSettings;
import org.opennms.plugins.trunkline.sandbox.host.storage.Dialect;
import org.opennms.plugins.trunkline.sandbox.host.storage.TestDatabases;

abstract class AlarmdContract {

  private static final String DOWN = "uei/down";
  private static final String UP = "uei/up";
  private static final String LOAD = "uei/load";
  private static final Definition[] DEFINITIONS = {
    Definitions.problem(DOWN),
    Definitions.resolution(UP, DOWN),
    Definitions.problem(LOAD, new UpdateRule("severity", true), new UpdateRule("descr", true))
  };

  private final MovableClock clock = new MovableClock();
  private final DatabaseSettings database;
  @TempDir private Path directory;
  private SandboxHost host;

  AlarmdContract(Dialect dialect) {
    this.database = TestDatabases.fresh(dialect);
  }

  @BeforeEach
  void start() throws IOException {
    Files.writeString(
        directory.resolve("nodes.json"),
        """
        {"nodes":[{"label":"core-1","foreignSource":"Net","foreignId":"17"}]}
        """);
    host = TestHosts.start(database, directory, clock, DEFINITIONS);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void an_event_with_alarm_data_becomes_an_alarm() {
    send(DOWN, "Gi0/1");

    Alarm alarm = only();
    assertThat(alarm.getReductionKey()).isEqualTo("uei/down:1:Gi0/1");
    assertThat(alarm.getSeverity()).isEqualTo(Severity.MAJOR);
    assertThat(alarm.getType()).isEqualTo(AlarmType.PROBLEM);
    assertThat(alarm.getLogMessage()).isEqualTo("Gi0/1 happened");
    assertThat(alarm.getDescription()).isEqualTo("About Gi0/1: happened");
    assertThat(alarm.getManagedObjectType()).isEqualTo("SnmpInterface");
    assertThat(alarm.getManagedObjectInstance()).isNull();
    assertThat(alarm.getNode().getLabel()).isEqualTo("core-1");
    assertThat(alarm.getLastEvent().getParametersByName("ifName")).hasSize(1);
    assertThat(alarm.isAcknowledged()).isFalse();
    assertThat(alarm.isSituation()).isFalse();
    assertThat(alarm.getFirstEventTime()).isEqualTo(alarm.getLastEventTime());
  }

  @Test
  void equal_keys_are_counted_and_different_ones_are_apart() {
    send(DOWN, "Gi0/1");
    clock.advance(Duration.ofMinutes(1));
    send(DOWN, "Gi0/1");
    send(DOWN, "Gi0/2");

    assertThat(rows()).extracting(AlarmRow::counter).containsExactly(2, 1);
    assertThat(rows().get(0).lastEventTime())
        .isEqualTo(rows().get(0).firstEventTime().plus(Duration.ofMinutes(1)));
  }

  @Test
  void a_missing_parameter_collapses_alarms_into_one() {
    host.eventd().sendSync(Events.event(DOWN, "", "one", null));
    host.eventd().sendSync(Events.event(DOWN, "", "two", null));

    assertThat(rows()).singleElement().extracting(AlarmRow::counter).isEqualTo(2);
    assertThat(rows().get(0).reductionKey()).isEqualTo("uei/down:1:");
  }

  @Test
  void a_later_event_changes_the_message_but_neither_severity_nor_description() {
    host.eventd().sendSync(event(DOWN, "Gi0/1", "first", Severity.MINOR));
    host.eventd().sendSync(event(DOWN, "Gi0/1", "second", Severity.CRITICAL));

    assertThat(only().getSeverity()).isEqualTo(Severity.MINOR);
    assertThat(only().getDescription()).isEqualTo("About Gi0/1: first");
    assertThat(only().getLogMessage()).isEqualTo("Gi0/1 second");
  }

  @Test
  void update_fields_let_severity_and_description_follow() {
    host.eventd().sendSync(event(LOAD, "Gi0/1", "first", Severity.MINOR));
    host.eventd().sendSync(event(LOAD, "Gi0/1", "second", Severity.CRITICAL));

    assertThat(only().getSeverity()).isEqualTo(Severity.CRITICAL);
    assertThat(only().getDescription()).isEqualTo("About Gi0/1: second");
  }

  @Test
  void a_resolution_clears_its_problem_and_does_not_count() {
    send(DOWN, "Gi0/1");
    send(DOWN, "Gi0/2");
    send(UP, "Gi0/1");

    assertThat(rows())
        .extracting(AlarmRow::reductionKey, AlarmRow::severity, AlarmRow::counter)
        .containsExactly(
            tuple("uei/down:1:Gi0/1", Severity.CLEARED, 1),
            tuple("uei/down:1:Gi0/2", Severity.MAJOR, 1));
    assertThat(rows().get(0).type()).isEqualTo(AlarmType.RESOLUTION);
  }

  @Test
  void a_problem_that_comes_back_reopens_its_alarm_with_the_events_severity() {
    host.eventd().sendSync(event(DOWN, "Gi0/1", "first", Severity.MINOR));
    send(UP, "Gi0/1");
    host.eventd().sendSync(event(DOWN, "Gi0/1", "again", Severity.CRITICAL));

    assertThat(only().getSeverity()).isEqualTo(Severity.CRITICAL);
    assertThat(only().getType()).isEqualTo(AlarmType.PROBLEM);
    assertThat(rows().get(0).counter()).isEqualTo(2);
  }

  @Test
  void a_resolution_without_a_problem_is_an_alarm_of_its_own() {
    send(UP, "Gi0/9");

    assertThat(only().getReductionKey()).isEqualTo("uei/up:1:Gi0/9");
    assertThat(only().getSeverity()).isEqualTo(Severity.NORMAL);
    assertThat(only().getType()).isEqualTo(AlarmType.RESOLUTION);
  }

  @Test
  void an_alarm_survives_a_restart_of_the_host() {
    send(DOWN, "Gi0/1");
    int id = only().getId();
    restart();

    assertThat(only().getId()).isEqualTo(id);
    send(UP, "Gi0/1");
    assertThat(only().getSeverity()).isEqualTo(Severity.CLEARED);
  }

  @Test
  void operators_acknowledge_escalate_and_clear() {
    send(DOWN, "Gi0/1");
    int id = only().getId();

    host.alarms().acknowledge("admin", id);
    assertThat(only().isAcknowledged()).isTrue();
    host.alarms().unacknowledge(id);
    assertThat(only().isAcknowledged()).isFalse();
    host.alarms().escalate("admin", id);
    host.alarms().escalate("admin", id);
    assertThat(only().getSeverity()).isEqualTo(Severity.CRITICAL);
    host.alarms().clear(id);
    assertThat(only().getSeverity()).isEqualTo(Severity.CLEARED);
    host.alarms().setTicketState(Ticket.State.OPEN, id);
    assertThat(only().getTicketState()).isEqualTo(Ticket.State.OPEN);
    assertThat(host.alarms().getAlarmForTicket("any")).isEmpty();
  }

  @Test
  void unknown_ids_are_skipped_or_refused_as_in_horizon() {
    host.alarms().clear(99);

    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> host.alarms().setTicketState(Ticket.State.OPEN, 99));
    assertThatExceptionOfType(ClassCastException.class)
        .isThrownBy(() -> host.alarms().setSeverity(Severity.MINOR, 99));
  }

  @Test
  void the_worst_alarm_of_a_node_is_found() {
    host.eventd().sendSync(event(DOWN, "Gi0/1", "x", Severity.WARNING));
    host.eventd().sendSync(event(DOWN, "Gi0/2", "x", Severity.CRITICAL));
    host.eventd().sendSync(event(DOWN, "Gi0/3", "x", Severity.MINOR));

    assertThat(host.alarms().getAlarmWithHighestSeverity(new Ref("Net", "17")).orElseThrow())
        .extracting(Alarm::getReductionKey)
        .isEqualTo("uei/down:1:Gi0/2");
    assertThat(host.alarms().getAlarmWithHighestSeverity(new Ref("Net", "18"))).isEmpty();
    assertThat(host.alarms().getAlarmCount()).isEqualTo(3);
  }

  @Test
  void a_cleared_alarm_is_deleted_after_a_while_unless_acknowledged() {
    send(DOWN, "Gi0/1");
    send(DOWN, "Gi0/2");
    send(DOWN, "Gi0/3");
    send(UP, "Gi0/1");
    send(UP, "Gi0/2");
    host.alarms().acknowledge("admin", rows().get(1).id());
    RecordingAlarmListener listener = new RecordingAlarmListener();
    host.alarmd().listeners().bind(listener);

    clock.advance(Duration.ofMinutes(5));
    host.alarmd().cleanUp(Duration.ofMinutes(5));
    assertThat(rows()).hasSize(3);
    clock.advance(Duration.ofSeconds(1));
    host.alarmd().cleanUp(Duration.ofMinutes(5));

    assertThat(rows())
        .extracting(AlarmRow::reductionKey)
        .containsExactly("uei/down:1:Gi0/2", "uei/down:1:Gi0/3");
    assertThat(listener.deleted()).containsExactly("uei/down:1:Gi0/1");
  }

  @Test
  void an_alarms_node_may_be_stale_for_a_quarter_of_an_hour() throws IOException {
    send(DOWN, "Gi0/1");
    assertThat(only().getNode().getLabel()).isEqualTo("core-1");
    Files.writeString(
        directory.resolve("nodes.json"),
        """
        {"nodes":[{"label":"renamed","foreignSource":"Net","foreignId":"17"}]}
        """);
    host.refreshNodes();

    assertThat(host.nodes().node(1).getLabel()).isEqualTo("renamed");
    assertThat(only().getNode().getLabel()).isEqualTo("core-1");
    clock.advance(Duration.ofMinutes(15));
    assertThat(only().getNode().getLabel()).isEqualTo("renamed");
  }

  @Test
  void an_alarm_without_its_last_event_has_none() {
    send(DOWN, "Gi0/1");
    host.close();
    try (var direct = Database.open(database)) {
      direct.update("DELETE FROM events");
    }
    host = TestHosts.start(database, directory, clock, DEFINITIONS);

    assertThat(only().getLastEvent()).isNull();
  }

  @Test
  void a_view_of_an_alarm_shows_names_and_milliseconds() {
    send(DOWN, "Gi0/1");

    AlarmView view = AlarmView.of(rows().get(0));

    assertThat(view.severity()).isEqualTo("MAJOR");
    assertThat(view.type()).isEqualTo("PROBLEM");
    assertThat(view.firstEventTime()).isEqualTo(clock.millis());
  }

  private void send(String uei, String ifName) {
    host.eventd().sendSync(event(uei, ifName));
  }

  private void restart() {
    host.close();
    host = TestHosts.start(database, directory, clock, DEFINITIONS);
  }

  private Alarm only() {
    assertThat(host.alarms().getAlarms()).hasSize(1);
    return host.alarms().getAlarms().get(0);
  }

  private List<AlarmRow> rows() {
    return host.alarmd().store().all();
  }

  private record Ref(String foreignSource, String foreignId) implements NodeRef {

    @Override
    public String getForeignSource() {
      return foreignSource;
    }

    @Override
    public String getForeignId() {
      return foreignId;
    }
  }
}
