package org.opennms.plugins.trunkline.host;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.opennms.integration.api.v1.config.events.AlarmType;
import org.opennms.integration.api.v1.config.events.EventDefinition;
import org.opennms.integration.api.v1.config.events.UpdateField;
import org.opennms.integration.api.v1.events.EventForwarder;
import org.opennms.integration.api.v1.model.EventParameter;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.plugins.trunkline.alert.AlarmSender;
import org.opennms.plugins.trunkline.alert.HostAlarm;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.operations.SampleAlerts;

class AlertEventsTest {
  private final Forwarder forwarder = new Forwarder();
  private final AlertEvents events = new AlertEvents(forwarder);

  @Test
  void an_open_alert_is_the_problems_event_with_its_severity_and_node() {
    assertThat(events.send(SampleAlerts.DOWN)).isTrue();
    InMemoryEvent event = forwarder.sent.get(0);
    assertThat(event.getUei()).isEqualTo("uei.opennms.org/plugins/trunkline/alert/interfaceDown");
    assertThat(event.getSeverity()).isEqualTo(Severity.CRITICAL);
    assertThat(event.getNodeId()).isEqualTo(1);
    assertThat(parameters(event))
        .containsEntry("rule", "interface-down")
        .containsEntry("subject", "interface|lab:edge1|Gi0/0/1")
        .containsEntry("ifName", "Gi0/0/1")
        .containsEntry("provider", "Example Telecom")
        .containsEntry("value", "down")
        .containsEntry("neighbour", "-");
    assertThat(parameters(event).values()).noneMatch(String::isBlank);
  }

  @Test
  void a_cleared_alert_is_the_resolutions_event_of_the_same_rule_and_subject() {
    events.send(SampleAlerts.OVER);
    InMemoryEvent event = forwarder.sent.get(0);
    assertThat(event.getUei()).endsWith("/interfaceDownCleared");
    assertThat(event.getSeverity()).isEqualTo(Severity.CLEARED);
    assertThat(parameters(event))
        .containsEntry("rule", "interface-down")
        .containsEntry("subject", "interface|lab:edge1|Gi0/0/1");
  }

  @Test
  void a_forwarder_that_throws_is_told_and_borne() {
    forwarder.away = true;
    assertThat(events.send(SampleAlerts.DOWN)).isFalse();
    assertThat(events.heldBack(new AlarmSender.HeldBack(Map.of(), 0, 1))).isFalse();
    forwarder.away = false;
    assertThat(events.send(SampleAlerts.DOWN)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"LOW, 4", "MEDIUM, 5", "HIGH, 6", "CRITICAL, 7"})
  void severities_are_the_hosts(AlertSeverity severity, int id) {
    assertThat(AlertEvents.severity(severity).getId()).isEqualTo(id);
  }

  @ParameterizedTest
  @EnumSource
  void each_kind_has_a_problem_and_a_resolution_that_fit_each_other(AlertKind kind) {
    EventDefinition problem = definition(AlertEvents.PREFIX + kind.event());
    EventDefinition resolution = definition(problem.getUei() + AlertEvents.CLEARED);
    String key = problem.getAlarmData().getReductionKey();
    assertThat(key).isEqualTo("%uei%:%parm[rule]%:%parm[subject]%");
    assertThat(problem.getAlarmData().getType()).isEqualTo(AlarmType.PROBLEM);
    assertThat(problem.getAlarmData().getUpdateFields())
        .extracting(UpdateField::getName)
        .contains("severity");
    assertThat(resolution.getAlarmData().getType()).isEqualTo(AlarmType.RESOLUTION);
    assertThat(resolution.getAlarmData().getClearKey())
        .isEqualTo(key.replace("%uei%", problem.getUei()));
    assertThat(resolution.getAlarmData().getUpdateFields()).isNullOrEmpty();
  }

  @Test
  void nothing_else_is_defined_and_everything_is_explained() {
    Set<String> ueis = new HashSet<>();
    for (AlertKind kind : AlertKind.values()) {
      ueis.add(AlertEvents.PREFIX + kind.event());
      ueis.add(AlertEvents.PREFIX + kind.event() + AlertEvents.CLEARED);
    }
    ueis.add(AlertEvents.HELD_BACK);
    assertThat(definitions())
        .extracting(EventDefinition::getUei)
        .containsExactlyInAnyOrderElementsOf(ueis);
    assertThat(definitions())
        .allSatisfy(
            d -> {
              assertThat(d.getLabel()).startsWith("Trunkline: ");
              assertThat(d.getOperatorInstructions()).isNotBlank();
              assertThat(d.getSeverity()).isNotNull();
            });
  }

  @Test
  void no_definition_uses_a_parameter_that_is_not_sent() {
    events.send(SampleAlerts.DOWN);
    Set<String> sent = new HashSet<>(parameters(forwarder.sent.get(0)).keySet());
    events.heldBack(new AlarmSender.HeldBack(Map.of("utilization", 3), 1, 120));
    sent.addAll(parameters(forwarder.sent.get(1)).keySet());
    for (EventDefinition definition : definitions()) {
      assertThat(sent)
          .containsAll(used(definition.getDescription()))
          .containsAll(used(definition.getLogMessage().getContent()))
          .containsAll(used(definition.getOperatorInstructions()));
    }
  }

  @Test
  void an_orphaned_alarm_is_resolved_by_its_own_key() {
    String uei = AlertEvents.PREFIX + "errors";
    events.resolve(
        new HostAlarm(4, uei, "errors", "x", HostAlarm.State.OPEN, AlertSeverity.LOW, 7, 0));
    assertThat(forwarder.sent.get(0).getUei()).isEqualTo(uei + "Cleared");
    assertThat(parameters(forwarder.sent.get(0)))
        .containsEntry("rule", "errors")
        .containsEntry("subject", "x");
  }

  private static EventDefinition definition(String uei) {
    return definitions().stream().filter(d -> d.getUei().equals(uei)).findFirst().orElseThrow();
  }

  private static List<EventDefinition> definitions() {
    return new AlertDefinitions().getEventDefinitions();
  }

  private static Set<String> used(String text) {
    return Pattern.compile("%parm\\[(\\w+)]%")
        .matcher(text)
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toSet());
  }

  private static Map<String, String> parameters(InMemoryEvent event) {
    return event.getParameters().stream()
        .collect(toMap(EventParameter::getName, EventParameter::getValue));
  }

  private static final class Forwarder implements EventForwarder {
    private final List<InMemoryEvent> sent = new ArrayList<>();
    private boolean away;

    @Override
    public void sendAsync(InMemoryEvent event) {
      if (away) {
        throw new IllegalStateException("no service");
      }
      sent.add(event);
    }

    @Override
    public void sendSync(InMemoryEvent event) {
      throw new UnsupportedOperationException("would wait for every listener of the host");
    }
  }
}
