package org.opennms.plugins.trunkline.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opennms.integration.api.v1.config.events.AlarmType;
import org.opennms.integration.api.v1.events.EventListener;
import org.opennms.integration.api.v1.model.Alarm;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.integration.api.v1.model.immutables.ImmutableAlarm;
import org.opennms.integration.api.v1.model.immutables.ImmutableEventParameter;
import org.opennms.integration.api.v1.model.immutables.ImmutableInMemoryEvent;
import org.opennms.integration.api.v1.model.immutables.ImmutableNode;
import org.opennms.plugins.trunkline.alert.AlarmContext;
import org.opennms.plugins.trunkline.alert.HostAlarm;
import org.opennms.plugins.trunkline.alert.HostNews;
import org.opennms.plugins.trunkline.alert.LinkHint;
import org.opennms.plugins.trunkline.model.AlertSeverity;

class AlarmWatcherTest {
  private static final String OURS =
      "uei.opennms.org/plugins/trunkline/alert/errors:errors:interface|a:b|Gi0/1:0";

  private final List<HostAlarm> seen = new ArrayList<>();
  private final AlarmWatcher watcher = new AlarmWatcher(seen::addAll, seen::add);

  @Test
  void ours_are_known_by_rule_and_subject_also_with_colons_in_them() {
    watcher.handleNewOrUpdatedAlarm(alarm(OURS, Severity.MAJOR, AlarmType.PROBLEM));
    assertThat(seen)
        .containsExactly(
            new HostAlarm(
                5,
                "uei.opennms.org/plugins/trunkline/alert/errors",
                "errors",
                "interface|a:b|Gi0/1:0",
                HostAlarm.State.OPEN,
                AlertSeverity.HIGH,
                7,
                0));
  }

  @Test
  void who_cleared_an_alarm_is_told_by_its_type() {
    watcher.handleNewOrUpdatedAlarm(alarm(OURS, Severity.CLEARED, AlarmType.PROBLEM));
    watcher.handleNewOrUpdatedAlarm(alarm(OURS, Severity.CLEARED, AlarmType.RESOLUTION));
    watcher.handleDeletedAlarm(5, OURS);
    assertThat(seen)
        .extracting(HostAlarm::state)
        .containsExactly(
            HostAlarm.State.CLEARED_BY_HAND, HostAlarm.State.RESOLVED, HostAlarm.State.DELETED);
  }

  @Test
  void the_hosts_link_alarms_tell_node_and_interface_and_all_else_is_left_out() {
    watcher.handleAlarmSnapshot(
        List.of(
            alarm("uei.opennms.org/generic/traps/SNMP_Link_Down::7:12", Severity.MINOR, null),
            alarm(
                "uei.opennms.org/nodes/snmp/interfaceOperDown::7:192.0.2.1:13",
                Severity.MINOR,
                AlarmType.PROBLEM),
            alarm("uei.opennms.org/nodes/nodeDown::7", Severity.MAJOR, AlarmType.PROBLEM),
            alarm("uei.opennms.org/other:1", Severity.MAJOR, AlarmType.PROBLEM)));
    assertThat(seen).extracting(HostAlarm::ifIndex).containsExactly(12, 13, 0);
    assertThat(seen).extracting(HostAlarm::nodeId).containsOnly(7);
  }

  @Test
  void a_managed_object_is_set_where_the_interface_is_known_and_none_is_there() {
    ManagedObjects objects = new ManagedObjects(new Known());
    Alarm link = alarm("uei.opennms.org/generic/traps/SNMP_Link_Down::7:12", Severity.MINOR, null);
    Alarm set = objects.afterAlarmCreated(link, null, null);
    assertThat(set.getManagedObjectType()).isEqualTo("trunkline-interface");
    assertThat(set.getManagedObjectInstance()).isEqualTo("a:b/Gi0/1;role=trunk");
    assertThat(objects.afterAlarmUpdated(set, null, null)).as("unchanged").isNull();
    Alarm others =
        ImmutableAlarm.newBuilderFrom(link).setManagedObjectType("snmp-interface").build();
    assertThat(objects.afterAlarmCreated(others, null, null)).isNull();
    assertThat(
            objects.afterAlarmCreated(
                alarm("uei.opennms.org/generic/traps/SNMP_Link_Down::7:99", Severity.MINOR, null),
                null,
                null))
        .isNull();
  }

  @Test
  void announcements_of_links_name_the_interface_by_varbind_or_parameter() {
    List<String> news = new ArrayList<>();
    LinkEventListener listener =
        new LinkEventListener(
            new HostNews() {
              @Override
              public void link(LinkHint hint) {
                news.add(hint.nodeId() + "/" + hint.ifIndex());
              }

              @Override
              public void node(int nodeId, boolean down) {
                news.add(nodeId + (down ? " down" : " up"));
              }
            });
    listener.onEvent(
        event("uei.opennms.org/generic/traps/SNMP_Link_Down", ".1.3.6.1.2.1.2.2.1.1.12", "12"));
    listener.onEvent(
        event("uei.opennms.org/translator/traps/SNMP_Link_Up", ".1.3.6.1.2.1.31.1.1.1.1.13", "x"));
    listener.onEvent(event("uei.opennms.org/nodes/snmp/interfaceOperDown", "snmpifindex", "14"));
    listener.onEvent(event("uei.opennms.org/nodes/interfaceDown", "reason", "no answer"));
    listener.onEvent(event("uei.opennms.org/nodes/nodeDown", "reason", "no answer"));
    listener.onEvent(event("uei.opennms.org/nodes/nodeUp", "reason", "it answers"));
    assertThat(news).containsExactly("7/12", "7/13", "7/14", "7/0", "7 down", "7 up", "7/0");
  }

  @Test
  void each_listener_has_a_name_of_its_own_or_the_host_calls_only_one_of_them() {
    assertThat(
            Stream.of(
                    new LinkEventListener(new Deaf()),
                    new NodeStateListener((node, down) -> {}),
                    NodeEventListener.ofNodes(node -> {}),
                    NodeEventListener.ofLinks(node -> {}))
                .map(EventListener::getName))
        .doesNotHaveDuplicates();
  }

  private static final class Deaf implements HostNews {
    @Override
    public void link(LinkHint hint) {}

    @Override
    public void node(int nodeId, boolean down) {}
  }

  private static ImmutableInMemoryEvent event(String uei, String name, String value) {
    return ImmutableInMemoryEvent.newBuilder()
        .setUei(uei)
        .setSource("test")
        .setNodeId(7)
        .addParameter(ImmutableEventParameter.newInstance(name, value))
        .build();
  }

  private static Alarm alarm(String key, Severity severity, AlarmType type) {
    return ImmutableAlarm.newBuilder()
        .setId(5)
        .setReductionKey(key)
        .setSeverity(severity)
        .setType(type)
        .setNode(ImmutableNode.newBuilder().setId(7).build())
        .build();
  }

  private static final class Known implements AlarmContext {
    @Override
    public Optional<String> instance(int nodeId, int ifIndex) {
      return nodeId == 7 && ifIndex == 12 ? Optional.of("a:b/Gi0/1;role=trunk") : Optional.empty();
    }

    @Override
    public Optional<String> instance(String subject) {
      return Optional.empty();
    }
  }
}
