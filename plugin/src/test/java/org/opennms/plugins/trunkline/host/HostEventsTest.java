package org.opennms.plugins.trunkline.host;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opennms.integration.api.v1.config.events.AlarmData;
import org.opennms.integration.api.v1.config.events.EventDefinition;
import org.opennms.integration.api.v1.events.EventForwarder;
import org.opennms.integration.api.v1.model.EventParameter;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkMismatch;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.SampleTopology;
import org.opennms.plugins.trunkline.snmp.SetAudit;

class HostEventsTest {
  private static final Device DEVICE =
      new Device(
          new NodeKey("7"),
          7,
          "r1",
          "Default",
          "",
          Optional.empty(),
          true,
          new TreeSet<>(),
          Map.of());

  private static final InterfaceKey KEY = new InterfaceKey(DEVICE.key(), "Gi0/1");

  private static final Link LINK = SampleTopology.CONFIRMED.link();

  private final Forwarder forwarder = new Forwarder();
  private final HostEvents events = new HostEvents(forwarder);
  private final HostLinkEvents links = new HostLinkEvents(forwarder);

  @Test
  void a_restart_is_an_event_of_its_node() {
    events.restarted(DEVICE, 61);
    InMemoryEvent event = forwarder.sent.get(0);
    assertThat(event.getUei()).isEqualTo("uei.opennms.org/plugins/trunkline/deviceRestarted");
    assertThat(event.getSource()).isEqualTo("trunkline");
    assertThat(event.getNodeId()).isEqualTo(7);
    assertThat(parameters(event)).isEqualTo(Map.of("nodeLabel", "r1", "uptimeSeconds", "61"));
  }

  @Test
  void a_changed_identity_carries_what_was_and_what_is_also_where_one_is_empty() {
    events.identityChanged(DEVICE, "sysLocation", "", "roof");
    events.identityChanged(DEVICE, "sysLocation", "roof", "");
    assertThat(parameters(forwarder.sent.get(0)))
        .isEqualTo(Map.of("nodeLabel", "r1", "object", "sysLocation", "before", "", "now", "roof"));
    assertThat(parameters(forwarder.sent.get(1))).containsEntry("now", "").containsKey("before");
  }

  @Test
  void a_changed_classification_carries_role_and_provider_before_and_now() {
    events.classificationChanged(
        DEVICE,
        KEY,
        classified(InterfaceRole.TRUNK),
        classified(InterfaceRole.ISP_UPLINK, "Example Telecom"));
    assertThat(forwarder.sent.get(0).getUei()).endsWith("/classificationChanged");
    assertThat(parameters(forwarder.sent.get(0)))
        .isEqualTo(
            Map.of(
                "nodeLabel", "r1",
                "interface", "Gi0/1",
                "roleBefore", "trunk",
                "role", "isp_uplink",
                "providerBefore", "none",
                "provider", "Example Telecom"));
  }

  @Test
  void what_xml_cannot_carry_is_replaced_and_all_else_stays() {
    String provider = "a\u0000\u001b[2J\ud800\uffffb\t\u10d0\ud83d\ude00<&>";
    events.classificationChanged(
        DEVICE,
        KEY,
        classified(InterfaceRole.TRUNK),
        classified(InterfaceRole.ISP_UPLINK, provider));
    assertThat(parameters(forwarder.sent.get(0)))
        .containsEntry("provider", "a\ufffd\ufffd[2J\ufffd\ufffdb\t\u10d0\ud83d\ude00<&>");
  }

  @Test
  void a_lost_link_is_one_alarm_that_its_return_clears() {
    links.linkLost(DEVICE, LINK);
    links.linkRestored(DEVICE, LINK);

    assertThat(parameters(forwarder.sent.get(0)))
        .containsEntry("link", LINK.key().id())
        .containsEntry("interface", "Gi0/0/1")
        .containsEntry("remoteNode", "switch 2")
        .containsEntry("remoteInterface", "ge-0/0/2");
    assertThat(alarm(Ueis.LINK_LOST).getReductionKey()).isEqualTo("%uei%:%parm[link]%");
    assertThat(alarm(Ueis.LINK_RESTORED).getClearKey()).isEqualTo(Ueis.LINK_LOST + ":%parm[link]%");
  }

  @Test
  void each_setting_that_differs_is_an_alarm_of_its_own() {
    links.linkMismatch(DEVICE, LINK, LINK.mismatches().get(0));

    assertThat(parameters(forwarder.sent.get(0)))
        .containsEntry("mismatch", "mtu")
        .containsEntry("here", "9000")
        .containsEntry("there", "1500");
    assertThat(alarm(Ueis.LINK_MATCHES).getClearKey())
        .isEqualTo(Ueis.LINK_MISMATCH + ":%parm[link]%:%parm[mismatch]%");
  }

  private static AlarmData alarm(String uei) {
    return definitions().stream()
        .filter(d -> d.getUei().equals(uei))
        .findFirst()
        .orElseThrow()
        .getAlarmData();
  }

  @Test
  void a_host_that_takes_no_events_is_borne() {
    forwarder.away = true;
    assertThatNoException().isThrownBy(() -> events.restarted(DEVICE, 1));
    forwarder.away = false;
    events.restarted(DEVICE, 2);
    assertThat(forwarder.sent).hasSize(1);
  }

  @Test
  void exactly_our_events_are_defined() {
    List<String> ueis =
        Arrays.stream(Ueis.class.getFields())
            .filter(f -> !f.getName().equals("PREFIX"))
            .map(HostEventsTest::value)
            .toList();
    assertThat(definitions()).extracting(EventDefinition::getUei).hasSameElementsAs(ueis);
    assertThat(ueis).isNotEmpty().allMatch(u -> u.startsWith(Ueis.PREFIX)).doesNotHaveDuplicates();
  }

  @Test
  void every_definition_tells_an_operator_what_happened_and_what_to_do() {
    assertThat(definitions())
        .allSatisfy(
            d -> {
              assertThat(d.getLabel()).startsWith("Trunkline: ");
              assertThat(d.getDescription()).isNotBlank();
              assertThat(d.getOperatorInstructions()).isNotBlank();
              assertThat(d.getLogMessage().getContent()).contains("%parm[nodeLabel]%");
              assertThat(d.getSeverity()).isNotNull();
            });
  }

  @Test
  void every_parameter_that_is_sent_is_explained_and_no_other_is_used() {
    events.restarted(DEVICE, 1);
    events.identityChanged(DEVICE, "sysName", "a", "b");
    events.classificationChanged(
        DEVICE, KEY, classified(InterfaceRole.TRUNK), classified(InterfaceRole.ISP_UPLINK));
    links.neighborChanged(DEVICE, LINK.a(), "none", "switch 2");
    links.linkLost(DEVICE, LINK);
    links.linkRestored(DEVICE, LINK);
    links.linkMismatch(DEVICE, LINK, LINK.mismatches().get(0));
    links.linkMatches(DEVICE, LINK, LinkMismatch.Kind.MTU);
    new HostSetAudit(events).record(change(SetAudit.Stage.DONE, ""));
    assertThat(forwarder.sent).hasSameSizeAs(definitions());
    for (InMemoryEvent event : forwarder.sent) {
      EventDefinition definition =
          definitions().stream()
              .filter(d -> d.getUei().equals(event.getUei()))
              .findFirst()
              .orElseThrow();
      assertThat(used(definition.getDescription())).isEqualTo(parameters(event).keySet());
      assertThat(parameters(event).keySet())
          .containsAll(used(definition.getLogMessage().getContent()));
    }
  }

  private static SetAudit.Entry change(SetAudit.Stage stage, String detail) {
    List<String> assignments = List.of("1.3.6.1.2.1.31.1.1.1.18.7 = uplink");
    return new SetAudit.Entry(Instant.EPOCH, "admin", DEVICE, assignments, stage, detail);
  }

  @Test
  void each_outcome_of_a_change_is_an_event_and_its_beginning_is_not() {
    HostSetAudit audit = new HostSetAudit(events);

    audit.record(change(SetAudit.Stage.SENDING, ""));
    assertThat(forwarder.sent).isEmpty();
    audit.record(change(SetAudit.Stage.FAILED, "no answer"));
    audit.record(change(SetAudit.Stage.REFUSED, "not allowed"));

    assertThat(forwarder.sent).hasSize(2);
    assertThat(parameters(forwarder.sent.get(0)))
        .containsEntry("by", "admin")
        .containsEntry("outcome", "failed")
        .containsEntry("detail", "no answer")
        .containsEntry("assignments", "1.3.6.1.2.1.31.1.1.1.18.7 = uplink");
  }

  private static Classification classified(InterfaceRole role, String... provider) {
    return new Classification(
        role,
        Arrays.stream(provider).findFirst(),
        true,
        Classification.Boundary.INTERNAL,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        0.9,
        List.of());
  }

  private static List<EventDefinition> definitions() {
    return new EventDefinitions().getEventDefinitions();
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

  private static String value(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
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
